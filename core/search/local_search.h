// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/baseline_search.h"

namespace inverso {

/// Local search (White et al. 2020; baselines.md): from the best initial cell, the neighbours are looked
/// at in random order and the first better one is moved to; at a local optimum it starts again from a
/// new random cell.
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

    double m_valid = 0.0;               ///< of the cell it stands on
    std::vector<CellIndex> m_unvisited; ///< its neighbours that are still to be looked at, the next one last
    bool m_restarting = false;          ///< the proposed cell is a new start
};

} // namespace inverso
