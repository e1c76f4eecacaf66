// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/map/map_density.h"
#include "ui/map/map_transform.h"
#include "ui/state/cell_colouring.h"

#include <QImage>
#include <QPalette>

#include <array>
#include <span>
#include <vector>

class QPainter;

namespace inverso::ui {

class Filter;
class RunRecord;

/// The latent map's points, cached as pictures: all cells in grey or coloured by a value, the candidates of each round
/// in its colour, the queried cells outlined, a group of cells marked. If more than 50,000 cells are visible their
/// density is drawn instead of dots. A picture is redrawn only if its content changes; new rounds are drawn on top of
/// the old ones.
class MapLayers
{
public:
    struct View
    {
        MapTransform transform;
        QSize size; ///< device-independent
        double pixelRatio = 1.0;
        QPalette palette;
        bool operator==(const View& other) const
        {
            return transform == other.transform && size == other.size && pixelRatio == other.pixelRatio
                   && palette.cacheKey() == other.palette.cacheKey();
        }
    };
    struct Content
    {
        const std::vector<QPointF>& points;
        const RunRecord& run;
        const Filter& filter;
        const CellValues& colours; ///< without values: cells are grey, candidates have their round's colour
        int lastRound;             ///< later ones are not drawn
        std::span<const CellIndex> group;
    };

    /// Invalidates the picture of the cells: other points, another filter, other values.
    void resetCells();
    /// Invalidates the pictures of the rounds: another run.
    void resetRun();
    void resetGroup() { m_groupValid = false; }
    void paint(QPainter& painter, const View& view, const Content& content);

    /// Radius of a grey dot, of a candidate and of a queried cell at that magnification.
    static double cellRadius(double magnification);
    static double candidateRadius(double magnification) { return cellRadius(magnification) + 1.2; }
    static double queryRadius(double magnification) { return cellRadius(magnification) + 2.4; }

    static constexpr std::size_t shades = 32;      ///< steps of the colour scale
    static constexpr std::size_t mostDots = 50000; ///< if more cells are visible, their density is drawn

private:
    /// Positions of the visible cells in device pixels.
    struct CellsByColour
    {
        std::vector<QPointF> shadows; ///< rejected by the filter
        std::vector<QPointF> plain;   ///< without a value
        std::array<std::vector<QPointF>, shades> shaded;
        std::size_t count = 0;
    };
    void sortCells(const Content& content);
    void drawCells(const Content& content);
    void drawDots(const CellsByColour& sorted);
    void drawDensity(const CellsByColour& sorted);
    void drawRounds(const Content& content);
    void drawGroup(const Content& content);
    [[nodiscard]] QPointF pixel(const QPointF& point) const
    {
        return m_view.transform.toPixel(point) * m_view.pixelRatio;
    }
    void clear(QImage& image, const QColor& color) const;

    View m_view;
    bool m_valid = false;
    bool m_groupValid = false;
    // In device pixels; kept between frames, since allocating them costs more than drawing.
    QImage m_cells; ///< opaque
    QImage m_candidates;
    QImage m_queries;
    QImage m_group;
    CellsByColour m_sorted;
    MapDensity m_density;
    std::size_t m_roundsDrawn = 0;
    int m_roundScale = 0;
};

} // namespace inverso::ui
