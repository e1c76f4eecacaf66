// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"
#include "ui/cells/graph_layouter.h"
#include "ui/cells/operation_style.h"

#include <memory>
#include <vector>

namespace inverso::ui {

/// A cell ready to be painted.
struct CellDrawing
{
    std::shared_ptr<const GraphLayout> layout;
    std::vector<OperationStyle> styles; ///< per vertex of the graph
    std::vector<bool> live;             ///< per vertex: on a path from input to output that no `none` cuts
    std::vector<bool> isNone;           ///< per vertex
};

/// Throws Error when it cannot be laid out.
CellDrawing drawCell(const SearchSpace& space, CellIndex cell, GraphLayouter& layouter);

} // namespace inverso::ui
