// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/map/map_legend.h"
#include "ui/map/map_transform.h"
#include "ui/map/point_grid.h"
#include "ui/state/cell_colouring.h"
#include "ui/state/map_layout.h"

#include <QString>

#include <optional>
#include <vector>

namespace inverso::ui {

class ExplorerState;
class Selection;

/// The content of the latent map: positions and values of the cells, the search up to a round, and the cells of the
/// phase after which a run is paused. It follows the state when its functions are called; GUI thread only.
class MapContent
{
public:
    MapContent(const ExplorerState& state, const Selection& selection);

    [[nodiscard]] const ExplorerState& state() const { return m_state; }
    [[nodiscard]] const Selection& selection() const { return m_selection; }
    [[nodiscard]] const PointGrid& grid() const { return m_grid; }
    [[nodiscard]] bool isEmpty() const { return m_grid.points().empty(); }
    /// In the pixels that `transform` maps to; (-1, -1) for a cell without a position.
    [[nodiscard]] QPointF positionOf(CellIndex cell, const MapTransform& transform) const;
    [[nodiscard]] const CellColouring& colouring() const { return m_colouring; }
    [[nodiscard]] const CellValues& values() const { return m_values; }
    /// Cells proposed in the round that is stepped phase by phase.
    [[nodiscard]] const std::vector<CellIndex>& proposed() const { return m_proposed; }
    /// The cells that a phase has chosen or queried; mostly none.
    [[nodiscard]] const std::vector<CellIndex>& chosen() const;
    /// The last round that is drawn.
    [[nodiscard]] int lastRound() const;

    /// Before another table: the cells are of the old one.
    void forgetCells();
    /// Another table, with other columns. The layout follows by followLayout().
    void followWorkspace();
    void followLayout();
    void followValues();
    void followPhase();
    void setColouring(const CellColouring& colouring);
    /// None: all rounds, also future ones.
    void setShownRound(std::optional<int> round) { m_shownRound = round; }

    /// Without font and palette.
    [[nodiscard]] MapLegend legend() const;
    /// The meaning of the axes, or the parameters of the t-SNE.
    [[nodiscard]] QString caption() const;
    [[nodiscard]] bool hasAxes() const;
    /// The visible cells with their coordinates and values.
    [[nodiscard]] QString csv() const;

private:
    [[nodiscard]] PhaseCells phaseCells() const;

    const ExplorerState& m_state;
    const Selection& m_selection;
    MapLayoutPtr m_layout; ///< null: nothing to draw
    PointGrid m_grid;
    CellColouring m_colouring;
    CellValues m_values;
    std::optional<int> m_shownRound;
    std::vector<CellIndex> m_proposed;
};

} // namespace inverso::ui
