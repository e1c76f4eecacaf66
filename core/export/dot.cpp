// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/cell_export.h"

#include <array>
#include <utility>

namespace inverso {

namespace {

// Okabe and Ito's palette: told apart by people with colour-blindness, readable under black text.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> colours = {{
    {"input", "#ffffff"},
    {"output", "#ffffff"},
    {"none", "#e6e6e6"},
    {"skip_connect", "#f0e442"},
    {"nor_conv_1x1", "#56b4e9"},
    {"nor_conv_3x3", "#e69f00"},
    {"avg_pool_3x3", "#5fc9a5"},
    {"conv1x1-bn-relu", "#56b4e9"},
    {"conv3x3-bn-relu", "#e69f00"},
    {"maxpool3x3", "#5fc9a5"},
}};

std::string_view colour(std::string_view label)
{
    for (const auto& [name, value] : colours) {
        if (name == label)
            return value;
    }
    return "#dddddd";
}

} // namespace

std::string toDot(const SearchSpace& space, CellIndex cell)
{
    const Graph graph = space.graph(cell);
    std::string dot = "digraph cell {\n"
                      "    rankdir=LR;\n"
                      "    bgcolor=\"transparent\";\n"
                      "    node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11];\n";
    for (int i = 0; i < graph.vertexCount(); ++i) {
        const std::uint8_t index = graph.labels[static_cast<std::size_t>(i)];
        if (index == Graph::padding)
            continue;
        const std::string_view label = space.labels()[index];
        dot += "    v" + std::to_string(i) + " [label=\"" + std::string(label) + "\", fillcolor=\""
               + std::string(colour(label)) + "\"];\n";
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
