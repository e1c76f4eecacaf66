// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/base/area_selector.h"

#include <QPointF>

#include <optional>
#include <vector>

class QKeyEvent;
class QMouseEvent;
class QPainter;
class QWidget;

namespace inverso::ui {

class ExplorerState;
class Selection;

/// A widget that shows cells as points, as CellPointer uses it. Positions are in the widget's pixels.
class CellCanvas
{
public:
    virtual ~CellCanvas() = default;

    /// The cell at a position, if one is close enough.
    [[nodiscard]] virtual std::optional<CellIndex> cellAt(QPointF position) const = 0;
    /// The visible cells inside an area.
    [[nodiscard]] virtual std::vector<CellIndex> cellsIn(const QPolygonF& area) const = 0;
    virtual void zoomIn() = 0;
    virtual void zoomOut() = 0;
    /// Shows everything.
    virtual void resetView() = 0;
    /// Moves the view by that number of steps to the right and upwards.
    virtual void step(int right, int up) = 0;
};

/// The pointer and the keyboard on a canvas of cells: hovering shows a cell's facts, a click selects it, a drag draws
/// an area around a group or moves the view; + − 0 and the arrow keys zoom and pan. The widget forwards its events.
class CellPointer
{
public:
    CellPointer(QWidget& widget, CellCanvas& canvas, const ExplorerState& state, Selection& selection);

    /// The kind of a pointer movement.
    enum class Motion {
        Hover, ///< no button is down
        Click, ///< a button is down, but the pointer has hardly moved
        Area,  ///< an area is being drawn
        Pan    ///< the widget moves its view by moved()
    };

    /// The left button starts a click or a drag, which draws an area of the shape, if one is given.
    void press(const QMouseEvent& event, std::optional<AreaSelector::Shape> area);
    Motion move(const QMouseEvent& event);
    /// Pixels since the last Motion::Pan.
    [[nodiscard]] QPointF moved() const { return m_moved; }
    /// Selects the cell that was clicked, or the group in the area (Ctrl: adds it).
    void release(const QMouseEvent& event);
    /// Resets the view, unless there is a cell at the position.
    void doubleClick(const QMouseEvent& event);
    /// Whether the key was handled. Escape cancels an area that is being drawn.
    bool keyPress(const QKeyEvent& event);
    void leave();
    void cancelArea();

    [[nodiscard]] bool isDrawing() const { return m_area.isActive(); }
    /// The area that is being drawn.
    void paint(QPainter& painter) const;

private:
    void hover(const QMouseEvent& event);

    QWidget& m_widget;
    CellCanvas& m_canvas;
    const ExplorerState& m_state;
    Selection& m_selection;
    AreaSelector m_area;
    std::optional<QPointF> m_pressed;
    QPointF m_panned; ///< where the last Motion::Pan ended
    QPointF m_moved;
    bool m_dragging = false;
};

} // namespace inverso::ui
