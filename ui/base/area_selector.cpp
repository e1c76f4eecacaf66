// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/area_selector.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"

#include <QLineF>
#include <QPainter>

#include <utility>

namespace inverso::ui {

namespace {

constexpr double step = 3.0; // pixels between a lasso's corners: finer is not seen, and slow to test against

} // namespace

void AreaSelector::begin(Shape shape, QPointF at)
{
    m_shape = shape;
    m_path = {at, at};
}

void AreaSelector::extend(QPointF to)
{
    if (m_shape == Shape::Lasso && QLineF(m_path.back(), to).length() >= step)
        m_path.push_back(to);
    else if (m_shape == Shape::Box)
        m_path.back() = to;
}

QPolygonF AreaSelector::polygon() const
{
    return m_shape == Shape::Box ? QPolygonF(QRectF(m_path.front(), m_path.back()).normalized()) : m_path;
}

QPolygonF AreaSelector::take()
{
    QPolygonF area = polygon();
    m_path.clear();
    return area;
}

void AreaSelector::paint(QPainter& painter, const QPalette& palette) const
{
    if (!isActive())
        return;
    QColor line = accentColor(Accent::Vermilion, isDark(palette));
    painter.setPen(QPen(line, 1.4, Qt::DashLine));
    line.setAlphaF(0.12F);
    painter.setBrush(line);
    painter.drawPolygon(polygon());
}

} // namespace inverso::ui
