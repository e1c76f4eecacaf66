// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_thumbnails.h"

#include "core/base/error.h"
#include "ui/cells/cell_painter.h"

#include <utility>

namespace inverso::ui {

namespace {

constexpr std::size_t mostRemembered = 4096;

} // namespace

CellThumbnails::CellThumbnails(std::shared_ptr<GraphLayouter> layouter)
    : m_layouter(std::move(layouter))
{
}

void CellThumbnails::setSpace(const SearchSpace* space)
{
    if (space != m_space)
        m_drawings.clear();
    m_space = space;
}

const CellDrawing* CellThumbnails::drawing(CellIndex cell)
{
    if (m_space == nullptr)
        return nullptr;
    const auto known = m_drawings.find(cell);
    if (known != m_drawings.end())
        return &known->second;
    if (m_drawings.size() >= mostRemembered)
        m_drawings.clear();
    try {
        return &m_drawings.emplace(cell, drawCell(*m_space, cell, *m_layouter)).first->second;
    } catch (const Error&) {
        return nullptr; // the inspector shows the reason; here the text remains
    }
}

void CellThumbnails::paint(QPainter& painter, const QRectF& area, CellIndex cell, const QPalette& palette)
{
    const CellDrawing* known = drawing(cell);
    if (known == nullptr)
        return;
    CellPaintOptions how;
    how.palette = palette;
    how.names = false;
    paintCell(painter, area, *known, how);
}

} // namespace inverso::ui
