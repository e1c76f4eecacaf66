// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/affinities.h"
#include "tests/core/projection/clustered_points.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

using namespace inverso;

namespace {

double perplexityOf(const std::vector<float>& probabilities)
{
    double entropy = 0.0;
    for (const float p : probabilities)
        if (p > 0.0F)
            entropy -= static_cast<double>(p) * std::log(static_cast<double>(p));
    return std::exp(entropy);
}

} // namespace

class TestAffinities : public QObject
{
    Q_OBJECT

private slots:
    void testPerplexityIsReached_data()
    {
        QTest::addColumn<double>("perplexity");
        QTest::addColumn<float>("scale");
        for (const double perplexity : {2.0, 30.0, 85.0})
            for (const float scale : {1e-6F, 1.0F, 1e6F})
                QTest::addRow("%g at %g", perplexity, static_cast<double>(scale)) << perplexity << scale;
    }

    void testPerplexityIsReached()
    {
        QFETCH(double, perplexity);
        QFETCH(float, scale);
        std::vector<float> distances(91);
        Rng rng(4);
        float distance = 5.0F * scale; // far from all: only the differences may matter
        for (float& d : distances)
            d = distance += scale * static_cast<float>(rng.uniform());
        std::vector<float> p(distances.size());
        const double beta = calibrate(distances, perplexity, p);
        QVERIFY(std::abs(perplexityOf(p) - perplexity) < 1e-3 * perplexity);
        const double ratio = std::exp(-beta * static_cast<double>(distances[1] - distances[0]));
        QVERIFY(std::abs(static_cast<double>(p[1] / p[0]) - ratio) < 1e-3 * ratio);
    }

    void testEqualDistancesShareAll()
    {
        std::vector<float> p(20);
        calibrate(std::vector<float>(20, 3.0F), 5.0, p);
        for (const float value : p)
            QCOMPARE(value, 0.05F);
        std::vector<float> distances(20, 7.0F);
        std::fill_n(distances.begin(), 10, 0.0F); // ten copies of the point, more than the perplexity
        calibrate(distances, 5.0, p);
        for (std::size_t j = 0; j < 20; ++j)
            QVERIFY(std::abs(p[j] - (j < 10 ? 0.1F : 0.0F)) < 1e-6F);
    }

    void testJointProbabilitiesAreThoseOfTheDefinition()
    {
        const Matrix x = clusteredPoints(1500, 6, 5, 2.0F);
        const Neighbours neighbours = nearestNeighbours(x, {.count = 31});
        const Affinities joint = affinities(neighbours, 10.0, 2);
        std::map<std::pair<std::size_t, std::size_t>, double> expected;
        std::vector<float> p(31);
        for (std::size_t i = 0; i < 1500; ++i) {
            calibrate(std::span(neighbours.squaredDistance).subspan(31 * i, 31), 10.0, p);
            for (std::size_t k = 0; k < 31; ++k) {
                const std::size_t j = neighbours.index[31 * i + k];
                expected[{i, j}] += static_cast<double>(p[k]) / 3000.0;
                expected[{j, i}] += static_cast<double>(p[k]) / 3000.0;
            }
        }
        QCOMPARE(joint.column.size(), expected.size());
        auto next = expected.begin(); // by row, then by column, as the sparse rows
        double sum = 0.0;
        for (std::size_t i = 0; i < 1500; ++i) {
            for (std::size_t at = joint.rowBegin[i]; at < joint.rowBegin[i + 1]; ++at, ++next) {
                QCOMPARE(next->first, std::pair(i, std::size_t(joint.column[at])));
                QVERIFY(std::abs(static_cast<double>(joint.value[at]) - next->second) <= 1e-6 * next->second);
                sum += static_cast<double>(joint.value[at]);
            }
        }
        QVERIFY(std::abs(sum - 1.0) < 1e-5);
    }

    // So many points are not merged all at once. Each has the next two in a ring as neighbours, and is one of those
    // of the two before it.
    void testManyPointsAreMergedInParts()
    {
        constexpr std::uint32_t n = 140000;
        Neighbours ring;
        ring.count = 2;
        for (std::uint32_t i = 0; i < n; ++i)
            ring.index.insert(ring.index.end(), {(i + 1) % n, (i + 2) % n});
        ring.squaredDistance.assign(ring.index.size(), 1.0F);
        const Affinities joint = affinities(std::move(ring), 1.5, 2);
        QCOMPARE(joint.points(), std::size_t{n});
        for (std::uint32_t i = 0; i < n; ++i) {
            std::array<std::uint32_t, 4> columns = {(i + n - 2) % n, (i + n - 1) % n, (i + 1) % n, (i + 2) % n};
            std::ranges::sort(columns);
            QCOMPARE(joint.rowBegin[i], std::size_t{4} * i);
            for (std::size_t k = 0; k < 4; ++k) {
                QCOMPARE(joint.column[4 * i + k], columns.at(k));
                QCOMPARE(joint.value[4 * i + k], 0.25F / float(n)); // of 0.5 each way
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestAffinities)
#include "tst_affinities.moc"
