// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"
#include "ui/cells/graph_layouter.h"
#include "ui/cells/operation_style.h"

#include <memory>
#include <optional>
#include <vector>

namespace inverso::ui {

/// A part of a cell that can be highlighted in every drawing and in its matrices: a vertex of its Graph, or an edge
/// between two.
struct CellElement
{
    int from = 0;
    int to = 0; ///< the same number: the vertex itself

    static constexpr CellElement vertex(int v) { return {v, v}; }
    [[nodiscard]] constexpr bool isVertex() const { return from == to; }
    bool operator==(const CellElement&) const = default;
};

/// A cell in one of its forms, ready to be painted.
struct CellDrawing
{
    struct Box
    {
        OperationStyle style;
        int vertex = CellDiagram::noVertex; ///< of the Graph
        bool round = false;                 ///< a node that only adds up
        bool live = true;                   ///< on a path from input to output that no `none` cuts
    };
    struct Line
    {
        /// The vertices of the Graph along the line, from its tail to its head; noVertex at an end that is not a
        /// vertex. One entry for each time that this line adds the result.
        std::vector<std::vector<int>> chains;
        bool live = true;
    };

    std::shared_ptr<const GraphLayout> layout;
    std::vector<Box> boxes;  ///< as in the layout
    std::vector<Line> lines; ///< as in the layout's edges

    /// Whether that box or line shows `element`.
    [[nodiscard]] bool boxShows(std::size_t box, const CellElement& element) const;
    [[nodiscard]] bool lineShows(std::size_t line, const CellElement& element) const;
};

/// Throws Error if it cannot be laid out or the space does not have the form.
CellDrawing drawCell(const SearchSpace& space, CellIndex cell, GraphLayouter& layouter,
                     CellForm form = CellForm::OperationsOnVertices);

/// The name for the user: "Operations on nodes".
QString formName(CellForm form);
/// One sentence about it.
QString formExplanation(CellForm form);
/// A description of the element: "vertex 3, conv 3×3"; "edge 1 → 3".
QString elementText(const SearchSpace& space, CellIndex cell, const CellElement& element);

} // namespace inverso::ui
