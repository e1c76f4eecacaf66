// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"

#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace inverso {

/// One counted query: the first request for a cell's label.
struct Query
{
    int number = 0; ///< 1, 2, … in the order asked
    CellIndex cell = 0;
    Label label;
    int round = 0;                                               ///< 0: initial labels
    double predicted = std::numeric_limits<double>::quiet_NaN(); ///< percent, before asking; NaN: no model
};

/// A queried cell that has no label.
struct Refusal
{
    CellIndex cell = 0;
    std::string reason; ///< a sentence
};

/// The only place where labels are queried and counted (baselines.md: "a query is the first label asked
/// of a cell"). Every strategy uses it; strategies cannot see the benchmark's labels in any other way.
class QueryLedger
{
public:
    /// `budget` > 0: the maximum number of queries.
    QueryLedger(const Benchmark& benchmark, int budget);

    /// The label of `cell`; counts only if the cell was not queried before. None, which does not count, when the
    /// benchmark has no label for it (Unanswerable): the cell cannot be queried again. Throws Error when the budget is
    /// spent or the benchmark does not know the cell, and Unanswerable when too many cells in a row have no label.
    std::optional<Label> query(CellIndex cell, int round, double predicted, std::stop_token stop);
    std::optional<Label> query(CellIndex cell, int round, std::stop_token stop)
    {
        return query(cell, round, std::numeric_limits<double>::quiet_NaN(), std::move(stop));
    }

    /// Restores the recorded queries of an equal search as if they had been made here, without querying. `refused` are
    /// cells without a label, the last `refusedInARow` of them after the last query. Only for a ledger without queries.
    void restore(std::span<const Query> queries, std::span<const Refusal> refused, int refusedInARow);

    /// Announces to the benchmark which cells will be queried next.
    void expect(std::span<const CellIndex> cells) const { m_benchmark.expect(cells); }

    [[nodiscard]] const SearchSpace& space() const { return m_benchmark.space(); }
    /// Whether the cell can be queried (by identity: an already labelled cell can).
    [[nodiscard]] bool canAnswer(CellIndex cell) const { return m_benchmark.knows(cell) && !isRefused(cell); }
    /// Whether it was queried and has no label.
    [[nodiscard]] bool isRefused(CellIndex cell) const;
    [[nodiscard]] bool isLabelled(CellIndex cell) const { return m_byCell.contains(cell); }
    [[nodiscard]] int budget() const { return m_budget; }
    [[nodiscard]] int count() const { return static_cast<int>(m_history.size()); }
    [[nodiscard]] int remaining() const { return m_budget - count(); }
    /// In the order asked.
    [[nodiscard]] const std::vector<Query>& history() const { return m_history; }
    /// Cells without a label, in the order asked.
    [[nodiscard]] const std::vector<Refusal>& refusals() const { return m_refusals; }
    /// How many of them came after the last query.
    [[nodiscard]] int refusedInARow() const { return m_refusedInARow; }
    /// The query with the best validation accuracy so far (the first among equals); null when empty.
    [[nodiscard]] const Query* best() const;
    /// The best test accuracy among all queries (the thesis tables' convention), percent; NaN when none.
    [[nodiscard]] double maxTest() const { return m_maxTest; }
    /// The number of the first query that reached the benchmark's best validation accuracy; none so far,
    /// or where the benchmark does not know its best. For measuring and for stopping, not for choosing.
    [[nodiscard]] std::optional<int> firstBestQuery() const { return m_firstBest; }
    [[nodiscard]] bool foundBest() const { return m_firstBest.has_value(); }

private:
    void record(const Query& query);

    const Benchmark& m_benchmark;
    int m_budget;
    std::vector<Query> m_history;
    std::unordered_map<CellIndex, std::size_t> m_byCell;
    std::vector<Refusal> m_refusals;
    int m_refusedInARow = 0;
    std::size_t m_best = 0;
    std::optional<double> m_bestPossible;
    std::optional<int> m_firstBest;
    double m_maxTest = std::numeric_limits<double>::quiet_NaN();
};

} // namespace inverso
