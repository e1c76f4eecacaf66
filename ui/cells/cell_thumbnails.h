// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_drawing.h"

#include <unordered_map>

class QPainter;
class QPalette;

namespace inverso::ui {

/// The small drawings of lists and tables: laid out when first painted, then cached. GUI
/// thread only.
class CellThumbnails
{
public:
    explicit CellThumbnails(std::shared_ptr<GraphLayouter> layouter);

    /// Another space clears the cache.
    void setSpace(const SearchSpace* space);
    /// Null without a space, or if the cell cannot be laid out.
    const CellDrawing* drawing(CellIndex cell);
    /// Paints it without names; leaves the area empty when there is no drawing.
    void paint(QPainter& painter, const QRectF& area, CellIndex cell, const QPalette& palette);

private:
    std::shared_ptr<GraphLayouter> m_layouter;
    const SearchSpace* m_space = nullptr;
    std::unordered_map<CellIndex, CellDrawing> m_drawings;
};

} // namespace inverso::ui
