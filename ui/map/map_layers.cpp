// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_layers.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/map/dot_stamp.h"
#include "ui/state/filter.h"
#include "ui/state/run_record.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

constexpr double outlineWidth = 1.3; // of queried cells, pixels

// Cells rejected by the filter are drawn as shadows, so that the map keeps its shape.
QColor shadowColor(const QPalette& palette)
{
    QColor color = mutedColor(palette, 0.3);
    color.setAlphaF(0.18F);
    return color;
}

QColor plainColor(const QPalette& palette)
{
    QColor grey = mutedColor(palette, isDark(palette) ? 0.42 : 0.38);
    grey.setAlphaF(0.55F);
    return grey;
}

QColor shadeColor(std::size_t shade, const QPalette& palette)
{
    QColor color = sequenceColor(static_cast<double>(shade) / (MapLayers::shades - 1), isDark(palette));
    color.setAlphaF(0.85F);
    return color;
}

} // namespace

void MapLayers::clear(QImage& image, const QColor& color) const
{
    const QSize pixels = m_view.size * m_view.pixelRatio;
    if (image.size() != pixels)
        image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(color);
}

double MapLayers::cellRadius(double magnification)
{
    return std::clamp(1.5 * std::pow(std::max(magnification, 0.1), 0.35), 1.3, 5.0);
}

void MapLayers::resetCells()
{
    m_valid = false;
}

void MapLayers::resetRun()
{
    m_roundsDrawn = 0;
    m_roundScale = 0;
}

void MapLayers::paint(QPainter& painter, const View& view, const Content& content)
{
    if (!m_valid || !(m_view == view)) {
        m_view = view;
        m_valid = true;
        m_groupValid = false;
        drawCells(content);
        resetRun();
    }
    drawRounds(content);
    if (!m_groupValid)
        drawGroup(content);
    // Copies the pixels one to one: a painter with a scale would resample them.
    painter.save();
    painter.scale(1.0 / m_view.pixelRatio, 1.0 / m_view.pixelRatio);
    painter.drawImage(
        0, 0,
        QImage(m_cells.constBits(), m_cells.width(), m_cells.height(), m_cells.bytesPerLine(), QImage::Format_RGB32));
    if (m_roundsDrawn > 0) {
        painter.drawImage(0, 0, m_candidates);
        painter.drawImage(0, 0, m_queries);
    }
    if (!content.group.empty())
        painter.drawImage(0, 0, m_group);
    painter.restore();
}

void MapLayers::sortCells(const Content& content)
{
    CellsByColour& sorted = m_sorted;
    sorted.shadows.clear();
    sorted.plain.clear();
    for (auto& places : sorted.shaded)
        places.clear();
    sorted.count = 0;
    const double reach = 8.0 * m_view.pixelRatio; // of a dot beyond its centre
    const QRectF area = QRectF(QPointF(), QSizeF(m_cells.size())).adjusted(-reach, -reach, reach, reach);
    const auto& values = content.colours.values;
    for (CellIndex cell = 0; cell < content.points.size(); ++cell) {
        const QPointF at = pixel(content.points[cell]);
        if (!area.contains(at))
            continue;
        ++sorted.count;
        if (!content.filter.accepts(cell))
            sorted.shadows.push_back(at);
        else if (cell >= values.size() || std::isnan(values[cell]))
            sorted.plain.push_back(at);
        else
            sorted
                .shaded[static_cast<std::size_t>(std::clamp(content.colours.at(values[cell]), 0.0, 1.0) * (shades - 1)
                                                 + 0.5)]
                .push_back(at);
    }
}

void MapLayers::drawCells(const Content& content)
{
    clear(m_cells, m_view.palette.color(QPalette::Base));
    sortCells(content);
    if (m_sorted.count > mostDots)
        drawDensity(m_sorted);
    else
        drawDots(m_sorted);
}

// Shadows first, then cells without a value, then from low to high, so that the best lie on top.
void MapLayers::drawDots(const CellsByColour& sorted)
{
    DotStamp stamp(m_cells);
    const double radius = cellRadius(m_view.transform.magnification()) * m_view.pixelRatio;
    const auto draw = [&](const std::vector<QPointF>& places, const QColor& color) {
        if (places.empty())
            return;
        stamp.setDot(radius, color);
        for (const QPointF& place : places)
            stamp.add(place);
    };
    draw(sorted.shadows, shadowColor(m_view.palette));
    draw(sorted.plain, plainColor(m_view.palette));
    for (std::size_t shade = 0; shade < shades; ++shade)
        draw(sorted.shaded[shade], shadeColor(shade, m_view.palette));
}

void MapLayers::drawDensity(const CellsByColour& sorted)
{
    const int side = std::max(1, static_cast<int>(std::lround(m_view.pixelRatio)));
    const auto draw = [&](const std::vector<QPointF>& places, const QColor& color) {
        if (places.empty())
            return;
        m_density.reset(m_cells.size(), side);
        for (const QPointF& place : places)
            m_density.add(place);
        m_density.paint(m_cells, [&](float) { return color; });
    };
    draw(sorted.shadows, shadowColor(m_view.palette));
    draw(sorted.plain, plainColor(m_view.palette));
    if (std::ranges::all_of(sorted.shaded, [](const auto& places) { return places.empty(); }))
        return;
    m_density.reset(m_cells.size(), side);
    for (std::size_t shade = 0; shade < shades; ++shade)
        for (const QPointF& place : sorted.shaded[shade])
            m_density.add(place, static_cast<float>(shade));
    m_density.paint(
        m_cells, [&](float mean) { return shadeColor(static_cast<std::size_t>(std::lround(mean)), m_view.palette); });
}

void MapLayers::drawRounds(const Content& content)
{
    const RunRecord& run = content.run;
    const auto shown = static_cast<std::size_t>(
        std::ranges::count_if(run.rounds(), [&](const Round& round) { return round.number <= content.lastRound; }));
    const int scale = run.expectedRounds();
    if (m_roundsDrawn == 0 || scale != m_roundScale || m_roundsDrawn > shown) {
        m_roundScale = scale;
        m_roundsDrawn = 0;
        clear(m_candidates, Qt::transparent);
        clear(m_queries, Qt::transparent);
    }
    if (m_roundsDrawn == shown)
        return;
    const bool byRound = content.colours.values.empty();
    DotStamp candidates(m_candidates);
    DotStamp queries(m_queries);
    const double magnification = m_view.transform.magnification();
    const auto isDrawn = [&](CellIndex cell) { return cell < content.points.size() && content.filter.accepts(cell); };
    for (; m_roundsDrawn < shown; ++m_roundsDrawn) {
        const Round& round = run.rounds()[m_roundsDrawn];
        const QColor color = sequenceColor(static_cast<double>(round.number) / scale, isDark(m_view.palette));
        candidates.setDot(candidateRadius(magnification) * m_view.pixelRatio, color);
        queries.setRing(queryRadius(magnification) * m_view.pixelRatio, outlineWidth * m_view.pixelRatio,
                        m_view.palette.color(QPalette::Text), byRound ? color : QColor(Qt::transparent));
        for (const Candidate& candidate : round.candidates)
            if (byRound && isDrawn(candidate.cell))
                candidates.add(pixel(content.points[candidate.cell]));
        for (const Query& query : round.queries)
            if (isDrawn(query.cell))
                queries.add(pixel(content.points[query.cell]));
    }
}

void MapLayers::drawGroup(const Content& content)
{
    m_groupValid = true;
    if (content.group.empty())
        return;
    clear(m_group, Qt::transparent);
    DotStamp stamp(m_group);
    const double radius = candidateRadius(m_view.transform.magnification()) * m_view.pixelRatio;
    stamp.setDot(radius, accentColor(Accent::Vermilion, isDark(m_view.palette)));
    for (const CellIndex cell : content.group)
        if (cell < content.points.size() && content.filter.accepts(cell))
            stamp.add(pixel(content.points[cell]));
}

} // namespace inverso::ui
