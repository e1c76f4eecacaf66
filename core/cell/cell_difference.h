// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <utility>
#include <vector>

namespace inverso {

/// The differences between two cells of one space, by vertex and by edge. If the space has free edges, vertex numbers
/// have no meaning; the vertices are then paired so that the difference is smallest.
struct CellDifference
{
    struct Change
    {
        int a = -1; ///< vertex of the first cell; −1: the second has one more
        int b = -1; ///< vertex of the second
    };

    std::vector<Change> vertices;                ///< with different operations, or without a partner
    std::vector<std::pair<int, int>> edgesOnlyA; ///< of the first cell, without a counterpart in the second
    std::vector<std::pair<int, int>> edgesOnlyB; ///< in the second cell's vertex numbers

    [[nodiscard]] bool isEmpty() const { return vertices.empty() && edgesOnlyA.empty() && edgesOnlyB.empty(); }
};

/// With free edges all pairings of inner vertices are tried: 720 for the 7 vertices of NAS-Bench-101.
CellDifference cellDifference(const SearchSpace& space, CellIndex a, CellIndex b);

/// The same for graphs with equal numbers of vertices, including padding.
CellDifference graphDifference(const Graph& a, const Graph& b, bool fixedEdges);

} // namespace inverso
