// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <span>
#include <string_view>
#include <vector>

namespace inverso {

/// The ways in which a cell can be drawn; SearchSpace::forms() lists those of a space.
enum class CellForm : std::uint8_t {
    OperationsOnVertices, ///< the graph that the model reads
    OperationsOnEdges,    ///< NAS-Bench-201 as its authors draw it
    Simplified            ///< only the parts that compute: see simplifiedDiagram()
};

/// A cell in one of its forms. Nodes and edges refer to the vertices of the Graph, whose labels are their operations,
/// so that facts about a vertex can be shown in every form.
struct CellDiagram
{
    /// No vertex: a node that only sums results, or an edge that only passes them on.
    static constexpr int noVertex = -1;

    struct Node
    {
        int vertex = noVertex;
        bool operator==(const Node&) const = default;
    };
    struct Edge
    {
        int from = 0; ///< node
        int to = 0;   ///< node
        int vertex = noVertex;
        std::vector<int> through; ///< vertices contracted into this edge, in its direction
        bool operator==(const Edge&) const = default;
    };

    std::vector<Node> nodes; ///< in the order of computing
    std::vector<Edge> edges; ///< may hold several between the same two nodes
    bool operator==(const CellDiagram&) const = default;
};

/// Which vertices lie on a path from input to output that passes no `none`.
std::vector<bool> liveVertices(const Graph& graph, std::span<const std::string_view> labels);

/// The graph as it is, without padding.
CellDiagram vertexDiagram(const Graph& graph);

/// The graph without `none`, without vertices that do not lie between input and output, and with each `skip_connect`
/// contracted into an edge. A result that arrives several times through skips has that number of edges (it is added as
/// often). Computes the same function as the cell. Input and output always stay.
CellDiagram simplifiedDiagram(const Graph& graph, std::span<const std::string_view> labels);

} // namespace inverso
