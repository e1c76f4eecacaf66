// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/benchmark/table.h"
#include "core/model/accuracy_model.h"
#include "core/model/latent_space.h"
#include "core/model/weights.h"
#include "core/search/create_strategy.h"
#include "core/search/strategy.h"
#include "tests/core/base/error_text.h"
#include "tests/core/benchmark/synthetic_benchmark.h"
#include "tests/core/search/made_up_accuracy.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <set>
#include <thread>

using namespace inverso;

class TestInnSearch : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const LatentSpace> m_latents;
    SyntheticBenchmark m_benchmark{madeUpAccuracy};

    static SearchSettings quick(const QString& method, Preset preset)
    {
        SearchSettings settings;
        settings.method = method.toStdString();
        settings.model.preset = preset;
        settings.seed = 7;
        settings.budget = 28;
        settings.initialTraining = 12;
        settings.initialValidation = preset == Preset::Thesis ? 4 : 0;
        settings.candidates = 20;
        if (preset == Preset::Thesis)
            settings.model.overrides = {{"epochs", "6"}, {"retrain_epochs", "2"}, {"noise_tries", "2"}};
        return settings;
    }

    static void addMethods()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("preset");
        QTest::newRow("inn, default") << "inn" << static_cast<int>(Preset::Default);
        QTest::newRow("inn, thesis") << "inn" << static_cast<int>(Preset::Thesis);
        QTest::newRow("inn-random, default") << "inn-random" << static_cast<int>(Preset::Default);
        QTest::newRow("enumerate, default") << "enumerate" << static_cast<int>(Preset::Default);
    }

private slots:
    void initTestCase() { m_latents = LatentSpace::load(findWeights("nasbench201", "default")); }

    void testRoundsAddUpToTheBudget_data() { addMethods(); }

    void testRoundsAddUpToTheBudget()
    {
        QFETCH(QString, method);
        QFETCH(int, preset);
        const SearchSettings settings = quick(method, static_cast<Preset>(preset));
        QueryLedger ledger(m_benchmark, settings.budget);
        const auto strategy = createStrategy(settings, ledger, m_latents);
        QCOMPARE(strategy->model(), nullptr);
        int number = 0;
        int counted = 0;
        while (!strategy->isFinished()) {
            const int labelledBefore = ledger.count();
            const Round round = strategy->step({});
            QVERIFY(strategy->model() != nullptr);
            QCOMPARE(round.number, number++);
            QCOMPARE(ledger.count() - labelledBefore, static_cast<int>(round.queries.size()));
            counted += static_cast<int>(round.queries.size());
            if (round.number == 0)
                continue;
            QVERIFY(round.queries.size() <= 5 && round.candidates.size() <= 20);
            // Those queried are the first of the candidates, and none was labelled before.
            for (std::size_t i = 0; i < round.queries.size(); ++i) {
                QCOMPARE(round.queries[i].cell, round.candidates[i].cell);
                QCOMPARE(static_cast<float>(round.queries[i].predicted), round.candidates[i].predicted);
            }
        }
        QCOMPARE(counted, settings.budget);
        std::set<CellIndex> cells;
        for (const Query& query : ledger.history())
            cells.insert(query.cell);
        QCOMPARE(cells.size(), static_cast<std::size_t>(settings.budget));
        QCOMPARE(m_benchmark.asked >= settings.budget, true);
    }

    void testPhasesAddUpToTheRound_data() { addMethods(); }

    void testPhasesAddUpToTheRound()
    {
        QFETCH(QString, method);
        QFETCH(int, preset);
        const SearchSettings settings = quick(method, static_cast<Preset>(preset));
        QueryLedger ledger(m_benchmark, settings.budget);
        QueryLedger whole(m_benchmark, settings.budget);
        const auto byPhase = createStrategy(settings, ledger, m_latents);
        const auto byRound = createStrategy(settings, whole, m_latents);
        using enum PhaseKind;
        const std::vector<PhaseKind> first{Label, Fit};
        const std::vector<PhaseKind> later = method == QStringLiteral("inn")
                                                 ? std::vector{Generate, Decode, Predict, Select, Query, Retrain}
                                                 : std::vector{Generate, Predict, Select, Query, Retrain};
        for (int number = 0; !byRound->isFinished(); ++number) {
            const Round expected = byRound->step({});
            const auto& kinds = number == 0 ? first : later;
            std::size_t newCells = 0;
            for (std::size_t i = 0; i < kinds.size(); ++i) {
                const Phase phase = byPhase->advance({});
                QCOMPARE(phase.kind, kinds[i]);
                QCOMPARE(phase.round, number);
                QCOMPARE(phase.finished.has_value(), i + 1 == kinds.size());
                if (phase.kind == Decode) {
                    newCells = phase.cells.size();
                    QCOMPARE(phase.decodes.total, expected.decodes.total);
                    QCOMPARE(phase.decodes.invalid, expected.decodes.invalid);
                    QCOMPARE(phase.decodes.duplicates, expected.decodes.duplicates);
                    QCOMPARE(newCells, expected.candidates.size());
                } else if (phase.kind == Predict) {
                    float best = 0.0F;
                    for (const Candidate& candidate : expected.candidates)
                        best = std::max(best, candidate.predicted);
                    QCOMPARE(static_cast<float>(phase.best), best);
                } else if (phase.kind == Query || phase.kind == Label) {
                    QCOMPARE(phase.cells.size(), expected.queries.size());
                } else if (phase.kind == Fit || phase.kind == Retrain) {
                    QCOMPARE(phase.labels, whole.count() - settings.initialValidation);
                }
                if (phase.finished) {
                    QCOMPARE(phase.finished->queries.size(), expected.queries.size());
                    for (std::size_t k = 0; k < expected.queries.size(); ++k)
                        QCOMPARE(phase.finished->queries[k].cell, expected.queries[k].cell);
                    QCOMPARE(phase.finished->candidates.size(), expected.candidates.size());
                    QCOMPARE(phase.finished->losses.size(), expected.losses.size());
                }
            }
        }
        QVERIFY(byPhase->isFinished());
    }

    void testAStepFinishesTheRoundInProgress()
    {
        const SearchSettings settings = quick(QStringLiteral("inn"), Preset::Default);
        QueryLedger ledger(m_benchmark, settings.budget);
        const auto strategy = createStrategy(settings, ledger, m_latents);
        (void)strategy->step({});
        (void)strategy->advance({});
        (void)strategy->advance({});
        const Round round = strategy->step({});
        QCOMPARE(round.number, 1);
        QVERIFY(!round.candidates.empty() && !round.queries.empty());
        QCOMPARE(strategy->advance({}).round, 2);
    }

    void testSameSeedSameQueries_data() { addMethods(); }

    void testSameSeedSameQueries()
    {
        QFETCH(QString, method);
        QFETCH(int, preset);
        std::vector<std::vector<CellIndex>> asked;
        for (const std::uint64_t seed : {7U, 7U, 8U}) {
            SearchSettings settings = quick(method, static_cast<Preset>(preset));
            settings.seed = seed;
            settings.model.threads = asked.empty() ? 1 : 2;
            QueryLedger ledger(m_benchmark, settings.budget);
            const auto strategy = createStrategy(settings, ledger, m_latents);
            while (!strategy->isFinished())
                (void)strategy->step({});
            asked.emplace_back();
            for (const Query& query : ledger.history())
                asked.back().push_back(query.cell);
        }
        QCOMPARE(asked[0], asked[1]);
        QVERIFY(asked[0] != asked[2]);
    }

    void testCellsThatTheBenchmarkLacksAreNeverAsked()
    {
        SyntheticBenchmark partial(madeUpAccuracy, [](CellIndex cell) { return cell % 2 == 0; });
        const SearchSettings settings = quick("inn", Preset::Default);
        QueryLedger ledger(partial, settings.budget);
        const auto strategy = createStrategy(settings, ledger, m_latents);
        int lacking = 0;
        while (!strategy->isFinished()) { // the benchmark throws when it is asked for others
            const Round round = strategy->step({});
            lacking += round.decodes.lacking;
            for (const Candidate& candidate : round.candidates)
                QCOMPARE(candidate.cell % 2, 0U);
        }
        QCOMPARE(ledger.count(), settings.budget);
        QVERIFY(lacking > 0);
    }

    // One cell in fifty: hardly any decode is one of them, so that stand-ins fill the rounds.
    void testStandInsFillTheRoundsOfASparseTable_data() { addMethods(); }

    void testStandInsFillTheRoundsOfASparseTable()
    {
        QFETCH(QString, method);
        QFETCH(int, preset);
        SyntheticBenchmark sparse(madeUpAccuracy, [](CellIndex cell) { return cell % 50 == 7; });
        const SearchSettings settings = quick(method, static_cast<Preset>(preset));
        QueryLedger ledger(sparse, settings.budget);
        const auto strategy = createStrategy(settings, ledger, m_latents);
        (void)strategy->step({});
        int lacking = 0;
        while (!strategy->isFinished()) {
            const Round round = strategy->step({});
            QCOMPARE(round.candidates.size(), std::size_t(20));
            QVERIFY(round.decodes.lacking <= round.decodes.total - round.decodes.invalid);
            lacking += round.decodes.lacking;
        }
        QCOMPARE(ledger.count(), settings.budget);
        QCOMPARE(lacking > 0, method == QStringLiteral("inn")); // the others choose among those known
    }

    // Whatever the model thinks best of all cells is asked first.
    void testEnumerationMissesNothing()
    {
        SyntheticBenchmark partial(madeUpAccuracy, [](CellIndex cell) { return cell % 3 != 0; });
        const SearchSettings settings = quick("enumerate", Preset::Default);
        QueryLedger ledger(partial, settings.budget);
        const auto strategy = createStrategy(settings, ledger, m_latents);
        (void)strategy->step({});
        const auto before = strategy->model()->predictAll();
        const int labelled = ledger.count();
        const Phase generated = strategy->advance({});
        QCOMPARE(generated.cells.size(), static_cast<std::size_t>(15625 - 5209 - labelled)); // all, but a third
        QCOMPARE(static_cast<int>(generated.origin), static_cast<int>(Origin::WholeSpace));
        const Round round = strategy->step({});
        QCOMPARE(round.candidates.size(), std::size_t{20});
        // Ranked by mean + ½ deviation: no other cell may have both of them higher than the last candidate.
        const Candidate& last = round.candidates.back();
        for (const CellIndex cell : generated.cells) {
            const bool chosen = std::ranges::any_of(round.candidates, [&](const auto& c) { return c.cell == cell; });
            QVERIFY(chosen || before[cell].mean <= last.predicted || before[cell].deviation <= last.deviation);
        }
    }

    void testTinyTableIsSearchedToItsEnd()
    {
        SyntheticBenchmark tiny(madeUpAccuracy, [](CellIndex cell) { return cell < 20; });
        SearchSettings settings = quick("inn", Preset::Default);
        QueryLedger ledger(tiny, settings.budget);
        const auto strategy = createStrategy(settings, ledger, m_latents);
        while (!strategy->isFinished())
            (void)strategy->step({});
        QCOMPARE(ledger.count(), 20);
    }

    void testStopAtBestStopsThere()
    {
        CellIndex best = 0;
        for (CellIndex cell = 1; cell < 15625; ++cell)
            if (madeUpAccuracy(cell) > madeUpAccuracy(best))
                best = cell;
        SyntheticBenchmark benchmark(madeUpAccuracy);
        benchmark.best = best;
        SearchSettings settings = quick("inn", Preset::Default);
        settings.budget = 150;
        settings.candidates = 100;
        settings.stopAtBest = true;
        QueryLedger ledger(benchmark, settings.budget);
        const auto strategy = createStrategy(settings, ledger, m_latents);
        while (!strategy->isFinished())
            (void)strategy->step({});
        // A made-up function of the descriptors is what the model is good at.
        QVERIFY(ledger.foundBest());
        QCOMPARE(ledger.history().back().number, *ledger.firstBestQuery());
    }

    void testCancelInEachPhase_data()
    {
        using enum PhaseKind;
        QTest::addColumn<int>("kind");
        for (const auto& [kind, name] :
             {std::pair(Label, "label"), std::pair(Fit, "fit"), std::pair(Generate, "generate"),
              std::pair(Decode, "decode"), std::pair(Predict, "predict"), std::pair(Select, "select"),
              std::pair(Query, "query"), std::pair(Retrain, "retrain")})
            QTest::newRow(name) << static_cast<int>(kind);
    }

    // The phases that train, invert or predict are stopped half-way, which is known from a twin that does the same
    // undisturbed; those that ask, when the second label is asked; those that only move numbers about, before they
    // begin.
    void testCancelInEachPhase()
    {
        QFETCH(int, kind);
        using Clock = std::chrono::steady_clock;
        using enum PhaseKind;
        const auto phase = static_cast<PhaseKind>(kind);
        const bool asks = phase == Label || phase == Query;
        const bool takesTime = !asks && phase != Decode && phase != Select;
        SearchSettings settings = quick("inn", Preset::Default);
        settings.budget = 5000;
        settings.candidates = 100;
        int wanted = 0; // label of the phase to stop at; 0: none
        std::stop_source source;
        Clock::time_point stopped;
        const auto stop = [&] {
            stopped = Clock::now();
            source.request_stop();
        };
        const SyntheticBenchmark benchmark([&](CellIndex cell) {
            if (wanted > 0 && --wanted == 0)
                stop();
            return madeUpAccuracy(cell);
        });
        const auto atPhase = [&](QueryLedger& ledger) {
            auto strategy = createStrategy(settings, ledger, m_latents);
            for (int i = 0; i < kind; ++i)
                (void)strategy->advance({});
            return strategy;
        };
        QueryLedger undisturbed(benchmark, settings.budget);
        const auto twin = atPhase(undisturbed);
        const auto start = Clock::now();
        QCOMPARE(static_cast<int>(twin->advance({}).kind), kind);
        const auto half = (Clock::now() - start) / 2;

        // A machine that is busy may wake the stopper too late: then the phase was over, and it is done again.
        bool inside = false;
        for (int attempt = 0; attempt < 10 && !inside; ++attempt) {
            source = {};
            QueryLedger ledger(benchmark, settings.budget);
            const auto strategy = atPhase(ledger);
            std::atomic<bool> over = false;
            std::atomic<bool> inTime = !takesTime;
            std::jthread stopper;
            if (takesTime)
                stopper = std::jthread([&, at = Clock::now() + half] {
                    std::this_thread::sleep_until(at);
                    stop();
                    inTime = !over;
                });
            else if (asks)
                wanted = 2;
            else
                stop();
            bool cancelled = false;
            try {
                (void)strategy->advance(source.get_token());
                over = true; // too short to look: then the next does not begin
                if (stopper.joinable())
                    stopper.join();
                (void)strategy->advance(source.get_token());
            } catch (const Cancelled&) {
                cancelled = true;
            }
            const auto answered = Clock::now();
            if (stopper.joinable())
                stopper.join();
            QVERIFY(cancelled);
            const double delay = std::chrono::duration<double, std::milli>(answered - stopped).count();
            qInfo("cancelled %.2f ms after the stop, in a phase of %.2f ms", delay,
                  std::chrono::duration<double, std::milli>(2 * half).count());
            // 100 are promised, on a machine that is free
            QVERIFY2(delay < 10000.0, qPrintable(QString::number(delay)));
            QCOMPARE(ledger.history().size(), static_cast<std::size_t>(ledger.count()));
            inside = inTime;
        }
        QVERIFY(inside);
    }

    void testModelMethodsNeedWeights()
    {
        QueryLedger ledger(m_benchmark, 50);
        SearchSettings settings = quick("inn", Preset::Default);
        COMPARE_CONTAINS(errorText<UsageError>([&] { (void)createStrategy(settings, ledger, nullptr); }), "weights");
    }

    void testFindsTheOptimumOfTheRealTable()
    {
        const char* folder = std::getenv("INVERSO_BENCHMARKS");
        if (!folder)
            QSKIP("INVERSO_BENCHMARKS is not set: no real table.");
        const auto table = Table::load(std::filesystem::path(folder) / "nasbench201.csv");
        const TableBenchmark benchmark(table, "cifar10");
        // Two seeds of twenty measured; random search reaches this in one of fifty.
        for (const std::uint64_t seed : {0U, 1U}) {
            SearchSettings settings;
            settings.seed = seed;
            settings.budget = 120;
            settings.stopAtBest = true;
            QueryLedger ledger(benchmark, settings.budget);
            const auto strategy = createStrategy(settings, ledger, m_latents);
            while (!strategy->isFinished())
                (void)strategy->step({});
            QVERIFY2(ledger.best()->label.valid > 91.5, qPrintable(QString::number(ledger.best()->label.valid)));
        }
    }
};

QTEST_GUILESS_MAIN(TestInnSearch)
#include "tst_inn_search.moc"
