// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/search_job.h"
#include "core/session/continued_search.h"

#include <memory>
#include <stop_token>
#include <string>

namespace inverso::cli {

/// A session file, and the places of its benchmark and weights if they have moved.
struct RecordedSource
{
    std::string session;
    std::string benchmark; ///< empty: where the session says
    std::string weights;   ///< likewise
};

/// Opens the benchmark and weights of an opened session, as a job to resume. Throws Error when they are missing or
/// have changed; Cancelled.
SearchJob openRecorded(const RecordedSource& source, SessionFile session, const std::stop_token& stop);

/// A recorded search, repeated to the end of its record for its fitted model.
class ReplayedSearch
{
public:
    /// `seed` chooses among the searches of a session that has several. Throws UsageError: no such seed, a
    /// method without a model; Error as SessionFile::view() and openRecorded(), and when rounds done again differ;
    /// Cancelled.
    ReplayedSearch(const RecordedSource& source, std::uint64_t seed, int threads, std::stop_token stop);

    [[nodiscard]] const Benchmark& benchmark() const { return *m_benchmark; }
    [[nodiscard]] const AccuracyModel& model() const { return *m_search->strategy().model(); }

private:
    std::shared_ptr<const Benchmark> m_benchmark;
    std::unique_ptr<ContinuedSearch> m_search;
};

} // namespace inverso::cli
