// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include "core/base/random.h"
#include "core/base/sorted_order.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

namespace {

/// τ-b by its definition over all pairs.
double kendallByPairs(const std::vector<double>& a, const std::vector<double>& b)
{
    double concordance = 0.0;
    double untiedA = 0.0;
    double untiedB = 0.0;
    const auto sign = [](double x) { return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : 0.0; };
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double signA = sign(a[i] - a[j]);
            const double signB = sign(b[i] - b[j]);
            concordance += signA * signB;
            untiedA += signA * signA;
            untiedB += signB * signB;
        }
    }
    return concordance / std::sqrt(untiedA * untiedB);
}

bool near(double a, double b, double tolerance = 1e-12)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private slots:
    void testMeanAndDeviation()
    {
        const std::vector<double> values = {2, 4, 4, 4, 5, 5, 7, 9};
        QCOMPARE(mean(values), 5.0);
        QVERIFY(near(standardDeviation(values), std::sqrt(32.0 / 7.0)));
        QCOMPARE(standardDeviation(std::vector<double>{3}), 0.0);
        QVERIFY(std::isnan(mean({})));
    }

    void testQuantile()
    {
        const std::vector<double> values = {10, 40, 20, 30};
        QCOMPARE(quantile(values, 0.0), 10.0);
        QCOMPARE(quantile(values, 1.0), 40.0);
        QVERIFY(near(quantile(values, 0.9), 37.0));
        QCOMPARE(median(values), 25.0);
        QCOMPARE(median({3, 1, 2}), 2.0);
        QVERIFY(std::isnan(median({})));
    }

    void testRootMeanSquaredError()
    {
        QVERIFY(near(rootMeanSquaredError(std::vector<double>{1, 2, 3}, std::vector<double>{1, 4, 7}),
                     std::sqrt(20.0 / 3.0)));
    }

    void testRanks()
    {
        const std::vector<double> expected = {1.0, 3.5, 3.5, 2.0, 5.0};
        QCOMPARE(ranks(std::vector<double>{-1, 7, 7, 0, 9}), expected);
        QVERIFY(ranks({}).empty());
    }

    void testSpearman()
    {
        // Without ties 1 − 6·Σd²/(n(n²−1)): the differences are 1, −1, 1, −1, 0.
        QVERIFY(near(spearman(std::vector<double>{1, 2, 3, 4, 5}, std::vector<double>{20, 10, 40, 30, 50}), 0.8));
        QVERIFY(near(spearman(std::vector<double>{1, 2, 3}, std::vector<double>{9, 4, 1}), -1.0));
        // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5/√(4.5·5).
        QVERIFY(
            near(spearman(std::vector<double>{1, 2, 2, 3}, std::vector<double>{1, 2, 3, 4}), 4.5 / std::sqrt(22.5)));
        QVERIFY(std::isnan(spearman(std::vector<double>{1, 1}, std::vector<double>{1, 2})));
    }

    void testKendall()
    {
        QVERIFY(near(kendall(std::vector<double>{1, 2, 3, 4}, std::vector<double>{1, 2, 3, 4}), 1.0));
        QVERIFY(near(kendall(std::vector<double>{1, 2, 3, 4}, std::vector<double>{4, 3, 2, 1}), -1.0));
        // Six pairs, one of them exchanged.
        QVERIFY(near(kendall(std::vector<double>{1, 2, 3, 4}, std::vector<double>{1, 3, 2, 4}), 4.0 / 6.0));
        // Ties: of six pairs five are untied in a, all in b; 5 − 0 concordant.
        QVERIFY(near(kendall(std::vector<double>{1, 2, 2, 3}, std::vector<double>{1, 2, 3, 4}), 5.0 / std::sqrt(30.0)));
        QVERIFY(std::isnan(kendall(std::vector<double>{1, 1}, std::vector<double>{1, 2})));
        QVERIFY(std::isnan(kendall({}, {})));
    }

    void testKendallAgainstDefinition()
    {
        Rng rng(11);
        for (const std::size_t levels : {2U, 5U, 1000U}) {
            std::vector<double> a(257);
            std::vector<double> b(257);
            for (std::size_t i = 0; i < a.size(); ++i) {
                a[i] = static_cast<double>(rng.below(levels));
                b[i] = static_cast<double>(rng.below(levels)) + a[i];
            }
            QVERIFY(near(kendall(a, b), kendallByPairs(a, b)));
        }
    }

    void testNormalQuantile_data()
    {
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("expected"); // from tables of the normal distribution
        QTest::newRow("median") << 0.5 << 0.0;
        QTest::newRow("upper 2.5 %") << 0.975 << 1.959963984540054;
        QTest::newRow("lower 2.5 %") << 0.025 << -1.959963984540054;
        QTest::newRow("third quartile") << 0.75 << 0.6744897501960817;
        QTest::newRow("1e-10") << 1e-10 << -6.361340902404056;
        QTest::newRow("1e-300") << 1e-300 << -37.04709629936121;
    }

    void testNormalQuantile()
    {
        QFETCH(double, p);
        QFETCH(double, expected);
        QVERIFY(near(normalQuantile(p), expected, 1e-9 * std::abs(expected)));
    }

    void testNormalQuantileInvertsTheDistribution()
    {
        for (double x = -8.0; x < 8.0; x += 0.0371) {
            const double p = normalCdf(x);
            if (p < 0.999) // above, p itself has lost the digits
                QVERIFY(near(normalQuantile(p), x, 1e-9 * std::max(std::abs(x), 1e-3)));
        }
        QVERIFY(std::isinf(normalQuantile(0.0)));
        QVERIFY(std::isnan(normalQuantile(1.5)));
    }

    void testSortedOrderKeepsEqualOnesInPlace()
    {
        const std::vector<double> values{2.0, 1.0, 2.0, 1.0, 0.0};
        const auto less = [&](std::size_t i, std::size_t j) { return values[i] < values[j]; };
        QCOMPARE(sortedOrder(values.size(), less), (std::vector<std::size_t>{4, 1, 3, 0, 2}));
        QVERIFY(sortedOrder(0, less).empty());
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"
