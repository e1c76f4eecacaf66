// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/report/wilcoxon.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

namespace {

std::vector<double> zeros(const std::vector<double>& like)
{
    return std::vector<double>(like.size(), 0.0);
}

// Every sign change, one by one.
double byCounting(const std::vector<double>& differences, double w)
{
    std::vector<double> sizes;
    for (const double d : differences)
        sizes.push_back(std::abs(d));
    const std::vector<double> rank = ranks(sizes);
    int below = 0;
    const int all = 1 << rank.size();
    for (int signs = 0; signs < all; ++signs) {
        double sum = 0.0;
        for (std::size_t i = 0; i < rank.size(); ++i)
            sum += (signs >> i & 1) ? rank[i] : 0.0;
        below += sum <= w + 1e-9 ? 1 : 0;
    }
    return std::min(1.0, 2.0 * below / all);
}

} // namespace

class TestWilcoxon : public QObject
{
    Q_OBJECT

private slots:
    // Darwin's Zea mays, as in SciPy's documentation of wilcoxon: statistic 24, p 0.041259765625.
    void testKnownExactValue()
    {
        const std::vector<double> d = {6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75};
        const SignedRank result = signedRank(d, zeros(d));
        QCOMPARE(result.pairs, 15);
        QCOMPARE(result.w, 24.0);
        QCOMPARE(result.p, 0.041259765625);
        QVERIFY(result.exact);
        const SignedRank swapped = signedRank(zeros(d), d);
        QCOMPARE(swapped.p, result.p);
        QCOMPARE(swapped.w, result.w);
    }

    void testAllInOneDirection()
    {
        const std::vector<double> d = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        QCOMPARE(signedRank(d, zeros(d)).p, 2.0 / 1024.0); // the least that ten seeds can give
    }

    void testTiesAreExact()
    {
        const std::vector<double> d = {1, 1, -1, 2, 2, 3, -3, 3, 5, -8};
        const SignedRank result = signedRank(d, zeros(d));
        QVERIFY(result.exact);
        QVERIFY(std::abs(result.p - byCounting(d, result.w)) < 1e-12);
    }

    void testEqualPairsAreLeftOut()
    {
        const std::vector<double> a = {91.607, 91.607, 91.5, 91.607};
        const std::vector<double> b = {91.607, 91.4, 91.2, 91.607};
        const SignedRank result = signedRank(a, b);
        QCOMPARE(result.pairs, 2);
        QCOMPARE(result.p, 0.5);
        QCOMPARE(signedRank(a, a).pairs, 0);
        QCOMPARE(signedRank(a, a).p, 1.0);
    }

    // 91.6 − 91.5 and 91.5 − 91.4 differ in their last bits only.
    void testRoundingIsATie()
    {
        const std::vector<double> a = {91.6, 91.5};
        const std::vector<double> b = {91.5, 91.4};
        QCOMPARE(signedRank(a, b).w, 0.0);
        const std::vector<double> c = {91.6, 91.4};
        const std::vector<double> d = {91.5, 91.5};
        QCOMPARE(signedRank(c, d).w, 1.5); // one up, one down, ranks shared
    }

    // The two ways agree where they meet.
    void testNormalApproximationIsNear()
    {
        std::vector<double> d;
        for (int i = 0; i < 50; ++i)
            d.push_back((i * 37) % 101 - 40.3);
        const SignedRank exact = signedRank(d, zeros(d));
        QVERIFY(exact.exact);
        d.push_back(0.05); // rank 1: moves hardly anything
        const SignedRank normal = signedRank(d, zeros(d));
        QVERIFY(!normal.exact);
        QVERIFY(exact.p > 0.02 && exact.p < 0.5); // or the comparison says nothing
        QVERIFY2(std::abs(exact.p - normal.p) < 0.01, qPrintable(QString("%1 %2").arg(exact.p).arg(normal.p)));
    }

    void testHolm()
    {
        // Holm (1979) by hand: .01·4, .02·3, .03·2 and .04·1, none below the one before.
        const std::vector<double> adjusted = holmAdjusted(std::vector{0.03, 0.01, 0.04, 0.02});
        const std::vector<double> expected = {0.06, 0.04, 0.06, 0.06};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(adjusted[i] - expected[i]) < 1e-12);
        QCOMPARE(holmAdjusted(std::vector{0.6, 0.7})[0], 1.0);
        QVERIFY(holmAdjusted({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestWilcoxon)
#include "tst_wilcoxon.moc"
