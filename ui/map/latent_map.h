// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/figure.h"
#include "ui/map/map_content.h"
#include "ui/map/map_layers.h"
#include "ui/map/map_transform.h"
#include "ui/state/cell_pointer.h"

#include <QWidget>

#include <optional>
#include <vector>

class QToolButton;

namespace inverso::ui {

class MapPainter;

/// Every cell of the space as a point, by its latent code, and the cells that the search proposed and queried, by
/// round. The wheel zooms, a click selects, a drag pans or draws a box or a lasso around cells, depending on the tool
/// (Shift: a box, Ctrl: adds to the group); + − 0 and the arrow keys zoom and pan.
class LatentMap : public QWidget, public Figure, public CellCanvas
{
    Q_OBJECT

public:
    LatentMap(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    enum class Tool { Pan, Box, Lasso };

    [[nodiscard]] const CellColouring& colouring() const { return m_content.colouring(); }
    [[nodiscard]] Tool tool() const { return m_tool; }
    /// The visible part of the map; none: all of it.
    [[nodiscard]] std::optional<MapTransform> part() const
    {
        return m_fitted ? std::nullopt : std::optional(m_transform);
    }
    void setPart(const std::optional<MapTransform>& part);

    /// The position of a cell in widget coordinates.
    [[nodiscard]] QPointF positionOf(CellIndex cell) const;
    [[nodiscard]] std::optional<CellIndex> cellAt(QPointF position) const override;
    [[nodiscard]] std::vector<CellIndex> cellsIn(const QPolygonF& area) const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {280, 240}; }
    [[nodiscard]] QSize sizeHint() const override { return {800, 520}; }

    [[nodiscard]] QString figureName() const override { return QStringLiteral("latent-map"); }
    [[nodiscard]] QString figureTitle() const override { return accessibleName(); }
    [[nodiscard]] bool hasFigure() const override { return !m_content.isEmpty(); }
    [[nodiscard]] QSize figureSize() const override { return size(); }
    void paintFigure(QPaintDevice& device, double scale) override;
    [[nodiscard]] QString figureCsv() const override { return m_content.csv(); }

public slots:
    void resetView() override;
    void zoomIn() override { zoom(1.4); }
    void zoomOut() override { zoom(1.0 / 1.4); }
    void step(int right, int up) override;
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
    void connectState();
    void forgetCells();
    void onWorkspace();
    void onPlaces(bool another);
    void onRunAdvanced();
    void onValues();
    void fit();
    void refit();
    void redrawCells();
    void zoom(double factor);
    void pan(QPointF pixels);
    void placeButton();
    [[nodiscard]] MapPainter painterOfContent() const;

    ExplorerState& m_state;
    Selection& m_selection;
    MapContent m_content;
    MapTransform m_transform;
    bool m_fitted = true; ///< shows the whole map, also after a resize
    MapLayers m_layers;
    CellPointer m_pointer;
    QToolButton* m_reset;
    Tool m_tool = Tool::Pan;
};

} // namespace inverso::ui
