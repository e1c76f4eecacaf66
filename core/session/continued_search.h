// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/query_ledger.h"
#include "core/search/strategy.h"
#include "core/session/recorded_benchmark.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inverso {

/// A search that continues from its record. Rounds before the last checkpoint are not repeated; the recorded rounds
/// after it are repeated with labels from the record, and checked. Without a record it is an ordinary search.
class ContinuedSearch
{
public:
    /// createStrategy() with the settings of the search.
    using Make = std::function<std::unique_ptr<SearchStrategy>(QueryLedger& ledger)>;

    /// `checkpoint` is that of the record, if there is one; an unusable one is ignored. Throws as `make`.
    ContinuedSearch(std::shared_ptr<const Benchmark> benchmark, int budget, std::vector<Round> record,
                    const std::optional<std::string>& checkpoint, const Make& make);

    [[nodiscard]] SearchStrategy& strategy() const { return *m_strategy; }
    [[nodiscard]] const QueryLedger& ledger() const { return *m_ledger; }
    [[nodiscard]] const std::vector<Round>& record() const { return m_record; }
    /// The number of rounds of the record that the checkpoint restored and that need not be repeated.
    [[nodiscard]] std::size_t restored() const { return m_restored; }
    /// Whether a round is in the record.
    [[nodiscard]] bool isRecorded(int round) const { return static_cast<std::size_t>(round) < m_record.size(); }
    /// Throws Error when a recorded round was repeated with a different result.
    void verify(const Round& round) const;

private:
    void start(int budget, const Make& make);

    RecordedBenchmark m_benchmark;
    std::vector<Round> m_record;
    std::unique_ptr<QueryLedger> m_ledger; // before the strategy, which uses it
    std::unique_ptr<SearchStrategy> m_strategy;
    std::size_t m_restored = 0;
};

} // namespace inverso
