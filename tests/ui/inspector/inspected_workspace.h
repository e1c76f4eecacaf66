// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fakes.h"
#include "ui/state/explorer_state.h"

namespace inverso::test {

/// Latents in which the place of a cell is its operations one-hot, edge by edge: cells that differ in one
/// operation are √2 apart, in two 2.
class OperationLatents : public LatentSpace
{
public:
    OperationLatents()
        : m_means(space().size(), 128)
    {
        for (CellIndex cell = 0; cell < space().size(); ++cell) {
            const Graph graph = space().graph(cell);
            for (std::size_t v = 0; v < graph.labels.size(); ++v)
                m_means(cell, v * 16 + graph.labels[v]) = 1.0F;
        }
    }
    [[nodiscard]] const SearchSpace& space() const override { return searchSpace("nasbench201"); }
    using LatentSpace::means;
    [[nodiscard]] const Matrix& means() const override { return m_means; }
    [[nodiscard]] const std::string& source() const override { return m_source; }
    [[nodiscard]] std::vector<std::optional<CellIndex>> decode(const Matrix& latents) const override
    {
        return std::vector<std::optional<CellIndex>>(latents.rows);
    }
    [[nodiscard]] Matrix principalMap() const override { return {space().size(), 2}; }

private:
    Matrix m_means;
    std::string m_source = "operations";
};

/// The small table with those latents.
inline ui::WorkspacePtr inspectedWorkspace()
{
    auto result = std::make_shared<ui::Workspace>();
    result->table = table();
    result->latents = std::make_shared<const OperationLatents>();
    return result;
}

constexpr const char* mixedCell =
    "|nor_conv_3x3~0|+|nor_conv_1x1~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|";

} // namespace inverso::test
