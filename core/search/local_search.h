// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/baseline_search.h"

namespace inverso {

/// Local search (White et al. 2020; baselines.md): it starts at the best initial cell, queries the neighbours in random
/// order and moves to the first better one; at a local optimum it starts again from a new random cell.
class LocalSearch : public BaselineSearch
{
public:
    LocalSearch(const SearchSettings& settings, QueryLedger& ledger);

protected:
    void begin(std::span<const Query> initial) override;
    std::optional<CellIndex> propose() override;
    void observe(CellIndex cell, double valid) override;

private:
    void moveTo(CellIndex cell, double valid);

    double m_valid = 0.0;               ///< of the current cell
    std::vector<CellIndex> m_unvisited; ///< its neighbours that were not visited yet, the next one last
    bool m_restarting = false;          ///< the proposed cell is a new start
};

} // namespace inverso
