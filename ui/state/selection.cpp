// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/selection.h"

#include <algorithm>

namespace inverso::ui {

bool Selection::isInGroup(CellIndex cell) const
{
    return std::ranges::binary_search(m_group, cell);
}

void Selection::select(std::optional<CellIndex> cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    emit cellChanged(cell);
}

void Selection::clear()
{
    select(std::nullopt);
    setGroup({});
}

void Selection::hover(std::optional<CellIndex> cell)
{
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    emit hoveredChanged(cell);
}

void Selection::setGroup(std::vector<CellIndex> cells, Grouping grouping)
{
    if (grouping == Grouping::Add)
        cells.insert(cells.end(), m_group.begin(), m_group.end());
    std::ranges::sort(cells);
    const auto repeated = std::ranges::unique(cells);
    cells.erase(repeated.begin(), repeated.end());
    if (cells == m_group)
        return;
    m_group = std::move(cells);
    emit groupChanged();
}

} // namespace inverso::ui
