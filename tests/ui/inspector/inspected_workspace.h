// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/given_latents.h"
#include "ui/state/explorer_state.h"

namespace inverso::test {

/// Latents in which the place of a cell is its operations one-hot, vertex by vertex, and its edges: cells that differ
/// in one operation are √2 apart, in two 2.
inline Matrix graphLatents()
{
    const std::size_t labels = space().labels().size();
    const auto most = static_cast<std::size_t>(space().vertexCount());
    Matrix means(space().size(), most * labels + most * (most - 1) / 2);
    for (CellIndex cell = 0; cell < space().size(); ++cell) {
        const Graph graph = space().graph(cell);
        const std::size_t vertices = graph.labels.size();
        std::size_t edge = vertices * labels;
        for (std::size_t v = 0; v < vertices; ++v) {
            if (graph.labels[v] != Graph::padding)
                means(cell, v * labels + graph.labels[v]) = 1.0F;
            for (std::size_t w = v + 1; w < vertices; ++w)
                means(cell, edge++) = graph.edge(static_cast<int>(v), static_cast<int>(w)) ? 1.0F : 0.0F;
        }
    }
    return means;
}

/// The fake engine's table with those latents, which are made once.
inline ui::WorkspacePtr inspectedWorkspace()
{
    static const auto latents = std::make_shared<const GivenLatents>(graphLatents(), Matrix(space().size(), 2));
    auto result = std::make_shared<ui::Workspace>();
    result->table = table();
    result->latents = latents;
    return result;
}

/// A cell with several operations, with the edge 1 → 3 and without 1 → 2.
inline const char* mixedCell()
{
    return space().hasFixedEdges()
               ? "|nor_conv_3x3~0|+|nor_conv_1x1~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|"
               : "110100011001000100101:input,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,maxpool3x3,"
                 "conv1x1-bn-relu,output";
}

} // namespace inverso::test
