// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_drawing.h"

#include <QByteArray>
#include <QImage>

namespace inverso::ui {

/// The drawing on white paper of its size with a small margin, four pixels per point.
QImage cellImage(const CellDrawing& drawing);
/// Draws that on any device; `scale` is in pixels per point of the drawing.
void paintCellPaper(QPaintDevice& device, double scale, const CellDrawing& drawing);
/// The size of that paper, in points.
QSizeF cellPaperSize(const CellDrawing& drawing);
/// As complete files; `title` is written into the file if the format supports it.
QByteArray cellPng(const CellDrawing& drawing);
QByteArray cellSvg(const CellDrawing& drawing, const QString& title);
QByteArray cellPdf(const CellDrawing& drawing, const QString& title);

} // namespace inverso::ui
