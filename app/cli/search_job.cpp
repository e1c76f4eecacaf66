// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/search_job.h"

#include "app/cli/html_report.h"
#include "app/cli/progress_line.h"
#include "app/cli/search_output.h"
#include "core/base/error.h"
#include "core/base/thread_limit.h"
#include "core/benchmark/asked_benchmark.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <exception>
#include <thread>

namespace inverso::cli {

namespace {

/// The workers of a job: each takes the next unfinished run until none is left. The first failure stops
/// the others.
class Workers
{
public:
    Workers(SearchJob& job, const Program& program)
        : m_job(job)
        , m_dataset(job.benchmark->dataset())
        , m_relay(program.stop, [this] { m_stop.request_stop(); })
    {
        for (const SearchRun& run : job.runs)
            m_totalQueries += run.settings.budget;
        const auto unfinished = std::ranges::count(job.records, false, &RecordedRun::finished);
        m_count = static_cast<int>(std::clamp<std::ptrdiff_t>(unfinished, 1, program.threads()));
        m_threadsEach = std::max(1, program.threads() / m_count);
    }

    /// Returns when all have ended. Rethrows the exception of the first failed run.
    void run()
    {
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < m_count; ++i)
                threads.emplace_back([this] { work(); });
        }
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

private:
    void work()
    {
        const ThreadLimit limit(m_threadsEach);
        for (std::size_t i = m_next++; i < m_job.runs.size() && !m_stop.stop_requested(); i = m_next++) {
            try {
                runOne(i);
            } catch (...) {
                const std::lock_guard lock(m_mutex);
                if (!m_failure)
                    m_failure = std::current_exception();
                m_stop.request_stop();
            }
        }
    }

    void runOne(std::size_t index)
    {
        SearchRun& run = m_job.runs[index];
        const RecordedRun& known = m_job.records[index];
        const RoundObserver observe = [&](const SearchRun& soFar, const Round& round, bool repeated,
                                          const SessionFile::Checkpoint& checkpoint) {
            record(index, soFar, round, repeated, checkpoint);
        };
        if (known.finished) {
            run = fromRecord(known, observe);
        } else {
            run.settings.model.threads = m_threadsEach;
            runSearch(run, m_job.benchmark, m_job.latents, {known.rounds, checkpointOf(index)}, observe,
                      m_stop.get_token());
        }
        const std::lock_guard lock(m_mutex);
        if (m_job.session && !known.finished)
            m_job.session->finish(index, run.seconds);
        if (m_job.log)
            m_job.log->write(std::vector{endEvent(run, m_job.benchmark->space(), m_dataset)});
        ++m_finished;
    }

    std::optional<std::string> checkpointOf(std::size_t index)
    {
        const std::lock_guard lock(m_mutex);
        return m_job.session ? m_job.session->checkpoint(index) : std::nullopt;
    }

    // After each round, so that a killed program loses at most the round it was in.
    void record(std::size_t index, const SearchRun& run, const Round& round, bool repeated,
                const SessionFile::Checkpoint& checkpoint)
    {
        const std::lock_guard lock(m_mutex);
        if (m_job.session && !repeated)
            m_job.session->append(index, round, checkpoint);
        for (const Refusal& refusal : round.refusals)
            spdlog::warn("{} The search continues with other cells.", refusal.reason);
        if (m_job.log)
            m_job.log->write(roundEvents(run, round, m_job.benchmark->space()));
        m_queries += static_cast<int>(round.queries.size());
        m_progress.show("Searching", static_cast<double>(m_queries) / m_totalQueries,
                        std::to_string(m_finished) + " of " + std::to_string(m_job.runs.size()) + " seeds done, "
                            + std::to_string(m_queries) + " of " + std::to_string(m_totalQueries) + " queries");
    }

    SearchJob& m_job;
    std::string m_dataset;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_relay;
    ProgressLine m_progress;
    int m_count = 1;
    int m_threadsEach = 1;
    std::atomic<std::size_t> m_next = 0;

    std::mutex m_mutex; // protects what follows, and the job's session and log
    int m_queries = 0;
    int m_totalQueries = 0;
    int m_finished = 0;
    std::exception_ptr m_failure;
};

/// For the message after an interrupt.
std::string whatIsSaved(const SearchJob& job)
{
    std::size_t queries = 0;
    for (const SearchRun& run : job.runs)
        queries += run.queries.size();
    const auto finished = std::ranges::count(job.runs, true, &SearchRun::finished);
    std::string text = std::to_string(finished) + " of " + std::to_string(job.runs.size()) + " seeds finished, "
                       + std::to_string(queries) + " queries made";
    if (job.session)
        return text + "; every finished round is saved, continue with: inverso-cli resume " + job.sessionPath.string();
    if (job.log)
        return text + "; they are in the --out file";
    if (isAskedName(job.benchmark->source()))
        return text + "; your answers are in " + askedFile(job.benchmark->source()).string();
    return text + "; none saved (--session saves them)";
}

} // namespace

void execute(SearchJob& job, Program& program)
{
    const auto start = std::chrono::steady_clock::now();
    job.records.resize(job.runs.size());
    std::exception_ptr interrupt;
    try {
        Workers(job, program).run();
    } catch (const Cancelled&) {
        interrupt = std::current_exception();
        program.finished = whatIsSaved(job);
    }
    job.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();

    const SearchResults results = finishedResults(job);
    std::fputs((program.common.json ? endEvents(results) : resultTable(results)).c_str(), stdout);
    if (interrupt || program.stop.stop_requested()) {
        if (interrupt)
            std::rethrow_exception(interrupt);
        // The signal came between two seeds, or after the last one: no worker threw.
        if (std::ranges::count(job.runs, false, &SearchRun::finished) > 0) {
            program.finished = whatIsSaved(job);
            throw Cancelled();
        }
    }
    if (job.report)
        job.report->commit(htmlReport(results));
}

} // namespace inverso::cli
