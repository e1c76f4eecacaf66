// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/selection.h"

namespace inverso::ui {

void Selection::select(std::optional<CellIndex> cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    emit cellChanged(cell);
}

void Selection::hover(std::optional<CellIndex> cell)
{
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    emit hoveredChanged(cell);
}

} // namespace inverso::ui
