// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/experiment/pace.h"
#include "core/experiment/reproduction.h"
#include "core/experiment/search_run.h"
#include "tests/core/base/error_text.h"
#include "tests/core/benchmark/synthetic_benchmark.h"
#include "tests/core/experiment/experiment_records.h"

#include <QtTest>

#include <set>

using namespace inverso;

class TestReproduction : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_benchmark = std::make_shared<SyntheticBenchmark>(
            [](CellIndex cell) { return 40.0 + static_cast<double>(cell * 7919 % 15625) / 300.0; });
        m_benchmark->best = CellIndex{9};
        for (CellIndex cell = 0; cell < 15625; ++cell)
            if (cell * 7919 % 15625 == 15624)
                m_benchmark->best = cell;
        m_sources.benchmark = [this](const PlanBenchmark& wanted) -> std::shared_ptr<const Benchmark> {
            return wanted.name == "CIFAR-10" ? m_benchmark : nullptr;
        };
        m_sources.latents = [](const SearchSpace&, Preset) -> std::shared_ptr<const LatentSpace> {
            throw Error("There are none.");
        };
        m_settings = {"test", 0, 1, 1, 1}; // one thread: the benchmark counts without a lock
    }

    void testWhatIsAbsentIsNoError()
    {
        const PreparedPlan prepared = prepareSmall();
        QCOMPARE(prepared.runs.size(), std::size_t(6)); // two methods, one table, three seeds
        QVERIFY(prepared.record.benchmarks[1].hash.empty());
        QCOMPARE(prepared.record.absent.size(), std::size_t(1));
        COMPARE_CONTAINS(prepared.record.absent[0].reason, "no method not-yet-written");

        Plan plan = parsePlan(smallPlan(), "small");
        plan.searches[0].settings.method = "inn";
        const PreparedPlan withoutWeights = prepare(plan, m_settings, m_sources, {});
        QCOMPARE(withoutWeights.runs.size(), std::size_t(3));
        COMPARE_CONTAINS(withoutWeights.record.absent[0].reason, "no pre-trained weights of nasbench201");
    }

    void testImpossibleSettingsAreAnError()
    {
        Plan plan = parsePlan(smallPlan(), "small");
        plan.searches[1].settings.initialTraining = 50;
        COMPARE_CONTAINS(errorText<UsageError>([&] { prepare(plan, m_settings, m_sources, {}); }), "search \"LS\"");
    }

    void testFirstSeedsFirst()
    {
        std::vector<std::uint64_t> seeds;
        for (const PlannedRun& run : prepareSmall().runs)
            seeds.push_back(std::get<SearchSettings>(run.settings).seed);
        QVERIFY(std::ranges::is_sorted(seeds));
    }

    void testPartsAreTheWhole()
    {
        m_settings.seeds = 7;
        std::set<std::string> whole;
        for (const PlannedRun& run : prepareSmall().runs)
            whole.insert(run.key.id());
        QCOMPARE(whole.size(), std::size_t(14));
        std::set<std::string> together;
        m_settings.parts = 3;
        for (m_settings.part = 1; m_settings.part <= 3; ++m_settings.part) {
            const PreparedPlan prepared = prepareSmall();
            QVERIFY(prepared.runs.size() >= 4 && prepared.runs.size() <= 5);
            std::set<std::string> rows;
            for (const PlannedRun& run : prepared.runs) {
                QVERIFY(together.insert(run.key.id()).second);
                rows.insert(run.row);
            }
            QCOMPARE(rows.size(), std::size_t(2)); // no part has all of what is slow
        }
        QCOMPARE(together, whole);
    }

    void testRunsAreThoseOfASearch()
    {
        const PreparedPlan prepared = prepareSmall();
        ResultStore store = openStore();
        ReproduceResult result;
        reproduce(prepared, m_settings, store, result, {}, {});
        QCOMPARE(result.done, std::size_t(6));
        const std::vector<std::string> lines = store.lines("search");
        QCOMPARE(lines.size(), std::size_t(6));
        for (const std::string& line : lines) {
            const SearchRecord record = searchFromLine(line);
            SearchRun run;
            run.settings = record.settings;
            runSearch(run, m_benchmark, nullptr, {}, [](const SearchRun&, const Round&, bool, const auto&) {}, {});
            QCOMPARE(record.queries.size(), run.queries.size());
            for (std::size_t i = 0; i < run.queries.size(); ++i) {
                QCOMPARE(record.queries[i].cell, m_benchmark->space().text(run.queries[i].cell));
                QVERIFY(std::abs(record.queries[i].valid - run.queries[i].label.valid) < 1e-5);
                QCOMPARE(record.queries[i].round, run.queries[i].round);
            }
        }
    }

    void testNothingIsDoneTwice()
    {
        ReproduceResult result;
        {
            ResultStore store = openStore();
            m_settings.seeds = 2;
            reproduce(prepareSmall(), m_settings, store, result, {}, {});
            QCOMPARE(result.done, std::size_t(4));
        }
        ResultStore store = openStore();
        m_settings.seeds = 3;
        reproduce(prepareSmall(), m_settings, store, result, {}, {});
        QCOMPARE(result.known, std::size_t(4));
        QCOMPARE(result.done, std::size_t(2));
        const int asked = m_benchmark->asked;
        reproduce(prepareSmall(), m_settings, store, result, {}, {});
        QCOMPARE(result.done, std::size_t(0));
        QCOMPARE(store.lines("search").size(), std::size_t(6));
        QCOMPARE(store.lines("plan").size(), std::size_t(2)); // 2 seeds, 3 seeds
        QVERIFY(m_benchmark->asked - asked < 4 * 15625);      // to tell the table, not to search
    }

    void testAFailureLeavesTheOthers()
    {
        const PreparedPlan prepared = prepareSmall();
        PreparedPlan broken = prepared;
        std::get<SearchSettings>(broken.runs[0].settings).method = "no such method";
        ResultStore store = openStore();
        ReproduceResult result;
        reproduce(broken, m_settings, store, result, {}, {});
        QCOMPARE(result.failed.size(), std::size_t(1));
        COMPARE_CONTAINS(result.failed[0], "no such method");
        QCOMPARE(result.done, std::size_t(5));
        reproduce(prepared, m_settings, store, result, {}, {});
        QCOMPARE(result.done, std::size_t(1));
        QVERIFY(result.failed.empty());
    }

    void testAStopKeepsWhatIsFinished()
    {
        m_settings.seeds = 50;
        std::stop_source stop;
        ResultStore store = openStore();
        ReproduceResult result;
        const ProgressSink progress = [&](const Progress& where) {
            QVERIFY(where.fraction >= 0.0 && where.fraction <= 1.0);
            if (result.done == 10)
                stop.request_stop();
        };
        QVERIFY_EXCEPTION_THROWN(reproduce(prepareSmall(), m_settings, store, result, progress, stop.get_token()),
                                 Cancelled);
        QVERIFY(result.done >= 10 && result.done < 100);
        QCOMPARE(store.lines("search").size(), result.done);
        const std::size_t before = result.done;
        reproduce(prepareSmall(), m_settings, store, result, {}, {});
        QCOMPARE(result.known, before);
        QCOMPARE(result.done, 100 - before);
    }

    void testPace()
    {
        Pace pace;
        int run = 0;
        QCOMPARE(pace.fraction(), 1.0); // nothing to do
        for (int i = 0; i < 10; ++i)
            pace.expect("slow");
        for (int i = 0; i < 10; ++i)
            pace.expect("quick");
        QCOMPARE(pace.fraction(), 0.0);
        pace.finish("quick", &run, 1.0);
        QCOMPARE(pace.fraction(), 1.0 / 20.0); // nothing is known of the slow ones
        pace.finish("slow", &run, 9.0);
        QCOMPARE(pace.fraction(), 0.1);
        pace.reach("slow", &run, 0.5);
        QCOMPARE(pace.fraction(), 0.1 + 4.5 / 100.0);
        Pace known;
        known.learn("slow", 9.0);
        known.expect("slow");
        known.expect("quick");
        known.finish("quick", &run, 1.0);
        QCOMPARE(known.fraction(), 0.1);
    }

private:
    PreparedPlan prepareSmall() { return prepare(parsePlan(smallPlan(), "small"), m_settings, m_sources, {}); }
    ResultStore openStore() { return ResultStore::openToWrite(m_temporary->filePath("runs").toStdString(), "results"); }

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::shared_ptr<SyntheticBenchmark> m_benchmark;
    ExperimentSources m_sources;
    ReproduceSettings m_settings;
};

QTEST_GUILESS_MAIN(TestReproduction)
#include "tst_reproduction.moc"
