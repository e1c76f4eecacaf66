// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/search_job.h"
#include "core/session/recorded_benchmark.h"

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

/// Opens a session as a job to go on with. Throws Error: no session, or its benchmark or weights are gone
/// or not what they were; Cancelled.
SearchJob openRecorded(const RecordedSource& source, const std::stop_token& stop);

/// A recorded search done again up to where the record ends, for its fitted model.
class ReplayedSearch
{
public:
    /// `seed` chooses among the searches of a session that has several. Throws UsageError: no such seed, a
    /// method without a model; Error as openRecorded() and when the replay differs; Cancelled.
    ReplayedSearch(const RecordedSource& source, std::uint64_t seed, int threads, std::stop_token stop);

    [[nodiscard]] const Benchmark& benchmark() const { return *m_benchmark; }
    [[nodiscard]] const AccuracyModel& model() const { return *m_strategy->model(); }

private:
    std::shared_ptr<const RecordedBenchmark> m_benchmark;
    std::unique_ptr<QueryLedger> m_ledger;
    std::unique_ptr<SearchStrategy> m_strategy;
};

} // namespace inverso::cli
