// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/map_transform.h"

#include <QImage>
#include <QPalette>

#include <vector>

class QPainter;

namespace inverso::ui {

class RunRecord;

/// The latent map's points, kept as pictures: all cells in grey, every round's candidates in the
/// round's colour, the queried cells outlined. A picture is redrawn only when the view, the palette or
/// the scale of round colours changes; new rounds are drawn on top of the old.
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

    /// Other points: nothing kept is valid.
    void reset() { *this = {}; }
    /// Another run: its rounds are to be drawn from the first.
    void resetRun();
    void paint(QPainter& painter, const View& view, const std::vector<QPointF>& points, const RunRecord& run);

    /// Radius of a grey dot, of a candidate and of a queried cell at that magnification.
    static double cellRadius(double magnification);
    static double candidateRadius(double magnification) { return cellRadius(magnification) + 1.2; }
    static double queryRadius(double magnification) { return cellRadius(magnification) + 2.4; }

private:
    void drawCells(const View& view, const std::vector<QPointF>& points);
    void drawRounds(const View& view, const std::vector<QPointF>& points, const RunRecord& run);

    View m_view;
    bool m_valid = false;
    QImage m_cells;
    QImage m_candidates;
    QImage m_queries;
    std::size_t m_roundsDrawn = 0;
    int m_roundScale = 0;
};

} // namespace inverso::ui
