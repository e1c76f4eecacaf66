// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/stand_ins.h"
#include "tests/core/benchmark/synthetic_benchmark.h"

#include <QtTest>

using namespace inverso;

class TestStandIns : public QObject
{
    Q_OBJECT

private slots:
    /// Compared with a search through all, on codes that are random.
    void testTheNearestOfThoseKnownAndWanted()
    {
        SyntheticBenchmark benchmark([](CellIndex) { return 50.0; }, [](CellIndex cell) { return cell % 5 == 0; });
        const QueryLedger ledger(benchmark, 10);
        Matrix codes(benchmark.space().size(), 7);
        Rng(3).fillNormal(codes.values);
        auto cells = StandIns::answerable(ledger);
        QCOMPARE(cells.size(), std::size_t(3125));
        Matrix known(cells.size(), codes.columns);
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::ranges::copy(std::as_const(codes).row(cells[i]), known.row(i).begin());
        StandIns standIns(std::move(cells), std::move(known));
        const auto distance = [&](CellIndex a, CellIndex b) {
            double sum = 0.0;
            for (std::size_t j = 0; j < codes.columns; ++j)
                sum += std::pow(double{codes(a, j)} - double{codes(b, j)}, 2);
            return sum;
        };
        for (CellIndex cell = 1; cell < 15625; cell += 1303) {
            const auto isWanted = [](CellIndex other) { return other % 3 == 0; };
            const auto found = standIns.nearest(codes.row(cell), isWanted);
            QVERIFY(found && ledger.canAnswer(*found) && isWanted(*found));
            for (CellIndex other = 0; other < 15625; other += 15)
                QVERIFY(distance(cell, *found) <= distance(cell, other) + 1e-4);
        }
        const std::vector<CellIndex> some = {15620, 0, 35};
        const Matrix found = standIns.codes(some);
        for (std::size_t i = 0; i < some.size(); ++i)
            QVERIFY(std::ranges::equal(found.row(i), codes.row(some[i])));
        QCOMPARE(standIns.nearest(codes.row(5), [](CellIndex) { return true; }), std::optional<CellIndex>(5));
        QCOMPARE(standIns.nearest(codes.row(5), [](CellIndex) { return false; }), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestStandIns)
#include "tst_stand_ins.moc"
