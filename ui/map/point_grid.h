// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace inverso::ui {

/// Finds the exact nearest point to a position among many, with a uniform grid.
class PointGrid
{
public:
    PointGrid() = default;
    explicit PointGrid(std::vector<QPointF> points);

    [[nodiscard]] const std::vector<QPointF>& points() const { return m_points; }
    [[nodiscard]] const QRectF& bounds() const { return m_bounds; }
    /// The number of the nearest point at most `radius` away, among those that `accepts` allows; the first one of ties.
    [[nodiscard]] std::optional<std::uint32_t> nearest(QPointF at, double radius,
                                                       const std::function<bool(std::uint32_t)>& accepts = {}) const;

private:
    [[nodiscard]] int columnOf(double x) const;
    [[nodiscard]] int rowOf(double y) const;

    std::vector<QPointF> m_points;
    QRectF m_bounds;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::uint32_t> m_start; ///< of each grid cell in m_items, one more at the end
    std::vector<std::uint32_t> m_items; ///< point numbers, by grid cell, ascending inside each
};

} // namespace inverso::ui
