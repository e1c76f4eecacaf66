// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/latent_space.h"
#include "core/session/session_file.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inverso {

/// One search with one seed, finished or not.
struct SearchRun
{
    SearchSettings settings; ///< resolved
    std::vector<Query> queries;
    int rounds = 0;
    PhaseSeconds phases; ///< of a finished run, `other` includes the time outside the rounds
    Decodes decodes;
    bool finished = false;
    double seconds = 0.0;

    void add(const Round& round);
    void finish(double wallSeconds);
    /// The query with the best validation accuracy (the first among equals); null before any.
    [[nodiscard]] const Query* best() const;
    /// The best test accuracy among all queries, percent; NaN when none is known.
    [[nodiscard]] double maxTest() const;
};

/// Called after each round, with whether the round is only a repetition of a recorded one, and with the function that
/// makes a checkpoint, which is empty for repeated rounds.
using RoundObserver = std::function<void(const SearchRun& run, const Round& round, bool repeated,
                                         const SessionFile::Checkpoint& checkpoint)>;

/// The result of a finished run as recorded, round by round.
SearchRun fromRecord(const RecordedRun& record, const RoundObserver& observe);

/// The record of a run that has not finished.
struct UnfinishedRecord
{
    std::vector<Round> rounds = {};
    std::optional<std::string> checkpoint = {};
};

/// Runs a strategy with run.settings to its end and fills in `run`, starting where the record ends (ContinuedSearch).
/// Throws Cancelled (`run` then has the finished rounds), Error.
void runSearch(SearchRun& run, const std::shared_ptr<const Benchmark>& benchmark,
               const std::shared_ptr<const LatentSpace>& latents, UnfinishedRecord record, const RoundObserver& observe,
               std::stop_token stop);

} // namespace inverso
