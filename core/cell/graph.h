// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace inverso {

/// Number of a cell in its search space's own order, 0 … size()−1.
using CellIndex = std::uint32_t;

/// A cell as a labelled directed acyclic graph, operations on vertices (method.md §1), padded to
/// the search space's |V| vertices.
struct Graph
{
    /// No label: a padding vertex (its one-hot row is zero).
    static constexpr std::uint8_t padding = 0xff;
    /// The two labels that all spaces have.
    static constexpr std::uint8_t output = 0;
    static constexpr std::uint8_t input = 1;

    std::vector<std::uint8_t> labels;    ///< |V| indices into SearchSpace::labels(), or padding
    std::vector<std::uint8_t> adjacency; ///< |V|·|V|, row-major, 1 where an edge i→j is; upper triangular

    [[nodiscard]] int vertexCount() const { return static_cast<int>(labels.size()); }
    [[nodiscard]] bool edge(int from, int to) const
    {
        return adjacency[static_cast<std::size_t>(from) * labels.size() + static_cast<std::size_t>(to)] != 0;
    }
    bool operator==(const Graph&) const = default;
};

} // namespace inverso
