// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/cell_export.h"
#include "core/export/operation_colour.h"

namespace inverso {

std::string toDot(const SearchSpace& space, CellIndex cell)
{
    const Graph graph = space.graph(cell);
    std::string dot =
        "digraph cell {\n"
        "    rankdir=LR;\n"
        "    node [shape=box, style=\"rounded,filled\", penwidth=0, fontname=\"Helvetica\", fontsize=11];\n";
    dot += "    bgcolor=\"" + std::string(paperColour) + "\";\n";
    dot += "    edge [color=\"" + std::string(paperLineColour) + "\"];\n";
    for (int i = 0; i < graph.vertexCount(); ++i) {
        const std::uint8_t index = graph.labels[static_cast<std::size_t>(i)];
        if (index == Graph::padding)
            continue;
        const std::string_view label = space.labels()[index];
        const OperationColour colour = operationColour(label);
        dot += "    v" + std::to_string(i) + " [label=\"" + std::string(label) + "\", fillcolor=\""
               + std::string(colour.fill) + "\", fontcolor=\"" + std::string(colour.text) + "\"];\n";
    }
    for (int from = 0; from < graph.vertexCount(); ++from) {
        for (int to = 0; to < graph.vertexCount(); ++to) {
            if (graph.edge(from, to))
                dot += "    v" + std::to_string(from) + " -> v" + std::to_string(to) + ";\n";
        }
    }
    return dot + "}\n";
}

} // namespace inverso
