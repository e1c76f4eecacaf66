// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QPolygonF>

class QPainter;

namespace inverso::ui {

/// An area being drawn with the pointer, as a box or a lasso; in pixels.
class AreaSelector
{
public:
    enum class Shape { Box, Lasso };

    void begin(Shape shape, QPointF at);
    void extend(QPointF to);
    void cancel() { m_path.clear(); }
    [[nodiscard]] bool isActive() const { return !m_path.isEmpty(); }
    /// Closed; ends the drawing.
    QPolygonF take();
    void paint(QPainter& painter, const QPalette& palette) const;

private:
    [[nodiscard]] QPolygonF polygon() const;

    Shape m_shape = Shape::Box;
    QPolygonF m_path; ///< box: its two corners
};

} // namespace inverso::ui
