// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/baseline_search.h"

#include <deque>

namespace inverso {

/// Regularized evolution (Real et al. 2019; baselines.md): the best of a tournament of 10, drawn with
/// replacement, has one mutated child; the oldest of the population dies when it has 30 members. A child
/// that was labelled before joins again without cost.
class RegularizedEvolution : public BaselineSearch
{
public:
    RegularizedEvolution(const SearchSettings& settings, QueryLedger& ledger);

protected:
    void begin(std::span<const Query> initial) override;
    std::optional<CellIndex> propose() override;
    void observe(CellIndex cell, double valid) override;

private:
    struct Member
    {
        CellIndex cell;
        double valid;
    };
    std::deque<Member> m_population; ///< oldest first
};

} // namespace inverso
