// SPDX-License-Identifier: GPL-3.0-or-later
// The pointer and the keyboard on a plot.
#include "ui/plots/plot_widget.h"

#include "ui/base/figure_menu.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QToolTip>

#include <cmath>
#include <utility>

namespace inverso::ui {

namespace {

constexpr double dragStart = 4.0; // pixels

} // namespace

void PlotWidget::zoom(double factor)
{
    m_ownView = true;
    xAxis->scaleRange(1.0 / factor);
    yAxis->scaleRange(1.0 / factor);
    replot(QCustomPlot::rpQueuedReplot);
}

void PlotWidget::pan(double x, double y)
{
    m_ownView = true;
    xAxis->moveRange(x * xAxis->range().size());
    const bool logarithmic = yAxis->scaleType() == QCPAxis::stLogarithmic;
    const QCPRange range = yAxis->range();
    yAxis->moveRange(logarithmic ? std::pow(range.upper / range.lower, y) : y * range.size());
    replot(QCustomPlot::rpQueuedReplot);
}

void PlotWidget::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position();
    m_dragging = false;
    m_ownDrag = event->button() == Qt::LeftButton && m_hint.isEmpty() && beginOwnDrag(m_pressed);
    if (m_ownDrag)
        return;
    if (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier))
        return m_area.begin(AreaSelector::Shape::Box, m_pressed);
    QCustomPlot::mousePressEvent(event);
}

void PlotWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() == Qt::NoButton) {
        const auto cell = cellAt(event->position());
        m_selection.hover(cell);
        if (cell && m_hint.isEmpty())
            QToolTip::showText(event->globalPosition().toPoint(), cellTooltip(m_state, *cell), this);
        else
            QToolTip::hideText();
        return;
    }
    if (m_ownDrag)
        return ownDrag(event->position(), false);
    const QPointF moved = event->position() - m_pressed;
    if (!m_dragging && std::hypot(moved.x(), moved.y()) <= dragStart)
        return;
    m_dragging = true;
    if (m_area.isActive()) {
        m_area.extend(event->position());
        return update();
    }
    m_ownView = true;
    QCustomPlot::mouseMoveEvent(event);
}

void PlotWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (std::exchange(m_ownDrag, false))
        return ownDrag(event->position(), true);
    if (m_area.isActive()) {
        const QPolygonF area = m_area.take();
        if (m_dragging)
            selectArea(area, event->modifiers().testFlag(Qt::ControlModifier));
        update();
    }
    QCustomPlot::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !m_dragging)
        m_selection.select(cellAt(event->position()));
    m_dragging = false;
}

void PlotWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!cellAt(event->position()))
        resetView();
}

void PlotWidget::wheelEvent(QWheelEvent* event)
{
    m_ownView = true;
    QCustomPlot::wheelEvent(event);
}

void PlotWidget::keyPressEvent(QKeyEvent* event)
{
    constexpr double stride = 0.1; // of the view
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(1.25);
    case Qt::Key_Minus:
        return zoom(0.8);
    case Qt::Key_0:
        return resetView();
    case Qt::Key_Left:
        return pan(-stride, 0);
    case Qt::Key_Right:
        return pan(stride, 0);
    case Qt::Key_Up:
        return pan(0, stride);
    case Qt::Key_Down:
        return pan(0, -stride);
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void PlotWidget::leaveEvent(QEvent* event)
{
    m_selection.hover(std::nullopt);
    QCustomPlot::leaveEvent(event);
}

void PlotWidget::contextMenuEvent(QContextMenuEvent* event)
{
    showFigureMenu(*this, *this, event->globalPos());
}

} // namespace inverso::ui
