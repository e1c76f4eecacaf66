// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/latent_space.h"
#include "core/session/session_file.h"

#include <functional>
#include <memory>
#include <span>
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

/// Called after each round, with whether it was done before and is only repeated.
using RoundObserver = std::function<void(const SearchRun& run, const Round& round, bool repeated)>;

/// The result of a finished run as recorded, round by round.
SearchRun fromRecord(const RecordedRun& record, const RoundObserver& observe);

/// Drives a strategy with run.settings to its end, filling in `run`. Rounds of `record` are done again and
/// checked, with labels from the record. Throws Cancelled (`run` then has the finished rounds), Error.
void runSearch(SearchRun& run, const std::shared_ptr<const Benchmark>& benchmark,
               const std::shared_ptr<const LatentSpace>& latents, std::span<const RecordedRound> record,
               const RoundObserver& observe, std::stop_token stop);

} // namespace inverso
