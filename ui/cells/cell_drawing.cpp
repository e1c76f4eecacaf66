// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_drawing.h"

namespace inverso::ui {

namespace {

std::string_view labelOf(const Graph& graph, std::size_t vertex, std::span<const std::string_view> labels)
{
    const std::uint8_t label = graph.labels[vertex];
    return label < labels.size() ? labels[label] : std::string_view();
}

} // namespace

std::vector<bool> liveVertices(const Graph& graph, std::span<const std::string_view> labels)
{
    const auto n = static_cast<std::size_t>(graph.vertexCount());
    std::vector<bool> fromInput(n, false);
    std::vector<bool> toOutput(n, false);
    // Edges go from lower to higher numbers, so one sweep each way is enough.
    for (std::size_t v = 0; v < n; ++v) {
        const std::string_view label = labelOf(graph, v, labels);
        bool reached = label == "input";
        for (std::size_t u = 0; u < v; ++u)
            reached = reached || (fromInput[u] && graph.edge(static_cast<int>(u), static_cast<int>(v)));
        fromInput[v] = reached && label != "none" && !label.empty();
    }
    for (std::size_t v = n; v-- > 0;) {
        const std::string_view label = labelOf(graph, v, labels);
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

CellDrawing drawCell(const SearchSpace& space, CellIndex cell, GraphLayouter& layouter)
{
    const Graph graph = space.graph(cell);
    CellDrawing drawing;
    drawing.layout = layouter.layout(graph);
    drawing.live = liveVertices(graph, space.labels());
    for (std::size_t v = 0; v < graph.labels.size(); ++v) {
        const std::string_view label = labelOf(graph, v, space.labels());
        drawing.styles.push_back(operationStyle(label));
        drawing.isNone.push_back(label == "none");
    }
    return drawing;
}

} // namespace inverso::ui
