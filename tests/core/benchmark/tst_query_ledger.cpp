// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/query_ledger.h"
#include "tests/core/base/error_text.h"
#include "tests/core/benchmark/synthetic_benchmark.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

class TestQueryLedger : public QObject
{
    Q_OBJECT

private slots:
    void testACellCountsOnce()
    {
        const SyntheticBenchmark benchmark([](CellIndex cell) { return cell / 1000.0; });
        QueryLedger ledger(benchmark, 3);
        QCOMPARE(ledger.remaining(), 3);
        QVERIFY(!ledger.isLabelled(500));
        QCOMPARE(ledger.query(500, 0, {})->valid, 0.5);
        QCOMPARE(ledger.query(500, 1, 7.0, {})->valid, 0.5);
        QVERIFY(ledger.isLabelled(500));
        QCOMPARE(ledger.count(), 1);
        QCOMPARE(ledger.remaining(), 2);
        QCOMPARE(benchmark.asked, 1);
        QCOMPARE(ledger.history().front().round, 0);
        QVERIFY(std::isnan(ledger.history().front().predicted));
    }

    void testBudgetEnds()
    {
        const SyntheticBenchmark benchmark([](CellIndex) { return 50.0; });
        QueryLedger ledger(benchmark, 2);
        ledger.query(1, 0, {});
        ledger.query(2, 0, {});
        COMPARE_CONTAINS(errorText([&] { ledger.query(3, 0, {}); }), "budget of 2");
        QCOMPARE(ledger.count(), 2);
        QCOMPARE(benchmark.asked, 2);
        // What is known can still be looked up.
        QCOMPARE(ledger.query(1, 1, {})->valid, 50.0);
        COMPARE_CONTAINS(errorText<UsageError>([&] { QueryLedger none(benchmark, 0); }), "1 or more");
    }

    void testUnknownCell()
    {
        const SyntheticBenchmark benchmark([](CellIndex) { return 50.0; }, [](CellIndex cell) { return cell != 3; });
        QueryLedger ledger(benchmark, 2);
        QVERIFY(!ledger.canAnswer(3));
        const std::string error = errorText([&] { ledger.query(3, 0, {}); });
        COMPARE_CONTAINS(error, searchSpace("nasbench201").text(3));
        COMPARE_CONTAINS(error, "synthetic");
        QCOMPARE(ledger.count(), 0);
    }

    // A training that breaks down, say.
    void testACellWithoutALabel()
    {
        const SyntheticBenchmark benchmark([](CellIndex cell) {
            if (cell < 100)
                throw Unanswerable("Cell " + std::to_string(cell) + " broke down.");
            return 50.0;
        });
        QueryLedger ledger(benchmark, 3);
        QVERIFY(ledger.canAnswer(7));
        QVERIFY(!ledger.query(7, 0, {}));
        QVERIFY(!ledger.canAnswer(7));
        QCOMPARE(ledger.count(), 0);
        QCOMPARE(ledger.refusals().size(), std::size_t(1));
        QCOMPARE(ledger.refusals().front().cell, CellIndex(7));
        COMPARE_CONTAINS(ledger.refusals().front().reason, "Cell 7 broke down");
        QCOMPARE(ledger.query(200, 0, {})->valid, 50.0);
        QCOMPARE(ledger.remaining(), 2);
    }

    // Where nothing can be answered it would never end.
    void testTooManyWithoutALabel()
    {
        const SyntheticBenchmark benchmark([](CellIndex cell) -> double {
            if (cell != 5)
                throw Unanswerable("No cell can be trained.");
            return 50.0;
        });
        QueryLedger ledger(benchmark, 3);
        for (CellIndex cell = 0; cell < 12; ++cell) // the sixth has one: counted anew from there
            QCOMPARE(ledger.query(cell, 0, {}).has_value(), cell == 5);
        QCOMPARE(ledger.query(12, 0, {}).has_value(), false);
        COMPARE_CONTAINS(errorText<Unanswerable>([&] { ledger.query(13, 0, {}); }), "No cell can be trained");
    }

    void testHistoryAndBest()
    {
        const SyntheticBenchmark benchmark([](CellIndex cell) { return cell == 8 ? 9.0 : static_cast<double>(cell); });
        QueryLedger ledger(benchmark, 10);
        QVERIFY(ledger.best() == nullptr);
        QVERIFY(std::isnan(ledger.maxTest()));
        ledger.query(5, 0, {});
        ledger.query(9, 0, {});
        ledger.query(8, 1, 12.5, {}); // equal to the best: the first stays
        ledger.query(2, 2, {});
        QCOMPARE(ledger.best()->cell, 9U);
        QCOMPARE(ledger.maxTest(), 8.0);
        QCOMPARE(ledger.history().size(), std::size_t{4});
        QCOMPARE(ledger.history()[2].number, 3);
        QCOMPARE(ledger.history()[2].predicted, 12.5);
        QCOMPARE(ledger.history()[3].round, 2);
    }

    void testFirstBestQuery()
    {
        SyntheticBenchmark benchmark([](CellIndex cell) { return cell == 7 || cell == 8 ? 9.0 : 1.0; });
        benchmark.best = 7;
        QueryLedger ledger(benchmark, 10);
        ledger.query(1, 0, {});
        QVERIFY(!ledger.foundBest());
        ledger.query(8, 0, {}); // as good as the best cell
        QVERIFY(ledger.foundBest());
        ledger.query(7, 0, {});
        QCOMPARE(ledger.firstBestQuery().value(), 2);
    }

    void testBestUnknownToTheBenchmark()
    {
        const SyntheticBenchmark benchmark([](CellIndex) { return 100.0; });
        QueryLedger ledger(benchmark, 10);
        ledger.query(1, 0, {});
        QVERIFY(!ledger.foundBest());
    }
};

QTEST_APPLESS_MAIN(TestQueryLedger)
#include "tst_query_ledger.moc"
