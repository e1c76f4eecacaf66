// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace inverso {

/// A graph of NAS-Bench-101 in a few bits: vertex 0 is the input, the last one the output.
struct NasBench101Form
{
    static constexpr int maxVertices = 7;
    static constexpr int maxEdges = 9;
    static constexpr int operationCount = 3;

    int vertices = 2;                                     ///< 2 … 7
    std::uint32_t edges = 0;                              ///< bit(x, y) is set if the edge x→y exists
    std::array<std::uint8_t, maxVertices - 2> inner = {}; ///< operations of vertices 1 …, 0 … 2; then zeros

    /// x < y. Columns of the upper triangle, one after the other, as the authors number them.
    static constexpr std::uint32_t bit(int x, int y) { return 1U << (x + y * (y - 1) / 2); }
    [[nodiscard]] bool edge(int x, int y) const { return x < y && (edges & bit(x, y)) != 0; }
    [[nodiscard]] int edgeCount() const;
    bool operator==(const NasBench101Form&) const = default;

    /// A copy without the vertices that are on no path from input to output; nothing if no path exists.
    [[nodiscard]] std::optional<NasBench101Form> pruned() const;
    /// The first graph in the authors' enumeration that is isomorphic to this one: fewest vertices, then the smallest
    /// edges, then the smallest operations, vertex 1 first. Expects a pruned graph.
    [[nodiscard]] NasBench101Form canonical() const;

    /// A number that orders graphs as the authors' enumeration does, and back.
    [[nodiscard]] std::uint64_t key() const;
    static NasBench101Form ofKey(std::uint64_t key);
};

/// The keys of all canonical graphs of up to 7 vertices and 9 edges, all vertices between input and output:
/// ascending, 423,624 of them (Ying et al. 2019).
std::vector<std::uint64_t> enumerateNasbench101();

} // namespace inverso
