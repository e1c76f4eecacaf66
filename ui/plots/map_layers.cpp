// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/map_layers.h"

#include "ui/plots/dot_stamp.h"
#include "ui/state/color_map.h"
#include "ui/state/filter.h"
#include "ui/state/run_record.h"
#include "ui/state/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace inverso::ui {

namespace {

constexpr std::size_t shades = 32;
constexpr double outlineWidth = 1.3; // of queried cells, pixels

// Cells that the filter leaves out remain as a shadow, so that the map keeps its shape.
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
    // Pixel by pixel, which a painter with a scale does not see by itself; what is opaque is copied.
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

void MapLayers::drawCells(const Content& content)
{
    clear(m_cells, m_view.palette.color(QPalette::Base));
    DotStamp stamp(m_cells);
    const double radius = cellRadius(m_view.transform.magnification()) * m_view.pixelRatio;
    // Shadows first, then cells without a value, then from low to high, so that the best lie on top.
    std::vector<CellIndex> shadows;
    std::vector<CellIndex> plain;
    std::array<std::vector<CellIndex>, shades> shaded;
    const auto& values = content.colours.values;
    for (CellIndex cell = 0; cell < content.points.size(); ++cell) {
        if (!content.filter.accepts(cell))
            shadows.push_back(cell);
        else if (cell >= values.size() || std::isnan(values[cell]))
            plain.push_back(cell);
        else
            shaded[static_cast<std::size_t>(std::clamp(content.colours.at(values[cell]), 0.0, 1.0) * (shades - 1)
                                            + 0.5)]
                .push_back(cell);
    }
    const auto draw = [&](const std::vector<CellIndex>& cells, const QColor& color) {
        if (cells.empty())
            return;
        stamp.setDot(radius, color);
        for (const CellIndex cell : cells)
            stamp.add(pixel(content.points[cell]));
    };
    draw(shadows, shadowColor(m_view.palette));
    draw(plain, plainColor(m_view.palette));
    for (std::size_t shade = 0; shade < shades; ++shade) {
        QColor color = sequenceColor(static_cast<double>(shade) / (shades - 1), isDark(m_view.palette));
        color.setAlphaF(0.85F);
        draw(shaded[shade], color);
    }
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
