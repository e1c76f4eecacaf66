// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <utility>
#include <vector>

namespace inverso {

/// In what two cells of one space differ, vertex by vertex and edge by edge. Where edges are free, vertex
/// numbers mean nothing: then the vertices are paired so that least differs.
struct CellDifference
{
    struct Change
    {
        int a = -1; ///< vertex of the first cell; −1: the second has one more
        int b = -1; ///< vertex of the second
    };

    std::vector<Change> vertices;                ///< with different operations, or without a partner
    std::vector<std::pair<int, int>> edgesOnlyA; ///< of the first cell, without a like in the second
    std::vector<std::pair<int, int>> edgesOnlyB; ///< in the second cell's vertex numbers

    [[nodiscard]] bool isEmpty() const { return vertices.empty() && edgesOnlyA.empty() && edgesOnlyB.empty(); }
};

/// Free edges cost the trial of all pairings of inner vertices, which for the 7 vertices of
/// NAS-Bench-101 are 720.
CellDifference cellDifference(const SearchSpace& space, CellIndex a, CellIndex b);

/// The same for graphs of as many vertices, padding included.
CellDifference graphDifference(const Graph& a, const Graph& b, bool fixedEdges);

} // namespace inverso
