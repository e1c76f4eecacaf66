// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recorded_search.h"

#include "app/cli/benchmark_options.h"
#include "app/cli/model_options.h"
#include "app/cli/setting_options.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/search/create_strategy.h"
#include "core/session/fingerprint.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace inverso::cli {

namespace {

std::shared_ptr<const Benchmark> openRecordedBenchmark(const RecordedSource& source, const SessionHeader& header,
                                                       const std::stop_token& stop)
{
    auto benchmark = openBenchmark(source.benchmark.empty() ? header.benchmark : source.benchmark, header.space,
                                   header.dataset, stop);
    if (contentHash(*benchmark) != header.benchmarkHash)
        throw Error("The benchmark " + benchmark->source() + " is not the one that the session " + source.session
                    + " was recorded on: its accuracies differ. Give the recorded one with --benchmark.");
    return benchmark;
}

std::shared_ptr<const LatentSpace> openWeights(const RecordedSource& source, const SessionHeader& header,
                                               const SearchSpace& space)
{
    if (header.weights.empty())
        return nullptr;
    const std::filesystem::path path = source.weights.empty() ? header.weights : source.weights;
    if (!files::exists(path))
        throw Error("The weights " + path.string() + " of the session " + source.session
                    + " are missing; give their file with --weights.");
    if (fileHash(path) != header.weightsHash)
        throw Error("The weights " + path.string() + " are not those that the session " + source.session
                    + " was recorded with; give the recorded ones with --weights.");
    return loadLatents(path, space);
}

} // namespace

SearchJob openRecorded(const RecordedSource& source, SessionFile session, const std::stop_token& stop)
{
    SearchJob job;
    job.session = std::move(session);
    job.sessionPath = source.session;
    const SessionHeader& header = job.session->header();
    job.benchmark = openRecordedBenchmark(source, header, stop);
    job.latents = openWeights(source, header, job.benchmark->space());
    job.records = job.session->runs();
    for (RecordedRun& record : job.records) {
        for (const SettingError& unused : removeUnused(record.settings))
            spdlog::warn("{} The session was recorded with it by an older version, where it had no effect.",
                         unused.sentence(optionName(unused.setting())));
        job.runs.emplace_back().settings = record.settings;
    }
    return job;
}

ReplayedSearch::ReplayedSearch(const RecordedSource& source, std::uint64_t seed, int threads, std::stop_token stop)
{
    const SearchJob job = openRecorded(source, SessionFile::view(source.session), stop);
    const auto record =
        job.records.size() == 1
            ? job.records.begin()
            : std::ranges::find(job.records, seed, [](const RecordedRun& run) { return run.settings.seed; });
    if (record == job.records.end())
        throw UsageError("--seed is " + std::to_string(seed) + ", but the session " + source.session
                         + " has no search with that seed; allowed: one of its seeds.");
    m_benchmark = job.benchmark;
    SearchSettings settings = record->settings;
    settings.model.threads = threads;
    m_search = std::make_unique<ContinuedSearch>(
        m_benchmark, settings.budget, record->rounds,
        job.session->checkpoint(static_cast<std::size_t>(record - job.records.begin())),
        [&](QueryLedger& ledger) { return createStrategy(settings, ledger, job.latents); });
    for (std::size_t i = m_search->restored(); i < record->rounds.size(); ++i)
        m_search->verify(m_search->strategy().step(stop));
    if (!m_search->strategy().model())
        throw UsageError("--session is " + source.session + ", a search by " + settings.method
                         + (record->rounds.empty() ? " without a finished round" : "")
                         + ", which has no model to invert; allowed: sessions of inn or inn-random.");
}

} // namespace inverso::cli
