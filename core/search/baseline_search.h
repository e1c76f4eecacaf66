// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <optional>
#include <span>
#include <vector>

namespace inverso {

/// The common part of the model-free strategies: rounds, stopping, and drawing random cells.
///
/// Round 0 queries the initial labels, drawn uniformly without replacement (10, unless set). These methods process one
/// cell after another and have no rounds or phases of their own: a step() is SearchSettings::topK counted queries, as
/// in a round of the INN search, so that curves can be compared. The budget ends them, not SearchSettings::rounds.
/// Cells that the benchmark does not know are skipped, and labelled cells cost no query.
class BaselineSearch : public SearchStrategy
{
public:
    [[nodiscard]] std::string_view name() const final { return m_name; }
    Phase advance(std::stop_token stop) final;
    [[nodiscard]] bool isFinished() const final;

protected:
    /// `name` is a literal; it also names the strategy's own stream of random numbers.
    BaselineSearch(std::string_view name, const SearchSettings& settings, QueryLedger& ledger);

    /// Called once, with the queries of round 0 in the order asked.
    virtual void begin(std::span<const Query> initial) = 0;
    /// The next cell; none when no cell is left to query.
    virtual std::optional<CellIndex> propose() = 0;
    /// The accuracy of the proposed cell.
    virtual void observe(CellIndex cell, double valid) = 0;

    /// A random cell that was not queried yet; none when all were.
    std::optional<CellIndex> drawNew();
    [[nodiscard]] const QueryLedger& ledger() const { return m_ledger; }
    Rng& rng() { return m_rng; }

private:
    void lookAtNext(const std::stop_token& stop);

    std::string_view m_name;
    QueryLedger& m_ledger;
    Rng m_rng;
    std::vector<CellIndex> m_undrawn; ///< cells that the benchmark knows and drawNew() has not given yet
    int m_initial;
    int m_perStep;
    bool m_stopAtBest;
    int m_round = 0;
    int m_idle = 0; ///< proposals since the last counted query
    bool m_exhausted = false;
};

} // namespace inverso
