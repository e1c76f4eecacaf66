// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/base/area_selector.h"
#include "ui/base/figure.h"

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace inverso::ui {

class ExplorerState;
class Selection;

/// A point of a plot that stands for a cell.
struct CellPoint
{
    CellIndex cell = 0;
    double x = 0.0;
    double y = 0.0;
};

/// What all plots have in common: the palette's colours, zoom (wheel, + −), pan (drag, arrows) and reset
/// (double click, 0), the nearest cell under the pointer with its facts, the shared selection marked and made
/// (click; Shift+drag for a group, with Ctrl added to it), the shared filter, a hint while there is nothing
/// to show. Subclasses fill in graphs and say which view fits them.
class PlotWidget : public QCustomPlot, public Figure
{
    Q_OBJECT

public:
    PlotWidget(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<CellIndex> cellAt(QPointF position) const;
    /// Where a cell's (latest) point is drawn, in widget coordinates; none when the plot lacks it.
    [[nodiscard]] std::optional<QPointF> positionOf(CellIndex cell) const;
    [[nodiscard]] const std::vector<CellPoint>& points() const { return m_points; }
    /// The words above the plot.
    [[nodiscard]] QString caption() const { return m_words; }
    [[nodiscard]] QString hint() const { return m_hint; }
    /// What a person has zoomed or panned to, as in PlotViews; none while the plot shows what fits it.
    [[nodiscard]] std::optional<QRectF> chosenView() const;
    void chooseView(const QRectF& view);
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 160}; }

    [[nodiscard]] QString figureTitle() const override { return accessibleName(); }
    [[nodiscard]] bool hasFigure() const override { return m_hint.isEmpty(); }
    [[nodiscard]] QSize figureSize() const override;
    void paintFigure(QPaintDevice& device, double scale) override;

public slots:
    /// Shows everything.
    void resetView();

protected:
    /// Gives pens and brushes the colours of the palette.
    virtual void recolor() = 0;
    /// Sets the axes to show all there is.
    virtual void fitAxes() = 0;
    /// Fills the graphs anew; called when the filter changes.
    virtual void refill() { }
    /// Whether the filter lets a cell be seen.
    [[nodiscard]] bool isShown(CellIndex cell) const;
    /// A drag that begins there is the subclass's own: called with the pointer until the button is up.
    virtual bool beginOwnDrag(QPointF) { return false; }
    virtual void ownDrag(QPointF /*position*/, bool /*last*/) { }

    void setTitles(const QString& x, const QString& y);
    void setCaption(const QString& text);
    /// Empty: there is something to show.
    void setHint(const QString& hint);
    void setPoints(std::vector<CellPoint> points);
    /// The legend's order; graphs are drawn in the order they were added.
    void orderLegend(const std::vector<QCPGraph*>& graphs);
    /// Call at the end of a subclass's constructor.
    void finishConstruction();
    /// Refits unless a person has zoomed or panned, and redraws with the next frame; a hidden plot waits
    /// until it is shown.
    void refresh();
    /// Disc marks for a graph of cells.
    static void styleDots(QCPGraph& graph, const QColor& fill, double size, const QPen& outline = Qt::NoPen);
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
    void fitWordsToWidth();
    void fitTitleToHeight();
    void updateMarks();
    void zoom(double factor);
    void pan(double x, double y);
    void placeMarks();
    void selectArea(const QPolygonF& area, bool add);

    ExplorerState& m_state;
    Selection& m_selection;
    QCPTextElement* m_caption;
    QString m_yTitle;
    QString m_words; ///< of the caption, before it is broken into lines
    QCPGraph* m_selectedMark;
    QCPGraph* m_hoveredMark;
    QCPGraph* m_groupMarks;
    std::vector<CellPoint> m_points;
    QString m_hint;
    bool m_ownView = false; ///< a person has zoomed or panned
    bool m_stale = false;   ///< changed while hidden
    QPointF m_pressed;
    bool m_dragging = false;
    bool m_ownDrag = false;
    AreaSelector m_area;
};

} // namespace inverso::ui
