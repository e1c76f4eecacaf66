// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_painter.h"

#include "ui/state/theme.h"

#include <QLineF>
#include <QPainter>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr double deadOpacity = 0.35;

QTransform placement(const QRectF& target, const GraphLayout& layout, double mostScale)
{
    const double scale = std::min({target.width() / std::max(1.0, layout.size.width()),
                                   target.height() / std::max(1.0, layout.size.height()), mostScale});
    QTransform transform;
    transform.translate(target.center().x() - layout.size.width() * scale / 2,
                        target.center().y() - layout.size.height() * scale / 2);
    transform.scale(scale, scale);
    return transform;
}

void paintEdge(QPainter& painter, const GraphLayout::Edge& edge, const QColor& color, bool live)
{
    painter.setOpacity(live ? 1.0 : deadOpacity);
    painter.setPen(QPen(color, 1.4, live ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(edge.path);

    const QLineF shaft(edge.path.currentPosition(), edge.tip);
    if (shaft.length() < 0.5)
        return;
    const QLineF across = shaft.normalVector().unitVector();
    const QPointF half(across.dx() * 3.2, across.dy() * 3.2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({shaft.p1() + half, edge.tip, shaft.p1() - half}));
}

void paintVertex(QPainter& painter, const QRectF& box, const OperationStyle& style, bool live, bool names)
{
    painter.setOpacity(live ? 1.0 : deadOpacity);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.fill);
    painter.drawRoundedRect(box, 5, 5);
    if (!names)
        return;
    painter.setOpacity(1.0); // a faded name must still be readable
    QFont font = painter.font();
    font.setPixelSize(12);
    painter.setFont(font);
    painter.setPen(style.text);
    painter.drawText(box, Qt::AlignCenter, style.name);
}

} // namespace

void paintCell(QPainter& painter, const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(placement(target, *drawing.layout, options.mostScale), true);
    const QColor line = mutedColor(options.palette, 0.65);
    const QColor deadText = options.palette.color(QPalette::Text);
    for (const GraphLayout::Edge& edge : drawing.layout->edges) {
        const bool live =
            drawing.live[static_cast<std::size_t>(edge.from)] && drawing.live[static_cast<std::size_t>(edge.to)];
        paintEdge(painter, edge, line, live);
    }
    for (const GraphLayout::Vertex& vertex : drawing.layout->vertices) {
        const auto v = static_cast<std::size_t>(vertex.index);
        OperationStyle style = drawing.styles[v];
        if (!drawing.live[v])
            style.text = deadText; // on a box that lets the background through
        paintVertex(painter, vertex.box, style, drawing.live[v], options.names);
    }
    painter.restore();
}

QRectF vertexBox(const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options, int vertex)
{
    const QTransform transform = placement(target, *drawing.layout, options.mostScale);
    for (const GraphLayout::Vertex& placed : drawing.layout->vertices) {
        if (placed.index == vertex)
            return transform.mapRect(placed.box);
    }
    return {};
}

} // namespace inverso::ui
