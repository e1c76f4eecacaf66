// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_picture.h"

#include "ui/cells/cell_painter.h"
#include "ui/state/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace inverso::ui {

namespace {

constexpr double margin = 10.0; // points
constexpr double pixelsPerPoint = 4.0;
constexpr int pointsPerInch = 72;

QSizeF paperSize(const CellDrawing& drawing)
{
    return drawing.layout->size + QSizeF(2 * margin, 2 * margin);
}

/// In points, whatever the device.
void paint(QPainter& painter, const CellDrawing& drawing)
{
    CellPaintOptions options;
    options.palette = lightPalette();
    options.mostScale = 1.0;
    paintCell(painter, QRectF(QPointF(margin, margin), drawing.layout->size), drawing, options);
}

} // namespace

QImage cellImage(const CellDrawing& drawing)
{
    QImage image((paperSize(drawing) * pixelsPerPoint).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setDotsPerMeterX(static_cast<int>(pixelsPerPoint * pointsPerInch / 0.0254));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QPainter painter(&image);
    painter.scale(pixelsPerPoint, pixelsPerPoint);
    paint(painter, drawing);
    return image;
}

QByteArray cellPng(const CellDrawing& drawing)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    cellImage(drawing).save(&buffer, "PNG");
    return buffer.data();
}

QByteArray cellSvg(const CellDrawing& drawing, const QString& title)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(pointsPerInch);
    generator.setSize(paperSize(drawing).toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), paperSize(drawing)));
    generator.setTitle(title);
    QPainter painter(&generator);
    paint(painter, drawing);
    painter.end();
    return buffer.data();
}

QByteArray cellPdf(const CellDrawing& drawing, const QString& title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Inverso"));
    writer.setPageSize(QPageSize(paperSize(drawing), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    const double scale = static_cast<double>(writer.resolution()) / pointsPerInch;
    painter.scale(scale, scale);
    paint(painter, drawing);
    painter.end();
    return buffer.data();
}

} // namespace inverso::ui
