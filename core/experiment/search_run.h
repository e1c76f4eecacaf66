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

/// One search, as far as it came: one seed.
struct SearchRun
{
    SearchSettings settings; ///< resolved
    std::vector<Query> queries;
    int rounds = 0;
    PhaseSeconds phases; ///< `other` includes what is outside the rounds once the run is finished
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

/// Called after each round, with whether it was done before and is only repeated, and with what makes a checkpoint
/// then; that is empty of repeated rounds.
using RoundObserver = std::function<void(const SearchRun& run, const Round& round, bool repeated,
                                         const SessionFile::Checkpoint& checkpoint)>;

/// The result of a finished run as recorded, round by round.
SearchRun fromRecord(const RecordedRun& record, const RoundObserver& observe);

/// What is recorded of a run that did not come to its end.
struct UnfinishedRecord
{
    std::vector<Round> rounds = {};
    std::optional<std::string> checkpoint = {};
};

/// Drives a strategy with run.settings to its end, filling in `run`, from where the record ends (see ContinuedSearch).
/// Throws Cancelled (`run` then has the finished rounds), Error.
void runSearch(SearchRun& run, const std::shared_ptr<const Benchmark>& benchmark,
               const std::shared_ptr<const LatentSpace>& latents, UnfinishedRecord record, const RoundObserver& observe,
               std::stop_token stop);

} // namespace inverso
