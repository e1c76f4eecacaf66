// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_picture.h"

#include "ui/base/picture_file.h"
#include "ui/base/theme.h"
#include "ui/cells/cell_painter.h"

#include <QPainter>

namespace inverso::ui {

namespace {

constexpr double margin = 10.0; // points
constexpr double pixelsPerPoint = 4.0;

PictureFile picture(const CellDrawing& drawing, const QString& title = {})
{
    return {.size = cellPaperSize(drawing), .title = title, .paint = [&drawing](QPaintDevice& device, double scale) {
                paintCellPaper(device, scale, drawing);
            }};
}

} // namespace

QSizeF cellPaperSize(const CellDrawing& drawing)
{
    return drawing.layout->size + QSizeF(2 * margin, 2 * margin);
}

void paintCellPaper(QPaintDevice& device, double scale, const CellDrawing& drawing)
{
    CellPaintOptions options;
    options.palette = lightPalette();
    options.mostScale = 1.0;
    QPainter painter(&device);
    painter.scale(scale, scale);
    // Muted lines and faded boxes are readable on this background, not on that of any viewer.
    painter.fillRect(QRectF(QPointF(), cellPaperSize(drawing)), options.palette.color(QPalette::Base));
    paintCell(painter, QRectF(QPointF(margin, margin), drawing.layout->size), drawing, options);
}

QImage cellImage(const CellDrawing& drawing)
{
    return picture(drawing).image(pixelsPerPoint);
}

QByteArray cellPng(const CellDrawing& drawing)
{
    return picture(drawing).png(pixelsPerPoint);
}

QByteArray cellSvg(const CellDrawing& drawing, const QString& title)
{
    return picture(drawing, title).svg();
}

QByteArray cellPdf(const CellDrawing& drawing, const QString& title)
{
    return picture(drawing, title).pdf();
}

} // namespace inverso::ui
