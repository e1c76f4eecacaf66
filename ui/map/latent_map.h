// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/base/area_selector.h"
#include "ui/base/figure.h"
#include "ui/map/map_layers.h"
#include "ui/map/map_legend.h"
#include "ui/map/point_grid.h"
#include "ui/state/map_layout.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace inverso::ui {

class ExplorerState;
class Selection;

/// Every cell of the space as a point, by its latent code; what the search proposed and asked, round by
/// round. Wheel zooms, a click selects, dragging pans or draws a box or a lasso around cells, as the tool
/// says (Shift: a box, Ctrl: add to the group); + − 0 and the arrow keys zoom and pan.
class LatentMap : public QWidget, public Figure
{
    Q_OBJECT

public:
    LatentMap(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    enum class Tool { Pan, Box, Lasso };

    [[nodiscard]] const CellColouring& colouring() const { return m_colouring; }
    [[nodiscard]] Tool tool() const { return m_tool; }
    /// The round up to which the search is drawn; none: all of it, also what is to come.
    [[nodiscard]] std::optional<int> shownRound() const { return m_shownRound; }
    /// What part of the map is seen; none: the whole.
    [[nodiscard]] std::optional<MapTransform> part() const
    {
        return m_fitted ? std::nullopt : std::optional(m_transform);
    }
    void setPart(const std::optional<MapTransform>& part);

    /// Where a cell is drawn, in widget coordinates.
    [[nodiscard]] QPointF positionOf(CellIndex cell) const;
    /// The cell nearest to a place, if near enough to be meant.
    [[nodiscard]] std::optional<CellIndex> cellAt(QPointF position) const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 240}; }

    [[nodiscard]] QString figureName() const override { return QStringLiteral("latent-map"); }
    [[nodiscard]] QString figureTitle() const override { return accessibleName(); }
    [[nodiscard]] bool hasFigure() const override { return !m_grid.points().empty(); }
    [[nodiscard]] QSize figureSize() const override { return size(); }
    void paintFigure(QPaintDevice& device, double scale) override;
    [[nodiscard]] QString figureCsv() const override;
    [[nodiscard]] QSize sizeHint() const override { return {800, 520}; }

public slots:
    void resetView();
    void zoomIn() { zoom(1.4); }
    void zoomOut() { zoom(1.0 / 1.4); }
    void setColouring(const inverso::ui::CellColouring& colouring);
    void setTool(inverso::ui::LatentMap::Tool tool);
    void setShownRound(std::optional<int> round);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void forgetCells();
    void onWorkspace();
    void onPlaces(bool another);
    void onRunAdvanced();
    void onSteppedPhase();
    void onValues();
    void refit();
    void redrawCells();
    void selectArea(const QPolygonF& area, bool add);
    [[nodiscard]] int lastRound() const;
    void zoom(double factor);
    void pan(QPointF pixels);
    void hoverAt(QPointF position, QPoint global);
    void placeButton();
    [[nodiscard]] MapLegend legend() const;
    [[nodiscard]] PhaseCells phaseCells() const;
    [[nodiscard]] QRectF plotArea() const;
    void paintMap(QPainter& painter, MapLayers& layers, double pixelRatio) const;
    void paintMarks(QPainter& painter) const;
    [[nodiscard]] QString caption() const;
    void paintCaptions(QPainter& painter) const;
    void paintHint(QPainter& painter) const;

    ExplorerState& m_state;
    Selection& m_selection;
    MapLayoutPtr m_layout; ///< null: nothing to draw
    PointGrid m_grid;
    MapTransform m_transform;
    bool m_fitted = true; ///< shows the whole map: stays so on resize
    MapLayers m_layers;
    QToolButton* m_reset;
    CellColouring m_colouring;
    CellValues m_values;
    std::optional<int> m_shownRound;
    std::vector<CellIndex> m_proposed; ///< in the round that is stepped phase by phase
    Tool m_tool = Tool::Pan;
    AreaSelector m_area;

    std::optional<QPointF> m_pressed;
    QPointF m_dragged;
    bool m_dragging = false;
};

} // namespace inverso::ui
