// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/reproduction.h"

#include "core/base/error.h"
#include "core/base/thread_limit.h"
#include "core/experiment/pace.h"
#include "core/experiment/search_run.h"
#include "core/search/evaluation.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace inverso {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

SearchRecord recordOf(const PlannedRun& planned, const SearchRun& run, const Benchmark& benchmark)
{
    SearchRecord record;
    record.key = planned.key;
    record.settings = run.settings;
    record.decodes = run.decodes;
    record.phases = run.phases;
    record.seconds = run.seconds;
    std::optional<double> optimum;
    if (const auto best = benchmark.bestCell())
        optimum = benchmark.label(*best, {}).valid;
    for (const Query& query : run.queries) {
        record.queries.push_back(
            {benchmark.space().text(query.cell), query.label.valid, query.label.test, query.round, query.predicted});
        if (optimum && !record.optimumQuery && query.label.valid >= *optimum)
            record.optimumQuery = query.number;
    }
    return record;
}

/// Enough points for the scatter plot; a tenth of a large space would make the result files large.
constexpr std::size_t mostPoints = 2000;

RecordedPoints pointsOf(const RegressionResult& result)
{
    RecordedPoints points;
    const std::size_t step = std::max<std::size_t>(1, (result.points.size() + mostPoints - 1) / mostPoints);
    for (std::size_t i = 0; i < result.points.size(); i += step) {
        points.x.push_back(result.points[i].truth);
        points.y.push_back(result.points[i].predicted);
    }
    return points;
}

RecordedInversion inversionOf(const InversionResult& result)
{
    RecordedInversion recorded{static_cast<int>(result.points.size()),
                               result.mean,
                               result.median,
                               result.p90,
                               result.invalidShare,
                               result.distinctShare,
                               result.bestPossible,
                               result.rangeLow,
                               result.rangeHigh,
                               {}};
    for (const InversionPoint& point : result.points) {
        recorded.points.x.push_back(point.target);
        recorded.points.y.push_back(point.truth);
    }
    return recorded;
}

/// The workers of a reproduction: each takes the next missing run until none is left. A run that fails is recorded; a
/// result that cannot be written ends all work.
class Workers
{
public:
    Workers(const PreparedPlan& prepared, const ReproduceSettings& settings, ResultStore& store,
            ReproduceResult& result, const ProgressSink& progress, const std::stop_token& stop)
        : m_prepared(prepared)
        , m_store(store)
        , m_result(result)
        , m_progress(progress)
        , m_program(settings.program)
        , m_relay(stop, [this] { m_stop.request_stop(); })
    {
        m_result.runs = prepared.runs.size();
        for (const PlannedRun& run : prepared.runs) {
            if (const auto seconds = store.secondsOf(run.key.id())) {
                ++m_result.known;
                m_pace.learn(run.row, *seconds);
            } else {
                m_missing.push_back(&run);
                m_pace.expect(run.row);
            }
        }
        m_count =
            static_cast<int>(std::clamp<std::size_t>(m_missing.size(), 1, static_cast<std::size_t>(settings.threads)));
        m_threadsEach = std::max(1, settings.threads / m_count);
    }

    void run()
    {
        report();
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < m_count; ++i)
                threads.emplace_back([this] { work(); });
        }
        if (m_failure)
            std::rethrow_exception(m_failure);
        if (m_result.done + m_result.failed.size() < m_missing.size())
            throw Cancelled(); // the stop came between two runs
    }

private:
    void work()
    {
        const ThreadLimit limit(m_threadsEach);
        for (std::size_t i = m_next++; i < m_missing.size() && !m_stop.stop_requested(); i = m_next++) {
            try {
                runOne(*m_missing[i]);
            } catch (...) {
                const std::lock_guard lock(m_mutex);
                if (!m_failure)
                    m_failure = std::current_exception();
                m_stop.request_stop();
            }
        }
    }

    void runOne(const PlannedRun& run)
    {
        const Clock::time_point start = Clock::now();
        std::string line;
        try {
            line = std::holds_alternative<SearchSettings>(run.settings) ? searchLine(run) : evaluationLine(run);
        } catch (const Cancelled&) {
            throw;
        } catch (const Error& error) {
            const std::lock_guard lock(m_mutex);
            m_result.failed.push_back(nameOf(run) + ": " + error.what());
            m_pace.finish(run.row, &run, secondsSince(start));
            return;
        }
        const std::lock_guard lock(m_mutex);
        m_store.append(line);
        ++m_result.done;
        m_pace.finish(run.row, &run, secondsSince(start));
        report();
    }

    std::string searchLine(const PlannedRun& planned)
    {
        const auto& benchmark = m_prepared.benchmarks[planned.benchmark];
        SearchRun run;
        run.settings = std::get<SearchSettings>(planned.settings);
        run.settings.model.threads = m_threadsEach;
        const RoundObserver observe = [&](const SearchRun& soFar, const Round&, bool, const auto&) {
            const std::lock_guard lock(m_mutex);
            m_pace.reach(planned.row, &planned,
                         static_cast<double>(soFar.queries.size()) / static_cast<double>(soFar.settings.budget));
            report();
        };
        runSearch(run, benchmark, latentsOf(planned), {}, observe, m_stop.get_token());
        SearchRecord record = recordOf(planned, run, *benchmark);
        record.program = m_program;
        return toLine(record);
    }

    std::string evaluationLine(const PlannedRun& planned)
    {
        const Clock::time_point start = Clock::now();
        const Benchmark& benchmark = *m_prepared.benchmarks[planned.benchmark];
        const auto& settings = std::get<EvaluationSettings>(planned.settings);
        FitSettings fit = settings;
        fit.model.threads = m_threadsEach;
        const std::stop_token stop = m_stop.get_token();
        const FittedModel fitted = fitOnRandomLabels(fit, benchmark, latentsOf(planned), {}, stop);
        const RegressionResult regression = evaluateRegression(*fitted.model, benchmark, fitted.test);
        EvaluationRecord record;
        record.key = planned.key;
        record.program = m_program;
        record.settings = settings;
        record.cells = static_cast<int>(regression.points.size());
        record.rmse = regression.rmse;
        record.spearman = regression.spearman;
        record.kendall = regression.kendall;
        record.regression = pointsOf(regression);
        record.data =
            inversionOf(evaluateInversionOnData(fitted, benchmark, settings.targets, settings.seed, {}, stop));
        record.sweep = inversionOf(evaluateInversionSweep(fitted, benchmark, settings.seed, {}, stop));
        record.seconds = secondsSince(start);
        return toLine(record);
    }

    [[nodiscard]] std::shared_ptr<const LatentSpace> latentsOf(const PlannedRun& run) const
    {
        return run.key.weightsHash.empty() ? nullptr : m_prepared.latents.at(run.key.weightsHash);
    }

    static std::string nameOf(const PlannedRun& run)
    {
        std::string name = run.row;
        std::ranges::replace(name, '\n', ' ');
        return name + ", seed "
               + std::to_string(std::visit([](const auto& settings) { return settings.seed; }, run.settings));
    }

    // Under the lock, or before there are threads.
    void report()
    {
        if (m_progress)
            m_progress({"Running", m_pace.fraction(),
                        std::to_string(m_result.known + m_result.done) + " of " + std::to_string(m_result.runs)
                            + " runs finished"});
    }

    const PreparedPlan& m_prepared;
    ResultStore& m_store;
    ReproduceResult& m_result;
    const ProgressSink& m_progress;
    std::string m_program;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_relay;
    std::vector<const PlannedRun*> m_missing;
    int m_count = 1;
    int m_threadsEach = 1;
    std::atomic<std::size_t> m_next = 0;

    std::mutex m_mutex; // protects what follows, the store and the result
    Pace m_pace;
    std::exception_ptr m_failure;
};

} // namespace

void reproduce(const PreparedPlan& prepared, const ReproduceSettings& settings, ResultStore& store,
               ReproduceResult& result, const ProgressSink& progress, std::stop_token stop)
{
    result = {};
    const std::string line = toLine(prepared.record);
    const std::vector<std::string> known = store.lines("plan");
    if (std::ranges::find(known, line) == known.end())
        store.append(line);
    Workers(prepared, settings, store, result, progress, stop).run();
}

} // namespace inverso
