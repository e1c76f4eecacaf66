// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/search_run.h"

#include "core/base/error.h"
#include "core/session/recorded_benchmark.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace inverso {

void SearchRun::add(const Round& round)
{
    queries.insert(queries.end(), round.queries.begin(), round.queries.end());
    phases += round.seconds;
    decodes += round.decodes;
    ++rounds;
}

void SearchRun::finish(double wallSeconds)
{
    seconds = wallSeconds;
    const double named = phases.fineTune + phases.retrain + phases.generate + phases.predict;
    phases.other = std::max(0.0, wallSeconds - named);
    finished = true;
}

const Query* SearchRun::best() const
{
    const auto best = std::ranges::max_element(queries, {}, [](const Query& query) { return query.label.valid; });
    return best == queries.end() ? nullptr : &*best;
}

double SearchRun::maxTest() const
{
    double result = std::numeric_limits<double>::quiet_NaN();
    for (const Query& query : queries)
        result = std::fmax(result, query.label.test); // fmax passes NaN over
    return result;
}

SearchRun fromRecord(const RecordedRun& record, const RoundObserver& observe)
{
    SearchRun run;
    run.settings = record.settings;
    for (const RecordedRound& recorded : record.rounds) {
        Round round;
        round.number = recorded.number;
        round.queries = recorded.queries;
        round.decodes = recorded.decodes;
        round.seconds = recorded.seconds;
        run.add(round);
        observe(run, round, true);
    }
    run.finish(record.seconds);
    return run;
}

void runSearch(SearchRun& run, const std::shared_ptr<const Benchmark>& benchmark,
               const std::shared_ptr<const LatentSpace>& latents, std::span<const RecordedRound> record,
               const RoundObserver& observe, std::stop_token stop)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    const RecordedBenchmark source(benchmark, record);
    QueryLedger ledger(source, run.settings.budget);
    const std::unique_ptr<SearchStrategy> strategy = createStrategy(run.settings, ledger, latents);
    for (std::size_t i = 0; !strategy->isFinished(); ++i) {
        const Round round = strategy->step(stop);
        const bool repeated = i < record.size();
        if (repeated)
            verifyReplay(round, record[i], benchmark->space());
        run.add(round);
        observe(run, round, repeated);
    }
    run.finish(std::chrono::duration<double>(Clock::now() - start).count());
}

} // namespace inverso
