// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/cell_pointer.h"

#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWidget>

#include <cmath>

namespace inverso::ui {

namespace {

constexpr double dragStart = 4.0; // pixels

} // namespace

CellPointer::CellPointer(QWidget& widget, CellCanvas& canvas, const ExplorerState& state, Selection& selection)
    : m_widget(widget)
    , m_canvas(canvas)
    , m_state(state)
    , m_selection(selection)
{
}

void CellPointer::press(const QMouseEvent& event, std::optional<AreaSelector::Shape> area)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_pressed = event.position();
    m_panned = event.position();
    m_dragging = false;
    if (area)
        m_area.begin(*area, event.position());
}

CellPointer::Motion CellPointer::move(const QMouseEvent& event)
{
    if (!m_pressed) {
        hover(event);
        return Motion::Hover;
    }
    const QPointF far = event.position() - *m_pressed;
    m_dragging = m_dragging || std::hypot(far.x(), far.y()) > dragStart;
    if (!m_dragging)
        return Motion::Click;
    if (m_area.isActive()) {
        m_area.extend(event.position());
        m_widget.update();
        return Motion::Area;
    }
    m_moved = event.position() - m_panned;
    m_panned = event.position();
    return Motion::Pan;
}

void CellPointer::release(const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    if (!m_dragging) {
        cancelArea();
        m_selection.select(m_canvas.cellAt(event.position()));
    } else if (m_area.isActive()) {
        const bool add = event.modifiers().testFlag(Qt::ControlModifier);
        m_selection.setGroup(m_canvas.cellsIn(m_area.take()),
                             add ? Selection::Grouping::Add : Selection::Grouping::Replace);
        m_widget.update();
    }
    m_dragging = false;
}

void CellPointer::doubleClick(const QMouseEvent& event)
{
    if (!m_canvas.cellAt(event.position()))
        m_canvas.resetView();
}

bool CellPointer::keyPress(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Escape:
        if (!m_area.isActive())
            return false; // the window handles it: it clears the selection
        m_pressed.reset();
        cancelArea();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_canvas.zoomIn();
        return true;
    case Qt::Key_Minus:
        m_canvas.zoomOut();
        return true;
    case Qt::Key_0:
        m_canvas.resetView();
        return true;
    case Qt::Key_Left:
        m_canvas.step(-1, 0);
        return true;
    case Qt::Key_Right:
        m_canvas.step(1, 0);
        return true;
    case Qt::Key_Up:
        m_canvas.step(0, 1);
        return true;
    case Qt::Key_Down:
        m_canvas.step(0, -1);
        return true;
    default:
        return false;
    }
}

void CellPointer::hover(const QMouseEvent& event)
{
    const auto cell = m_canvas.cellAt(event.position());
    m_selection.hover(cell);
    if (cell)
        QToolTip::showText(event.globalPosition().toPoint(), cellTooltip(m_state, *cell), &m_widget);
    else
        QToolTip::hideText();
}

void CellPointer::leave()
{
    m_selection.hover(std::nullopt);
}

void CellPointer::cancelArea()
{
    m_area.cancel();
    m_widget.update();
}

void CellPointer::paint(QPainter& painter) const
{
    m_area.paint(painter, m_widget.palette());
}

} // namespace inverso::ui
