// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/point_grid.h"

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

constexpr double pointsPerCell = 2.0;

QRectF boundsOf(const std::vector<QPointF>& points)
{
    double left = points.front().x();
    double right = left;
    double top = points.front().y();
    double bottom = top;
    for (const QPointF& p : points) {
        left = std::min(left, p.x());
        right = std::max(right, p.x());
        top = std::min(top, p.y());
        bottom = std::max(bottom, p.y());
    }
    return {QPointF(left, top), QPointF(right, bottom)};
}

} // namespace

PointGrid::PointGrid(std::vector<QPointF> points)
    : m_points(std::move(points))
{
    if (m_points.empty())
        return;
    m_bounds = boundsOf(m_points);
    const double side = std::sqrt(std::max(1.0, static_cast<double>(m_points.size()) / pointsPerCell));
    m_columns = m_rows = static_cast<int>(std::ceil(side));

    const auto cellOf = [this](const QPointF& p) {
        return static_cast<std::size_t>(rowOf(p.y()) * m_columns + columnOf(p.x()));
    };
    m_start.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    for (const QPointF& p : m_points)
        ++m_start[cellOf(p) + 1];
    for (std::size_t i = 1; i < m_start.size(); ++i)
        m_start[i] += m_start[i - 1];
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    m_items.resize(m_points.size());
    for (std::uint32_t i = 0; i < m_points.size(); ++i)
        m_items[next[cellOf(m_points[i])]++] = i;
}

int PointGrid::columnOf(double x) const
{
    const double width = m_bounds.width() > 0.0 ? m_bounds.width() : 1.0;
    return static_cast<int>(std::clamp((x - m_bounds.left()) / width * m_columns, 0.0, m_columns - 1.0));
}

int PointGrid::rowOf(double y) const
{
    const double height = m_bounds.height() > 0.0 ? m_bounds.height() : 1.0;
    return static_cast<int>(std::clamp((y - m_bounds.top()) / height * m_rows, 0.0, m_rows - 1.0));
}

std::optional<std::uint32_t> PointGrid::nearest(QPointF at, double radius,
                                                const std::function<bool(std::uint32_t)>& accepts) const
{
    std::optional<std::uint32_t> best;
    if (m_points.empty())
        return best;
    double bestSquare = radius * radius;
    for (int row = rowOf(at.y() - radius); row <= rowOf(at.y() + radius); ++row) {
        for (int column = columnOf(at.x() - radius); column <= columnOf(at.x() + radius); ++column) {
            const auto cell = static_cast<std::size_t>(row * m_columns + column);
            for (std::uint32_t k = m_start[cell]; k < m_start[cell + 1]; ++k) {
                const QPointF d = m_points[m_items[k]] - at;
                const double square = QPointF::dotProduct(d, d);
                const bool nearer = square < bestSquare || (square == bestSquare && (!best || m_items[k] < *best));
                if (nearer && (!accepts || accepts(m_items[k]))) {
                    bestSquare = square;
                    best = m_items[k];
                }
            }
        }
    }
    return best;
}

} // namespace inverso::ui
