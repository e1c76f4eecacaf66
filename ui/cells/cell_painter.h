// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_drawing.h"

#include <QPalette>

class QPainter;

namespace inverso::ui {

struct CellPaintOptions
{
    QPalette palette;                     ///< of the background it is painted on
    bool names = true;                    ///< write the operations into their boxes; off for thumbnails
    double mostScale = 1.5;               ///< pixels per point at most
    std::vector<CellElement> marked;      ///< ringed: where two cells differ
    std::optional<CellElement> highlight; ///< under the pointer, here or elsewhere
};

/// The one way a cell is painted: widget, gallery and every export. Centred in `target`, keeping its
/// proportions. What no longer reaches the output is faded.
void paintCell(QPainter& painter, const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options);

/// Where a vertex's box lands in `target` under the same options; empty where the drawing lacks it.
QRectF vertexBox(const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options, int vertex);

/// What is drawn at that point of `target`: a vertex, or an edge that is passed within a few pixels.
std::optional<CellElement> elementAt(const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options,
                                     const QPointF& point);

} // namespace inverso::ui
