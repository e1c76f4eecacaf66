// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/local_search.h"

#include <algorithm>

namespace inverso {

LocalSearch::LocalSearch(const SearchSettings& settings, QueryLedger& ledger)
    : BaselineSearch("ls", settings, ledger)
{
}

void LocalSearch::begin(std::span<const Query> initial)
{
    const auto best = std::ranges::max_element(initial, {}, [](const Query& query) { return query.label.valid; });
    if (best != initial.end())
        moveTo(best->cell, best->label.valid);
}

std::optional<CellIndex> LocalSearch::propose()
{
    m_restarting = m_unvisited.empty();
    if (m_restarting)
        return drawNew();
    const CellIndex cell = m_unvisited.back();
    m_unvisited.pop_back();
    return cell;
}

void LocalSearch::observe(CellIndex cell, double valid)
{
    if (m_restarting || valid > m_valid)
        moveTo(cell, valid);
}

void LocalSearch::moveTo(CellIndex cell, double valid)
{
    m_valid = valid;
    m_unvisited = ledger().space().neighbours(cell);
    rng().shuffle(m_unvisited);
}

} // namespace inverso
