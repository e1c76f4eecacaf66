// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/figure.h"
#include "ui/plots/cell_marks.h"
#include "ui/plots/plot_frame.h"
#include "ui/state/cell_pointer.h"

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace inverso::ui {

class ExplorerState;
class Selection;

/// The common part of all plots: the palette's colours, zoom (wheel, + −), pan (drag, arrows) and reset (double click,
/// 0), the nearest cell under the pointer with its facts, the shared selection, which is marked and changed (click;
/// Shift+drag for a group, Ctrl adds to it), the shared filter, and a hint while there is nothing to show. Subclasses
/// fill in graphs and set the axes that show everything.
class PlotWidget : public QCustomPlot, public Figure, public CellCanvas
{
    Q_OBJECT

public:
    PlotWidget(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<CellIndex> cellAt(QPointF position) const override;
    [[nodiscard]] std::vector<CellIndex> cellsIn(const QPolygonF& area) const override;
    /// The position of a cell's (latest) point in widget coordinates; none if the plot does not show the cell.
    [[nodiscard]] std::optional<QPointF> positionOf(CellIndex cell) const;
    [[nodiscard]] const std::vector<CellPoint>& points() const { return m_points; }
    /// The text above the plot.
    [[nodiscard]] QString caption() const { return m_frame.caption(); }
    [[nodiscard]] QString hint() const { return m_hint; }
    /// The view that the user has zoomed or panned to, as in PlotViews; none while the plot shows everything.
    [[nodiscard]] std::optional<QRectF> chosenView() const;
    void chooseView(const QRectF& view);
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 160}; }

    [[nodiscard]] QString figureTitle() const override { return accessibleName(); }
    [[nodiscard]] bool hasFigure() const override { return m_hint.isEmpty(); }
    [[nodiscard]] QSize figureSize() const override;
    void paintFigure(QPaintDevice& device, double scale) override;

public slots:
    /// Shows everything.
    void resetView() override;
    void zoomIn() override { zoom(1.25); }
    void zoomOut() override { zoom(0.8); }
    void step(int right, int up) override;

protected:
    /// Gives pens and brushes the colours of the palette.
    virtual void recolor() = 0;
    /// Sets the axes to show everything.
    virtual void fitAxes() = 0;
    /// Fills the graphs again; called when the filter changes.
    virtual void refill() { }
    /// Whether the filter shows a cell.
    [[nodiscard]] bool isShown(CellIndex cell) const;
    /// Whether the subclass handles a drag that begins there; then it gets the pointer until the button is released.
    virtual bool beginOwnDrag(QPointF) { return false; }
    virtual void ownDrag(QPointF /*position*/, bool /*last*/) { }

    void setTitles(const QString& x, const QString& y) { m_frame.setTitles(x, y); }
    void setCaption(const QString& text);
    /// Empty if there is something to show.
    void setHint(const QString& hint);
    void setPoints(std::vector<CellPoint> points);
    /// The legend's order; graphs are drawn in the order they were added.
    void orderLegend(const std::vector<QCPGraph*>& graphs);
    /// Call at the end of a subclass's constructor.
    void finishConstruction();
    /// Refits unless the user has zoomed or panned, and redraws with the next frame; a hidden plot waits
    /// until it is shown.
    void refresh();
    [[nodiscard]] bool dark() const;
    [[nodiscard]] ExplorerState& state() const { return m_state; }

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void applyPalette();
    void updateMarks();
    void zoom(double factor);

    ExplorerState& m_state;
    Selection& m_selection;
    PlotFrame m_frame;
    CellMarks m_marks;
    CellPointer m_pointer;
    std::vector<CellPoint> m_points;
    QString m_hint;
    bool m_ownView = false; ///< the user has zoomed or panned
    bool m_stale = false;   ///< changed while hidden
    bool m_ownDrag = false;
};

} // namespace inverso::ui
