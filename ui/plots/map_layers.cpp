// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/map_layers.h"

#include "ui/plots/dot_stamp.h"
#include "ui/state/color_map.h"
#include "ui/state/run_record.h"
#include "ui/state/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

QImage transparentImage(const MapLayers::View& view)
{
    QImage image(view.size * view.pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(view.pixelRatio);
    image.fill(Qt::transparent);
    return image;
}

} // namespace

double MapLayers::cellRadius(double magnification)
{
    return std::clamp(1.5 * std::pow(std::max(magnification, 0.1), 0.35), 1.3, 5.0);
}

void MapLayers::resetRun()
{
    m_roundsDrawn = 0;
    m_roundScale = 0;
}

void MapLayers::paint(QPainter& painter, const View& view, const std::vector<QPointF>& points, const RunRecord& run)
{
    if (!m_valid || !(m_view == view)) {
        m_view = view;
        m_valid = true;
        drawCells(view, points);
        resetRun();
    }
    drawRounds(view, points, run);
    painter.drawImage(QPointF(0, 0), m_cells);
    painter.drawImage(QPointF(0, 0), m_candidates);
    painter.drawImage(QPointF(0, 0), m_queries);
}

void MapLayers::drawCells(const View& view, const std::vector<QPointF>& points)
{
    m_cells = transparentImage(view);
    DotStamp stamp(m_cells);
    QColor grey = mutedColor(view.palette, isDark(view.palette) ? 0.42 : 0.38);
    grey.setAlphaF(0.55F);
    stamp.setDot(cellRadius(view.transform.magnification()) * view.pixelRatio, grey);
    for (const QPointF& point : points)
        stamp.add(view.transform.toPixel(point) * view.pixelRatio);
}

void MapLayers::drawRounds(const View& view, const std::vector<QPointF>& points, const RunRecord& run)
{
    const int scale = run.expectedRounds();
    if (m_roundsDrawn == 0 || scale != m_roundScale || m_roundsDrawn > run.rounds().size()) {
        m_roundScale = scale;
        m_roundsDrawn = 0;
        m_candidates = transparentImage(view);
        m_queries = transparentImage(view);
    }
    if (m_roundsDrawn == run.rounds().size())
        return;
    DotStamp candidates(m_candidates);
    QPainter queries(&m_queries);
    queries.setRenderHint(QPainter::Antialiasing);
    queries.setPen(QPen(view.palette.color(QPalette::Text), 1.3));
    const double magnification = view.transform.magnification();
    const double large = queryRadius(magnification);
    for (; m_roundsDrawn < run.rounds().size(); ++m_roundsDrawn) {
        const Round& round = run.rounds()[m_roundsDrawn];
        const QColor color = sequenceColor(static_cast<double>(round.number) / scale, isDark(view.palette));
        candidates.setDot(candidateRadius(magnification) * view.pixelRatio, color);
        queries.setBrush(color);
        for (const Candidate& candidate : round.candidates) {
            if (candidate.cell < points.size())
                candidates.add(view.transform.toPixel(points[candidate.cell]) * view.pixelRatio);
        }
        for (const Query& query : round.queries) {
            if (query.cell < points.size())
                queries.drawEllipse(view.transform.toPixel(points[query.cell]), large, large);
        }
    }
}

} // namespace inverso::ui
