// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/graph_codes.h"

namespace inverso {

Matrix graphCodes(const SearchSpace& space, std::span<const CellIndex> cells)
{
    const auto vertices = static_cast<std::size_t>(space.vertexCount());
    const std::size_t labels = space.labels().size();
    Matrix codes(cells.size(), vertices * labels + vertices * (vertices - 1) / 2);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Graph graph = space.graph(cells[i]);
        std::size_t at = vertices * labels;
        for (std::size_t v = 0; v < vertices; ++v) {
            const std::uint8_t label = graph.labels[v] == Graph::padding ? Graph::output : graph.labels[v];
            codes(i, v * labels + label) = 1.0F;
            for (std::size_t from = 0; from < v; ++from)
                codes(i, at++) = graph.adjacency[from * vertices + v] != 0 ? 1.0F : 0.0F;
        }
    }
    return codes;
}

} // namespace inverso
