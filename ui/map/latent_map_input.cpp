// SPDX-License-Identifier: GPL-3.0-or-later
// The pointer and the keyboard on the latent map.
#include "ui/map/latent_map.h"

#include "ui/base/figure_menu.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/selection.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace inverso::ui {

namespace {

constexpr double dragStart = 4.0; // pixels

} // namespace

void LatentMap::zoom(double factor)
{
    m_fitted = false;
    m_transform.zoom(factor, plotArea().center());
    update();
}

void LatentMap::pan(QPointF pixels)
{
    m_fitted = false;
    m_transform.pan(pixels);
    update();
}

void LatentMap::selectArea(const QPolygonF& area, bool add)
{
    const QRectF bounds = area.boundingRect();
    std::vector<CellIndex> cells;
    for (CellIndex cell = 0; cell < m_grid.points().size(); ++cell) {
        const QPointF at = positionOf(cell);
        if (bounds.contains(at) && m_state.filter().accepts(cell) && area.containsPoint(at, Qt::OddEvenFill))
            cells.push_back(cell);
    }
    m_selection.setGroup(std::move(cells), add ? Selection::Grouping::Add : Selection::Grouping::Replace);
}

void LatentMap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position();
    m_dragged = event->position();
    m_dragging = false;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (m_tool != Tool::Pan || shift)
        m_area.begin(m_tool == Tool::Lasso && !shift ? AreaSelector::Shape::Lasso : AreaSelector::Shape::Box,
                     event->position());
}

void LatentMap::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed) {
        hoverAt(event->position(), event->globalPosition().toPoint());
        return;
    }
    const QPointF moved = event->position() - *m_pressed;
    m_dragging = m_dragging || std::hypot(moved.x(), moved.y()) > dragStart;
    if (m_dragging && m_area.isActive()) {
        m_area.extend(event->position());
        update();
    } else if (m_dragging) {
        setCursor(Qt::ClosedHandCursor);
        pan(event->position() - m_dragged);
        m_dragged = event->position();
    }
}

void LatentMap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    if (!m_dragging)
        m_selection.select(cellAt(event->position()));
    else if (m_area.isActive())
        selectArea(m_area.take(), event->modifiers().testFlag(Qt::ControlModifier));
    m_dragging = false;
    setTool(m_tool); // its cursor
}

void LatentMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!cellAt(event->position()))
        resetView();
}

void LatentMap::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0.0)
        return;
    m_fitted = false;
    m_transform.zoom(std::pow(1.25, steps), event->position());
    event->accept();
    update();
}

void LatentMap::keyPressEvent(QKeyEvent* event)
{
    constexpr double stride = 60.0;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!m_area.isActive())
            break; // the window's: clears the selection
        m_dragging = false;
        m_pressed.reset();
        return setTool(m_tool);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return resetView();
    case Qt::Key_Left:
        return pan({stride, 0});
    case Qt::Key_Right:
        return pan({-stride, 0});
    case Qt::Key_Up:
        return pan({0, stride});
    case Qt::Key_Down:
        return pan({0, -stride});
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void LatentMap::hoverAt(QPointF position, QPoint global)
{
    const auto cell = cellAt(position);
    m_selection.hover(cell);
    if (cell)
        QToolTip::showText(global, cellTooltip(m_state, *cell), this);
    else
        QToolTip::hideText();
}

void LatentMap::leaveEvent(QEvent* event)
{
    m_selection.hover(std::nullopt);
    QWidget::leaveEvent(event);
}

void LatentMap::contextMenuEvent(QContextMenuEvent* event)
{
    showFigureMenu(*this, *this, event->globalPos());
}

} // namespace inverso::ui
