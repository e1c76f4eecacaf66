// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/plots/map_layers.h"
#include "ui/plots/map_legend.h"
#include "ui/plots/point_grid.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace inverso::ui {

class ExplorerState;
class Selection;

/// Every cell of the space as a point, by its latent code; what the search proposed and asked, round by
/// round. Wheel zooms, dragging pans, a click selects; + − 0 and the arrow keys do the same.
class LatentMap : public QWidget
{
    Q_OBJECT

public:
    LatentMap(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    /// Where a cell is drawn, in widget coordinates.
    [[nodiscard]] QPointF positionOf(CellIndex cell) const;
    /// The cell nearest to a place, if near enough to be meant.
    [[nodiscard]] std::optional<CellIndex> cellAt(QPointF position) const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {320, 240}; }
    [[nodiscard]] QSize sizeHint() const override { return {800, 520}; }

public slots:
    void resetView();
    void zoomIn() { zoom(1.4); }
    void zoomOut() { zoom(1.0 / 1.4); }

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

private:
    void onWorkspace();
    void onRunAdvanced();
    void zoom(double factor);
    void pan(QPointF pixels);
    void hoverAt(QPointF position, QPoint global);
    void placeButton();
    [[nodiscard]] MapLegend legend() const;
    [[nodiscard]] QRectF plotArea() const;
    void paintMarks(QPainter& painter) const;
    void paintCaptions(QPainter& painter) const;
    void paintHint(QPainter& painter) const;

    ExplorerState& m_state;
    Selection& m_selection;
    PointGrid m_grid;
    MapTransform m_transform;
    bool m_fitted = true; ///< shows the whole map: stays so on resize
    MapLayers m_layers;
    QToolButton* m_reset;

    std::optional<QPointF> m_pressed;
    QPointF m_dragged;
    bool m_dragging = false;
};

} // namespace inverso::ui
