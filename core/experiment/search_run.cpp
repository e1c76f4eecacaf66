// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/search_run.h"
#include "core/search/create_strategy.h"

#include "core/session/continued_search.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <utility>

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
        result = std::fmax(result, query.label.test); // fmax ignores NaN
    return result;
}

SearchRun fromRecord(const RecordedRun& record, const RoundObserver& observe)
{
    SearchRun run;
    run.settings = record.settings;
    for (const Round& round : record.rounds) {
        run.add(round);
        observe(run, round, true, {});
    }
    run.finish(record.seconds);
    return run;
}

void runSearch(SearchRun& run, const std::shared_ptr<const Benchmark>& benchmark,
               const std::shared_ptr<const LatentSpace>& latents, UnfinishedRecord record, const RoundObserver& observe,
               std::stop_token stop)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    const ContinuedSearch search(benchmark, run.settings.budget, std::move(record.rounds), record.checkpoint,
                                 [&](QueryLedger& ledger) { return createStrategy(run.settings, ledger, latents); });
    const auto done = [&](const Round& round, bool repeated) {
        run.add(round);
        observe(
            run, round, repeated,
            repeated ? SessionFile::Checkpoint() : [&] { return search.strategy().checkpoint(); });
    };
    for (std::size_t i = 0; i < search.restored(); ++i)
        done(search.record()[i], true);
    while (!search.strategy().isFinished()) {
        const Round round = search.strategy().step(stop);
        search.verify(round);
        done(round, search.isRecorded(round.number));
    }
    run.finish(std::chrono::duration<double>(Clock::now() - start).count());
}

} // namespace inverso
