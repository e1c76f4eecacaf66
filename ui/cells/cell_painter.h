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

/// Paints a cell, for the widget, the gallery and every export. Centred in `target`, with fixed proportions. Parts
/// without a path to the output are faded.
void paintCell(QPainter& painter, const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options);

/// The rectangle of a vertex's box in `target` with the same options; empty if the drawing does not contain it.
QRectF vertexBox(const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options, int vertex);

/// The element at that point of `target`: a vertex, or an edge at most a few pixels away.
std::optional<CellElement> elementAt(const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options,
                                     const QPointF& point);

} // namespace inverso::ui
