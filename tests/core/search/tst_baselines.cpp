// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/benchmark/table.h"
#include "core/cell/nasbench201.h"
#include "core/search/local_search.h"
#include "core/search/random_search.h"
#include "core/search/regularized_evolution.h"
#include "tests/core/base/error_text.h"
#include "tests/core/benchmark/synthetic_benchmark.h"

#include <QtTest>

#include <cmath>
#include <set>
#include <stop_token>

using namespace inverso;

namespace {

std::unique_ptr<SearchStrategy> create(const QString& method, const SearchSettings& settings, QueryLedger& ledger)
{
    if (method == QLatin1String("rs"))
        return std::make_unique<RandomSearch>(settings, ledger);
    if (method == QLatin1String("ls"))
        return std::make_unique<LocalSearch>(settings, ledger);
    return std::make_unique<RegularizedEvolution>(settings, ledger);
}

/// Steps to the end and returns the rounds.
std::vector<Round> run(const QString& method, const SearchSettings& settings, QueryLedger& ledger)
{
    std::vector<Round> rounds;
    const auto strategy = create(method, settings, ledger);
    while (!strategy->isFinished())
        rounds.push_back(strategy->step({}));
    return rounds;
}

std::vector<CellIndex> cellsOf(const QueryLedger& ledger)
{
    std::vector<CellIndex> cells;
    for (const Query& query : ledger.history())
        cells.push_back(query.cell);
    return cells;
}

/// The only cell on top of hill(): six 3×3 convolutions.
constexpr CellIndex summit = 11718; // 333333 in base 5

/// A landscape without local optima: less, the more operations differ from the summit's.
double hill(CellIndex cell)
{
    int accuracy = 90;
    for (const NasBench201::Operation operation : NasBench201::operations(cell))
        accuracy -= operation == NasBench201::Conv3x3 ? 0 : 5 + operation;
    return accuracy;
}

SearchSettings seeded(std::uint64_t seed, int budget = 190)
{
    SearchSettings settings;
    settings.seed = seed;
    settings.budget = budget;
    return settings;
}

void addMethods()
{
    QTest::addColumn<QString>("method");
    for (const char* method : {"rs", "ls", "re"})
        QTest::newRow(method) << QString::fromLatin1(method);
}

} // namespace

class TestBaselines : public QObject
{
    Q_OBJECT

private slots:
    void testCellsWithoutALabelArePassedOver()
    {
        const SyntheticBenchmark benchmark([](CellIndex cell) {
            if (cell * 2654435761U >> 30U == 0) // a quarter, whatever they are
                throw Unanswerable("The training broke down.");
            return hill(cell);
        });
        for (const char* method : {"rs", "ls", "re"}) {
            QueryLedger ledger(benchmark, 60);
            std::size_t refused = 0;
            for (const Round& round : run(QString::fromLatin1(method), seeded(3, 60), ledger))
                refused += round.refusals.size();
            QCOMPARE(ledger.count(), 60);
            QVERIFY2(refused > 0, method);
            QCOMPARE(refused, ledger.refusals().size());
        }
    }

    void testRounds_data() { addMethods(); }
    void testRounds()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark benchmark(hill);
        QueryLedger ledger(benchmark, 193);
        const auto rounds = run(method, seeded(3, 193), ledger);
        QCOMPARE(ledger.count(), 193);
        QCOMPARE(benchmark.asked, 193);
        QCOMPARE(rounds.front().queries.size(), std::size_t{10});
        QCOMPARE(rounds.back().queries.size(), std::size_t{3}); // what 183 leaves over after steps of 5
        int number = 0;
        for (std::size_t i = 0; i < rounds.size(); ++i) {
            QCOMPARE(rounds[i].number, static_cast<int>(i));
            QVERIFY(rounds[i].queries.size() <= 10);
            for (const Query& query : rounds[i].queries) {
                QCOMPARE(query.number, ++number);
                QCOMPARE(query.round, static_cast<int>(i));
            }
        }
        QCOMPARE(number, 193);
        const auto cells = cellsOf(ledger);
        QCOMPARE(std::set<CellIndex>(cells.begin(), cells.end()).size(), cells.size());
    }

    void testSeedDecides_data() { addMethods(); }
    void testSeedDecides()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark benchmark(hill);
        const auto cells = [&](std::uint64_t seed, int perStep) {
            QueryLedger ledger(benchmark, 120);
            SearchSettings settings = seeded(seed);
            settings.topK = perStep;
            run(method, settings, ledger);
            return cellsOf(ledger);
        };
        QVERIFY(cells(1, 5) == cells(1, 5));
        QVERIFY(cells(1, 5) != cells(2, 5));
        QVERIFY(cells(1, 5) == cells(1, 17)); // rounds are for looking at, not for choosing
    }

    void testPartOfTheSpace_data() { addMethods(); }
    void testPartOfTheSpace()
    {
        QFETCH(QString, method);
        // Cells far apart: most neighbours and children are unknown.
        const SyntheticBenchmark benchmark(hill, [](CellIndex cell) { return cell % 500 == 7; });
        QueryLedger ledger(benchmark, 190);
        run(method, seeded(1), ledger);
        QCOMPARE(ledger.count(), 32); // all there are
    }

    void testNothingKnown_data() { addMethods(); }
    void testNothingKnown()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark benchmark(hill, [](CellIndex) { return false; });
        QueryLedger ledger(benchmark, 190);
        QVERIFY(create(method, {}, ledger)->isFinished());
    }

    void testStop_data() { addMethods(); }
    void testStop()
    {
        QFETCH(QString, method);
        std::stop_source stop;
        int left = 13;
        const SyntheticBenchmark benchmark([&](CellIndex cell) {
            if (--left == 0)
                stop.request_stop();
            return hill(cell);
        });
        QueryLedger ledger(benchmark, 190);
        const auto strategy = create(method, seeded(1), ledger);
        strategy->step(stop.get_token());
        QVERIFY_EXCEPTION_THROWN(strategy->step(stop.get_token()), Cancelled);
        QCOMPARE(ledger.count(), 13);
    }

    void testStopAtBest_data() { addMethods(); }
    void testStopAtBest()
    {
        QFETCH(QString, method);
        SyntheticBenchmark benchmark(hill);
        SearchSettings settings = seeded(1, 400);
        QueryLedger free(benchmark, settings.budget);
        run(method, settings, free);
        benchmark.best = free.best()->cell; // the best cell as far as this test goes
        settings.stopAtBest = true;
        QueryLedger stopped(benchmark, settings.budget);
        run(method, settings, stopped);
        QVERIFY(stopped.foundBest());
        QVERIFY(stopped.count() < free.count());
        QCOMPARE(stopped.count(), free.best()->number);
        const auto all = cellsOf(free);
        const auto some = cellsOf(stopped);
        QVERIFY(std::equal(some.begin(), some.end(), all.begin()));
    }

    void testLocalSearchClimbs()
    {
        SyntheticBenchmark benchmark(hill);
        benchmark.best = summit;
        QueryLedger ledger(benchmark, 190);
        run(QStringLiteral("ls"), seeded(4), ledger);
        QVERIFY(ledger.foundBest());
    }

    /// The prototypes' means at 190 queries on the real tables (300 seeds of each).
    void testAgainstPrototypes_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("dataset");
        QTest::addColumn<double>("expected");
        QTest::addColumn<double>("deviation"); // of one search's best: local search rarely misses the optimum, so
                                               // that 100 seeds may show none
        QTest::newRow("rs cifar10") << "rs"
                                    << "cifar10" << 91.166 << 0.21;
        QTest::newRow("ls cifar10") << "ls"
                                    << "cifar10" << 91.600 << 0.06;
        QTest::newRow("re cifar10") << "re"
                                    << "cifar10" << 91.553 << 0.11;
        QTest::newRow("rs cifar100") << "rs"
                                     << "cifar100" << 71.81 << 0.74;
        QTest::newRow("ls cifar100") << "ls"
                                     << "cifar100" << 73.48 << 0.13;
        QTest::newRow("re cifar100") << "re"
                                     << "cifar100" << 73.43 << 0.28;
    }

    void testAgainstPrototypes()
    {
        QFETCH(QString, method);
        QFETCH(QString, dataset);
        QFETCH(double, expected);
        QFETCH(double, deviation);
        const QString folder = qEnvironmentVariable("INVERSO_BENCHMARKS");
        if (folder.isEmpty())
            QSKIP("INVERSO_BENCHMARKS is not set: no real NAS-Bench-201 table to search.");
        const TableBenchmark benchmark(Table::load(folder.toStdString() + "/nasbench201.csv"), dataset.toStdString());
        std::vector<double> best;
        int hits = 0;
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            QueryLedger ledger(benchmark, 190);
            run(method, seeded(seed), ledger);
            QCOMPARE(ledger.count(), 190);
            best.push_back(ledger.best()->label.valid);
            hits += ledger.foundBest() ? 1 : 0;
        }
        const double standardError = std::max(standardDeviation(best), deviation) / std::sqrt(100.0);
        qInfo("mean %.4f, standard error %.4f, optimum found in %d of 100; expected %.3f", mean(best), standardError,
              hits, expected);
        QVERIFY(std::abs(mean(best) - expected) < 3.0 * standardError);
    }
};

QTEST_APPLESS_MAIN(TestBaselines)
#include "tst_baselines.moc"
