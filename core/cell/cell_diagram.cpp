// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/cell_diagram.h"

namespace inverso {

namespace {

std::string_view labelOf(const Graph& graph, int vertex, std::span<const std::string_view> labels)
{
    const std::uint8_t label = graph.labels[static_cast<std::size_t>(vertex)];
    return label < labels.size() ? labels[label] : std::string_view();
}

/// Follows the live edges out of `vertex`, through every `skip_connect`, and adds an edge from node `from`
/// to each operation that reads the result.
void addEdges(CellDiagram& diagram, const Graph& graph, const std::vector<int>& nodeOf, const std::vector<bool>& live,
              int from, int vertex, std::vector<int>& through)
{
    for (int next = vertex + 1; next < graph.vertexCount(); ++next) {
        if (!graph.edge(vertex, next) || !live[static_cast<std::size_t>(next)])
            continue;
        if (const int node = nodeOf[static_cast<std::size_t>(next)]; node >= 0) {
            diagram.edges.push_back({from, node, CellDiagram::noVertex, through});
            continue;
        }
        through.push_back(next);
        addEdges(diagram, graph, nodeOf, live, from, next, through);
        through.pop_back();
    }
}

} // namespace

std::vector<bool> liveVertices(const Graph& graph, std::span<const std::string_view> labels)
{
    const auto n = static_cast<std::size_t>(graph.vertexCount());
    std::vector<bool> fromInput(n, false);
    std::vector<bool> toOutput(n, false);
    // Edges go from lower to higher numbers, so one sweep each way is enough.
    for (std::size_t v = 0; v < n; ++v) {
        const std::string_view label = labelOf(graph, static_cast<int>(v), labels);
        bool reached = label == "input";
        for (std::size_t u = 0; u < v; ++u)
            reached = reached || (fromInput[u] && graph.edge(static_cast<int>(u), static_cast<int>(v)));
        fromInput[v] = reached && label != "none" && !label.empty();
    }
    for (std::size_t v = n; v-- > 0;) {
        const std::string_view label = labelOf(graph, static_cast<int>(v), labels);
        bool reached = label == "output";
        for (std::size_t w = v + 1; w < n; ++w)
            reached = reached || (toOutput[w] && graph.edge(static_cast<int>(v), static_cast<int>(w)));
        toOutput[v] = reached && label != "none" && !label.empty();
    }
    std::vector<bool> live(n, false);
    for (std::size_t v = 0; v < n; ++v)
        live[v] = fromInput[v] && toOutput[v];
    return live;
}

CellDiagram vertexDiagram(const Graph& graph)
{
    CellDiagram diagram;
    std::vector<int> nodeOf;
    for (int v = 0; v < graph.vertexCount(); ++v) {
        const bool padding = graph.labels[static_cast<std::size_t>(v)] == Graph::padding;
        nodeOf.push_back(padding ? CellDiagram::noVertex : static_cast<int>(diagram.nodes.size()));
        if (!padding)
            diagram.nodes.push_back({v});
    }
    for (const CellDiagram::Node& from : diagram.nodes) {
        for (const CellDiagram::Node& to : diagram.nodes) {
            if (graph.edge(from.vertex, to.vertex)) {
                diagram.edges.push_back({nodeOf[static_cast<std::size_t>(from.vertex)],
                                         nodeOf[static_cast<std::size_t>(to.vertex)],
                                         CellDiagram::noVertex,
                                         {}});
            }
        }
    }
    return diagram;
}

CellDiagram simplifiedDiagram(const Graph& graph, std::span<const std::string_view> labels)
{
    const std::vector<bool> live = liveVertices(graph, labels);
    CellDiagram diagram;
    std::vector<int> nodeOf;
    for (int v = 0; v < graph.vertexCount(); ++v) {
        const std::string_view label = labelOf(graph, v, labels);
        const bool kept =
            label == "input" || label == "output" || (live[static_cast<std::size_t>(v)] && label != "skip_connect");
        nodeOf.push_back(kept ? static_cast<int>(diagram.nodes.size()) : CellDiagram::noVertex);
        if (kept)
            diagram.nodes.push_back({v});
    }
    std::vector<int> through;
    for (std::size_t node = 0; node < diagram.nodes.size(); ++node) {
        const int vertex = diagram.nodes[node].vertex;
        if (live[static_cast<std::size_t>(vertex)])
            addEdges(diagram, graph, nodeOf, live, static_cast<int>(node), vertex, through);
    }
    return diagram;
}

} // namespace inverso
