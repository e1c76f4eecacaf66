// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/search_job.h"
#include "core/session/continued_search.h"

#include <memory>
#include <stop_token>
#include <string>

namespace inverso::cli {

/// A session file, with where its benchmark and weights are now if they have moved.
struct RecordedSource
{
    std::string session;
    std::string benchmark; ///< empty: where the session says
    std::string weights;   ///< likewise
};

/// Opens what an opened session stands on, as a job to go on with. Throws Error: its benchmark or weights are gone or
/// not what they were; Cancelled.
SearchJob openRecorded(const RecordedSource& source, SessionFile session, const std::stop_token& stop);

/// A recorded search up to where the record ends, for its fitted model.
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
