// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_drawing.h"

#include <QByteArray>
#include <QImage>

namespace inverso::ui {

/// The drawing on white paper of its own size with a small margin, four pixels per point.
QImage cellImage(const CellDrawing& drawing);
/// Draws that on any device, which has so many pixels for one of the drawing's points.
void paintCellPaper(QPaintDevice& device, double scale, const CellDrawing& drawing);
/// Of that paper, points.
QSizeF cellPaperSize(const CellDrawing& drawing);
/// As complete files; `title` is written into the file where the format has a place for it.
QByteArray cellPng(const CellDrawing& drawing);
QByteArray cellSvg(const CellDrawing& drawing, const QString& title);
QByteArray cellPdf(const CellDrawing& drawing, const QString& title);

} // namespace inverso::ui
