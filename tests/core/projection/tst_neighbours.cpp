// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/projection/neighbours.h"
#include "tests/core/base/error_text.h"
#include "tests/core/projection/clustered_points.h"

#include <QtTest>

#include <limits>
#include <set>

using namespace inverso;

namespace {

/// By the definition: all others, sorted.
std::vector<std::pair<double, std::uint32_t>> sortedOthers(const Matrix& points, std::size_t i)
{
    std::vector<std::pair<double, std::uint32_t>> others;
    for (std::size_t j = 0; j < points.rows; ++j) {
        double squared = 0.0;
        for (std::size_t k = 0; k < points.columns; ++k)
            squared += std::pow(static_cast<double>(points(i, k)) - static_cast<double>(points(j, k)), 2);
        if (j != i)
            others.emplace_back(squared, static_cast<std::uint32_t>(j));
    }
    std::ranges::sort(others);
    return others;
}

/// Share of the exact neighbours that `found` has.
double recall(const Neighbours& found, const Neighbours& exact)
{
    std::size_t hits = 0;
    for (std::size_t i = 0; i < exact.points(); ++i) {
        const auto begin = exact.index.begin() + static_cast<std::ptrdiff_t>(i * exact.count);
        const std::set<std::uint32_t> wanted(begin, begin + static_cast<std::ptrdiff_t>(exact.count));
        for (std::size_t j = 0; j < found.count; ++j)
            hits += wanted.count(found.index[i * found.count + j]);
    }
    return static_cast<double>(hits) / static_cast<double>(exact.index.size());
}

} // namespace

class TestNeighbours : public QObject
{
    Q_OBJECT

private slots:
    void testExactAreThoseOfTheDefinition_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("dimension");
        QTest::addColumn<int>("count");
        QTest::newRow("one block") << 100 << 5 << 7;
        QTest::newRow("a row more than a block") << 129 << 3 << 1;
        QTest::newRow("several blocks of both kinds") << 2500 << 17 << 40;
        QTest::newRow("all others") << 50 << 4 << 49;
    }

    void testExactAreThoseOfTheDefinition()
    {
        QFETCH(int, points);
        QFETCH(int, dimension);
        QFETCH(int, count);
        Matrix x = clusteredPoints(static_cast<std::size_t>(points), static_cast<std::size_t>(dimension), 7, 3.0F);
        for (float& value : x.values)
            value += 1000.0F; // far from the origin, where products alone would lose the distances
        const NeighbourSettings settings{.count = static_cast<std::size_t>(count), .threads = 2};
        const Neighbours found = nearestNeighbours(x, settings);
        QCOMPARE(found.points(), x.rows);
        for (std::size_t i = 0; i < x.rows; i += 13) {
            const auto expected = sortedOthers(x, i);
            for (std::size_t j = 0; j < settings.count; ++j) {
                const std::size_t at = i * settings.count + j;
                QVERIFY(std::abs(static_cast<double>(found.squaredDistance[at]) - expected[j].first)
                        <= 1e-3 * expected[j].first);
                QVERIFY(found.index[at] == expected[j].second
                        || std::abs(static_cast<double>(found.squaredDistance[at]) - expected[j].first)
                               < 1e-3 * expected[j].first);
            }
        }
    }

    void testEqualPointsAreNeighboursAtNoDistance()
    {
        Matrix x(300, 4);
        Rng(3).fillNormal(x.values);
        for (std::size_t i = 0; i < 5; ++i)
            std::ranges::copy(x.row(0), x.row(100 * (i / 2) + i).begin()); // 0, 1, 102, 103, 204
        const Neighbours found = nearestNeighbours(x, {.count = 4});
        QCOMPARE(std::vector<std::uint32_t>(found.index.begin() + 4, found.index.begin() + 8),
                 std::vector<std::uint32_t>({0, 102, 103, 204}));
        for (std::size_t j = 4; j < 8; ++j)
            QCOMPARE(found.squaredDistance[j], 0.0F);
    }

    void testListsFindNearlyAll()
    {
        const Matrix x = clusteredPoints(6000, 16, 40, 1.0F);
        NeighbourSettings settings{.count = 30, .threads = 1};
        const Neighbours exact = nearestNeighbours(x, settings);
        settings.exactUpTo = 0;
        const Neighbours found = nearestNeighbours(x, settings);
        const double share = recall(found, exact);
        QVERIFY2(share > 0.95, qPrintable(QString::number(share)));
        settings.probes = 1000; // all lists
        QCOMPARE(nearestNeighbours(x, settings).index, exact.index);
        settings.threads = 2;
        settings.probes = NeighbourSettings().probes;
        QCOMPARE(nearestNeighbours(x, settings).index, found.index);
    }

    void testListsOfEqualPointsAreStillComplete()
    {
        const Matrix x(500, 3); // all at the origin: one list has them, the others are empty
        const Neighbours found = nearestNeighbours(x, {.count = 10, .exactUpTo = 0, .probes = 2});
        for (std::size_t i = 0; i < 500; ++i) {
            const auto begin = found.index.begin() + static_cast<std::ptrdiff_t>(10 * i);
            const std::set<std::uint32_t> distinct(begin, begin + 10);
            QCOMPARE(distinct.size(), std::size_t(10));
            QVERIFY(!distinct.contains(static_cast<std::uint32_t>(i)));
        }
    }

    void testBadInput()
    {
        Matrix x(20, 3);
        COMPARE_CONTAINS(errorText<UsageError>([&] { (void)nearestNeighbours(x, {.count = 20}); }), "20 points");
        COMPARE_CONTAINS(errorText<UsageError>([&] { (void)nearestNeighbours(Matrix(), {.count = 1}); }), "0 points");
        x(7, 1) = std::numeric_limits<float>::quiet_NaN();
        COMPARE_CONTAINS(errorText([&] { (void)nearestNeighbours(x, {.count = 3}); }), "Point 7");
    }

    void testCancelled()
    {
        std::stop_source source;
        source.request_stop();
        const Matrix x = clusteredPoints(400, 4, 3, 1.0F);
        QVERIFY_EXCEPTION_THROWN((void)nearestNeighbours(x, {.count = 3}, {}, source.get_token()), Cancelled);
        QVERIFY_EXCEPTION_THROWN((void)nearestNeighbours(x, {.count = 3, .exactUpTo = 0}, {}, source.get_token()),
                                 Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestNeighbours)
#include "tst_neighbours.moc"
