// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_painter.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"

#include <QLineF>
#include <QPainter>
#include <QPainterPathStroker>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr double deadOpacity = 0.35;
constexpr double lineWidth = 1.4;

/// Around a marked or highlighted part.
struct Emphasis
{
    QColor color; ///< invalid: none
    double width = 0.0;
};

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

template <typename Shows> Emphasis emphasisOf(const CellPaintOptions& options, const Shows& shows)
{
    const bool dark = isDark(options.palette);
    if (options.highlight && shows(*options.highlight))
        return {accentColor(Accent::Gold, dark), 3.0};
    if (std::ranges::any_of(options.marked, shows))
        return {accentColor(Accent::Vermilion, dark), 2.4};
    return {};
}

void setPixelSize(QPainter& painter, int size, bool bold = false)
{
    QFont font = painter.font();
    font.setPixelSize(size);
    font.setBold(bold);
    painter.setFont(font);
}

void paintEdge(QPainter& painter, const GraphLayout::Edge& edge, const QColor& color, bool live,
               const Emphasis& emphasis)
{
    const bool emphasized = emphasis.color.isValid();
    painter.setOpacity(live || emphasized ? 1.0 : deadOpacity);
    const QColor& shown = emphasized ? emphasis.color : color;
    painter.setPen(
        QPen(shown, emphasized ? emphasis.width : lineWidth, live ? Qt::SolidLine : Qt::DashLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(edge.path);

    const QLineF shaft(edge.path.currentPosition(), edge.tip);
    if (shaft.length() < 0.5)
        return;
    const QLineF across = shaft.normalVector().unitVector();
    const double side = emphasized ? 4.2 : 3.2;
    const QPointF half(across.dx() * side, across.dy() * side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shown);
    painter.drawPolygon(QPolygonF({shaft.p1() + half, edge.tip, shaft.p1() - half}));
}

/// "×2" on a line that adds its result more than once.
void paintCount(QPainter& painter, const GraphLayout::Edge& edge, std::size_t count, const QPalette& palette)
{
    painter.setOpacity(1.0);
    setPixelSize(painter, 12, true);
    QRectF patch(0, 0, 24, 16);
    patch.moveCenter(edge.path.pointAtPercent(0.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(patch, 4, 4);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(patch, Qt::AlignCenter, QStringLiteral("×%1").arg(count));
}

void drawShape(QPainter& painter, const QRectF& rect, bool round)
{
    const double radius = round ? rect.height() / 2 : 5.0;
    painter.drawRoundedRect(rect, radius, radius);
}

void paintBox(QPainter& painter, const QRectF& rect, const CellDrawing::Box& box, const Emphasis& emphasis,
              const CellPaintOptions& options)
{
    painter.setOpacity(box.live ? 1.0 : deadOpacity);
    painter.setPen(Qt::NoPen);
    painter.setBrush(box.style.fill);
    drawShape(painter, rect, box.round);
    painter.setOpacity(1.0); // a faded name must still be readable
    if (emphasis.color.isValid()) {
        painter.setPen(QPen(emphasis.color, emphasis.width));
        painter.setBrush(Qt::NoBrush);
        drawShape(painter, rect.adjusted(-1.5, -1.5, 1.5, 1.5), box.round);
    }
    if (!options.names)
        return;
    setPixelSize(painter, 12);
    painter.setPen(box.live ? box.style.text : options.palette.color(QPalette::Text));
    painter.drawText(rect, Qt::AlignCenter, box.style.name);
}

} // namespace

void paintCell(QPainter& painter, const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(placement(target, *drawing.layout, options.mostScale), true);
    const QColor color = mutedColor(options.palette, 0.65);
    for (std::size_t i = 0; i < drawing.lines.size(); ++i) {
        const GraphLayout::Edge& edge = drawing.layout->edges[i];
        const CellDrawing::Line& line = drawing.lines[i];
        const auto shows = [&](const CellElement& element) { return drawing.lineShows(i, element); };
        paintEdge(painter, edge, color, line.live, emphasisOf(options, shows));
        if (line.chains.size() > 1 && options.names)
            paintCount(painter, edge, line.chains.size(), options.palette);
    }
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        const auto shows = [&](const CellElement& element) { return drawing.boxShows(i, element); };
        paintBox(painter, drawing.layout->boxes[i], drawing.boxes[i], emphasisOf(options, shows), options);
    }
    painter.restore();
}

QRectF vertexBox(const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options, int vertex)
{
    const QTransform transform = placement(target, *drawing.layout, options.mostScale);
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        if (drawing.boxes[i].vertex == vertex)
            return transform.mapRect(drawing.layout->boxes[i]);
    }
    return {};
}

std::optional<CellElement> elementAt(const QRectF& target, const CellDrawing& drawing, const CellPaintOptions& options,
                                     const QPointF& point)
{
    const QTransform transform = placement(target, *drawing.layout, options.mostScale);
    const QPointF at = transform.inverted().map(point);
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        if (drawing.layout->boxes[i].contains(at) && drawing.boxes[i].vertex != CellDiagram::noVertex)
            return CellElement::vertex(drawing.boxes[i].vertex);
    }
    QPainterPathStroker reach;
    reach.setWidth(10.0 / std::max(0.1, transform.m11()));
    for (std::size_t i = 0; i < drawing.lines.size(); ++i) {
        QPainterPath path = drawing.layout->edges[i].path;
        path.lineTo(drawing.layout->edges[i].tip);
        if (!reach.createStroke(path).contains(at))
            continue;
        const std::vector<int>& chain = drawing.lines[i].chains.front();
        if (chain.front() == CellDiagram::noVertex || chain.back() == CellDiagram::noVertex)
            return CellElement::vertex(std::max(chain.front(), chain.back())); // the operation on that line
        return CellElement{chain[0], chain[1]};
    }
    return std::nullopt;
}

} // namespace inverso::ui
