// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/nasbench201.h"

#include <array>

namespace inverso::test {

/// A space as NAS-Bench-101 is: up to seven vertices, free edges, padding, operations on vertices only. Its
/// cell 0 has five vertices, one of which leads nowhere; cell 1 has all seven.
class FreeEdges : public NasBench201
{
public:
    [[nodiscard]] int vertexCount() const override { return 7; }
    [[nodiscard]] bool hasFixedEdges() const override { return false; }
    [[nodiscard]] CellIndex size() const override { return 2; }
    [[nodiscard]] std::span<const std::string_view> labels() const override
    {
        static constexpr std::array<std::string_view, 5> names = {"output", "input", "conv1x1-bn-relu",
                                                                  "conv3x3-bn-relu", "maxpool3x3"};
        return names;
    }
    [[nodiscard]] std::span<const CellForm> forms() const override { return SearchSpace::forms(); }
    [[nodiscard]] CellDiagram diagram(CellIndex cell, CellForm form) const override
    {
        return SearchSpace::diagram(cell, form);
    }
    [[nodiscard]] std::string text(CellIndex cell) const override { return "cell " + std::to_string(cell); }
    [[nodiscard]] Graph graph(CellIndex cell) const override
    {
        Graph graph;
        graph.adjacency.assign(49, 0);
        const auto connect = [&](std::initializer_list<std::pair<std::size_t, std::size_t>> edges) {
            for (const auto& [from, to] : edges)
                graph.adjacency[from * 7 + to] = 1;
        };
        if (cell == 0) {
            graph.labels = {1, 3, 2, 4, 0, Graph::padding, Graph::padding};
            connect({{0, 1}, {0, 2}, {1, 3}, {3, 4}, {0, 4}});
        } else {
            graph.labels = {1, 3, 3, 2, 4, 3, 0};
            connect({{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {0, 3}, {0, 6}, {1, 5}});
        }
        return graph;
    }
};

} // namespace inverso::test
