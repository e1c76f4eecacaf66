// SPDX-License-Identifier: GPL-3.0-or-later
// What all peers promise that learn from labels.
#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/benchmark/table.h"
#include "core/cell/nasbench201.h"
#include "core/model/latent_space.h"
#include "core/model/runtime.h"
#include "core/model/weights.h"
#include "core/search/create_strategy.h"
#include "core/search/strategy.h"
#include "tests/core/benchmark/synthetic_benchmark.h"

#include <QtTest>

#include <atomic>
#include <cmath>
#include <dlfcn.h>
#include <map>
#include <pthread.h>
#include <set>
#include <span>
#include <thread>

namespace {

std::atomic<int> threadsStarted = 0;

} // namespace

#ifndef __SANITIZE_THREAD__ // which starts threads in a way of its own
// Instead of the C library's.
extern "C" int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*),
                              void* argument)
{
    ++threadsStarted;
    static const auto original = reinterpret_cast<decltype(&pthread_create)>(dlsym(RTLD_NEXT, "pthread_create"));
    return original(thread, attributes, start, argument);
}
#endif

using namespace inverso;

namespace {

/// More, the more operations are 3×3 convolutions; the others differ a little.
double hill(CellIndex cell)
{
    double accuracy = 90.0;
    for (const NasBench201::Operation operation : NasBench201::operations(cell))
        accuracy -= operation == NasBench201::Conv3x3 ? 0.0 : 5.0 + 0.3 * static_cast<int>(operation);
    return accuracy;
}

SearchSettings quick(const QString& method, std::uint64_t seed = 7)
{
    SearchSettings settings;
    settings.method = method.toStdString();
    settings.seed = seed;
    settings.budget = 45;
    return resolved(settings);
}

/// Of the shipped weights; null where the method needs none.
std::shared_ptr<const LatentSpace> latentsOf(const QString& method, std::string_view space = "nasbench201")
{
    static std::map<std::string_view, std::shared_ptr<const LatentSpace>> loaded;
    if (method != QStringLiteral("crlso"))
        return nullptr;
    auto& latents = loaded[space];
    if (!latents)
        latents = LatentSpace::load(findWeights(space, "default"));
    return latents;
}

std::unique_ptr<SearchStrategy> create(const SearchSettings& settings, QueryLedger& ledger)
{
    return createStrategy(settings, ledger, latentsOf(QString::fromStdString(settings.method), ledger.space().name()));
}

Origin originOf(const QString& method)
{
    static const std::map<QString, Origin> origins = {{QStringLiteral("bananas"), Origin::Mutation},
                                                      {QStringLiteral("agnet"), Origin::Noise},
                                                      {QStringLiteral("arch2vec-rl"), Origin::Policy},
                                                      {QStringLiteral("arch2vec-bo"), Origin::WholeSpace},
                                                      {QStringLiteral("crlso"), Origin::Gradient}};
    return origins.at(method);
}

std::vector<CellIndex> cellsOf(const QueryLedger& ledger)
{
    std::vector<CellIndex> cells;
    for (const Query& query : ledger.history())
        cells.push_back(query.cell);
    return cells;
}

void run(const SearchSettings& settings, QueryLedger& ledger)
{
    const auto strategy = create(settings, ledger);
    while (!strategy->isFinished())
        (void)strategy->step({});
}

void addMethods()
{
    QTest::addColumn<QString>("method");
    for (const char* method : {"bananas", "agnet", "arch2vec-rl", "arch2vec-bo", "crlso"})
        QTest::newRow(method) << QString::fromLatin1(method);
}

} // namespace

class TestLearningSearches : public QObject
{
    Q_OBJECT

private slots:
    // Searches may run side by side: none may take more threads than it was given.
    void testTakesTheThreadsOfItsSettings_data() { addMethods(); }
    void testTakesTheThreadsOfItsSettings()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark benchmark(hill);
        SearchSettings settings = quick(method);
        settings.model.threads = 1;
        QueryLedger ledger(benchmark, settings.budget);
        (void)latentsOf(method);
        setThreads(1); // LibTorch makes its pool at the first call; the programs call it when they start
        threadsStarted = 0;
        const auto strategy = create(settings, ledger);
        for (int round = 0; round < 2; ++round)
            (void)strategy->step({});
        QCOMPARE(threadsStarted.load(), 0);
    }

    void testRoundsAddUpToTheBudget_data() { addMethods(); }
    void testRoundsAddUpToTheBudget()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark benchmark(hill);
        const SearchSettings settings = quick(method);
        QueryLedger ledger(benchmark, settings.budget);
        const auto strategy = create(settings, ledger);
        QCOMPARE(QString::fromUtf8(strategy->name()), method);
        int number = 0;
        while (!strategy->isFinished()) {
            const int before = ledger.count();
            const Round round = strategy->step({});
            QCOMPARE(round.number, number++);
            QCOMPARE(ledger.count() - before, static_cast<int>(round.queries.size()));
            QCOMPARE(strategy->model(), nullptr); // nothing that could be inverted
            if (round.number == 0) {
                QCOMPARE(round.queries.size(), static_cast<std::size_t>(settings.initialTotal()));
                QCOMPARE(round.losses.empty(), method == QStringLiteral("arch2vec-rl")); // it starts with what it does
                continue;
            }
            // A generator that knows what is good may have few new cells to give.
            const std::size_t proposed = round.candidates.size();
            const auto wanted = static_cast<std::size_t>(settings.candidates);
            QVERIFY(method == QStringLiteral("agnet") ? proposed > 0 && proposed <= wanted : proposed == wanted);
            const auto most = static_cast<std::size_t>(std::min(settings.topK, settings.budget - before));
            QCOMPARE(round.queries.size(), std::min(proposed, most));
            QCOMPARE(round.losses.empty(), strategy->isFinished()); // the last labels teach nobody
            std::set<CellIndex> distinct;
            for (const Candidate& candidate : round.candidates)
                distinct.insert(candidate.cell);
            QCOMPARE(distinct.size(), round.candidates.size());
            for (std::size_t i = 0; i < round.queries.size(); ++i) {
                QCOMPARE(round.queries[i].cell, round.candidates[i].cell);
                QCOMPARE(static_cast<float>(round.queries[i].predicted), round.candidates[i].predicted);
            }
        }
        QCOMPARE(ledger.count(), settings.budget);
        const auto cells = cellsOf(ledger);
        QCOMPARE(std::set<CellIndex>(cells.begin(), cells.end()).size(), cells.size());
    }

    void testCellsWithoutALabelArePassedOver_data() { addMethods(); }
    void testCellsWithoutALabelArePassedOver()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark benchmark([](CellIndex cell) {
            if (cell * 2654435761U >> 30U == 0) // a quarter, whatever they are
                throw Unanswerable("The training broke down.");
            return hill(cell);
        });
        const SearchSettings settings = quick(method);
        QueryLedger ledger(benchmark, settings.budget);
        const auto strategy = create(settings, ledger);
        std::size_t refused = 0;
        std::size_t initial = 0;
        while (!strategy->isFinished()) {
            const Round round = strategy->step({});
            refused += round.refusals.size();
            if (round.number == 0)
                initial = round.queries.size();
        }
        QCOMPARE(initial, static_cast<std::size_t>(settings.initialTotal()));
        QCOMPARE(ledger.count(), settings.budget);
        QVERIFY(refused > 0);
        QCOMPARE(refused, ledger.refusals().size());
    }

    void testPhases_data() { addMethods(); }
    void testPhases()
    {
        QFETCH(QString, method);
        using enum PhaseKind;
        const SyntheticBenchmark benchmark(hill);
        const SearchSettings settings = quick(method);
        QueryLedger ledger(benchmark, settings.budget);
        const auto strategy = create(settings, ledger);
        const Origin origin = originOf(method);
        const bool decodes = origin == Origin::Noise || origin == Origin::Gradient;
        const std::vector<PhaseKind> expected =
            decodes ? std::vector{Label, Fit, Generate, Decode, Predict, Select, Query, Retrain}
                    : std::vector{Label, Fit, Generate, Predict, Select, Query, Retrain};
        for (const PhaseKind kind : expected) {
            const Phase phase = strategy->advance({});
            QCOMPARE(phase.kind, kind);
            QCOMPARE(phase.round, kind == Label || kind == Fit ? 0 : 1);
            QCOMPARE(phase.finished.has_value(), kind == Fit || kind == Retrain);
            QCOMPARE(static_cast<int>(phase.origin), static_cast<int>(origin));
            if (kind == Generate)
                QCOMPARE(phase.decodes.total > 0, decodes);
            if (kind == Fit || kind == Retrain)
                QCOMPARE(phase.labels, ledger.count());
        }
    }

    void testSeedDecidesButNotThreads_data() { addMethods(); }
    void testSeedDecidesButNotThreads()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark benchmark(hill);
        const auto cells = [&](std::uint64_t seed, int threads) {
            SearchSettings settings = quick(method, seed);
            settings.model.threads = threads;
            QueryLedger ledger(benchmark, settings.budget);
            run(settings, ledger);
            return cellsOf(ledger);
        };
        const auto first = cells(1, 1);
        QCOMPARE(first, cells(1, 2));
        QVERIFY(first != cells(2, 1));
    }

    // All but the policy, which needs far more than a search's queries to learn a landscape like this one; how it does
    // on a real table is tested below.
    void testClimbs_data()
    {
        QTest::addColumn<QString>("method");
        for (const char* method : {"bananas", "agnet", "arch2vec-bo", "crlso"})
            QTest::newRow(method) << QString::fromLatin1(method);
    }
    void testClimbs()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark benchmark(hill);
        SearchSettings settings = quick(method);
        settings.budget = 64;
        QueryLedger ledger(benchmark, settings.budget);
        run(settings, ledger);
        std::vector<double> all;
        for (CellIndex cell = 0; cell < benchmark.space().size(); ++cell)
            all.push_back(hill(cell));
        std::vector<double> last;
        for (const Query& query : std::span(ledger.history()).last(16))
            last.push_back(query.label.valid);
        QVERIFY2(mean(last) > mean(all) + 5.0, qPrintable(QString::number(mean(last) - mean(all))));
    }

    // One cell in fifty: others that the table has stand in for those that come.
    void testSparseTable_data() { addMethods(); }
    void testSparseTable()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark sparse(hill, [](CellIndex cell) { return cell % 50 == 7; });
        const SearchSettings settings = quick(method);
        QueryLedger ledger(sparse, settings.budget);
        const auto strategy = create(settings, ledger);
        (void)strategy->step({});
        while (!strategy->isFinished()) {
            const Round round = strategy->step({});
            QCOMPARE(round.candidates.size(), static_cast<std::size_t>(settings.candidates));
            const Origin origin = originOf(method);
            QCOMPARE(round.decodes.lacking > 0, origin == Origin::Noise || origin == Origin::Gradient);
            for (const Candidate& candidate : round.candidates)
                QCOMPARE(candidate.cell % 50, 7U);
        }
        QCOMPARE(ledger.count(), settings.budget);
    }

    void testTinyTableIsSearchedToItsEnd_data() { addMethods(); }
    void testTinyTableIsSearchedToItsEnd()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark tiny(hill, [](CellIndex cell) { return cell < 30; });
        const SearchSettings settings = quick(method);
        QueryLedger ledger(tiny, settings.budget);
        run(settings, ledger);
        QCOMPARE(ledger.count(), 30);
    }

    void testCancelled_data() { addMethods(); }
    void testCancelled()
    {
        QFETCH(QString, method);
        const SyntheticBenchmark benchmark(hill);
        SearchSettings settings = quick(method);
        settings.budget = 1000;
        // Before each phase.
        for (int phases = 0; phases < 8; ++phases) {
            QueryLedger ledger(benchmark, settings.budget);
            const auto strategy = create(settings, ledger);
            for (int i = 0; i < phases; ++i)
                (void)strategy->advance({});
            std::stop_source source;
            source.request_stop();
            QVERIFY_EXCEPTION_THROWN((void)strategy->advance(source.get_token()), Cancelled);
        }
        // In the midst of whatever it does then.
        QueryLedger ledger(benchmark, settings.budget);
        const auto strategy = create(settings, ledger);
        std::stop_source source;
        const std::jthread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
            source.request_stop();
        });
        bool cancelled = false;
        try {
            while (!strategy->isFinished())
                (void)strategy->step(source.get_token());
        } catch (const Cancelled&) {
            cancelled = true;
        }
        QVERIFY(cancelled);
        QCOMPARE(ledger.history().size(), static_cast<std::size_t>(ledger.count()));
    }

    void testPartOfNasBench101_data() { addMethods(); }
    void testPartOfNasBench101()
    {
        QFETCH(QString, method);
        const QString folder = qEnvironmentVariable("INVERSO_BENCHMARKS");
        if (folder.isEmpty())
            QSKIP("INVERSO_BENCHMARKS is not set: no real table.");
        const auto table = Table::load(folder.toStdString() + "/nasbench101_subset.csv");
        const TableBenchmark benchmark(table, table->datasets().front().name);
        const SearchSettings settings = quick(method);
        QueryLedger ledger(benchmark, settings.budget);
        run(settings, ledger);
        QCOMPARE(ledger.count(), settings.budget);
    }

    // At 80 queries random search comes to 90.96 in the mean (100 seeds, standard deviation 0.33), at 190 to 91.17.
    void testBeatsRandomSearchOnTheRealTable_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("budget");
        QTest::addColumn<int>("firstSeed");
        QTest::addColumn<int>("lastSeed");
        QTest::addColumn<double>("least");
        const auto row = [](const char* method, int budget, int first, int last, double least) {
            QTest::newRow(method) << QString::fromLatin1(method) << budget << first << last << least;
        };
        row("bananas", 80, 7, 9, 91.3);
        row("agnet", 80, 7, 9, 90.96);
        row("arch2vec-rl", 190, 0, 5, 91.17);
        row("arch2vec-bo", 80, 7, 9, 90.96);
        row("crlso", 190, 7, 9, 91.4);
    }
    void testBeatsRandomSearchOnTheRealTable()
    {
        QFETCH(QString, method);
        QFETCH(int, budget);
        QFETCH(int, firstSeed);
        QFETCH(int, lastSeed);
        QFETCH(double, least);
        const QString folder = qEnvironmentVariable("INVERSO_BENCHMARKS");
        if (folder.isEmpty())
            QSKIP("INVERSO_BENCHMARKS is not set: no real table.");
        const TableBenchmark benchmark(Table::load(folder.toStdString() + "/nasbench201.csv"), "cifar10");
        std::vector<double> best;
        for (int seed = firstSeed; seed <= lastSeed; ++seed) {
            SearchSettings settings = quick(method, static_cast<std::uint64_t>(seed));
            settings.budget = budget;
            QueryLedger ledger(benchmark, settings.budget);
            run(settings, ledger);
            best.push_back(ledger.best()->label.valid);
        }
        qInfo("mean %.3f", mean(best));
        QVERIFY2(mean(best) > least, qPrintable(QString::number(mean(best))));
    }
};

QTEST_GUILESS_MAIN(TestLearningSearches)
#include "tst_learning_searches.moc"
