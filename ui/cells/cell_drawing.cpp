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
