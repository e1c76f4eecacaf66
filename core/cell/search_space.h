// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/cell/cell_diagram.h"
#include "core/cell/graph.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

/// A NAS search space: a finite, enumerated set of cells, each known by its CellIndex.
/// Immutable and safe to share between threads. All code above core/cell refers to cells by index; the graph, the text
/// and the identity are looked up here.
class SearchSpace
{
public:
    virtual ~SearchSpace() = default;

    /// "nasbench201" or "nasbench101", as on the command line.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// For people: "NAS-Bench-201".
    [[nodiscard]] virtual std::string_view title() const = 0;
    /// |V| of the padded graph.
    [[nodiscard]] virtual int vertexCount() const = 0;
    /// Vertex labels in encoding order; output is 0, input is 1, operations follow (method.md §1).
    [[nodiscard]] virtual std::span<const std::string_view> labels() const = 0;
    /// True where every cell has the same edges, so that a decoded graph is its labels alone.
    [[nodiscard]] virtual bool hasFixedEdges() const = 0;

    /// The maximum number of edges of a cell; none if the edges are fixed.
    [[nodiscard]] virtual std::optional<int> edgeLimit() const { return std::nullopt; }

    [[nodiscard]] virtual CellIndex size() const = 0;
    [[nodiscard]] virtual Graph graph(CellIndex cell) const = 0;
    /// The cell with this graph; none when the graph is not in the space (invalid decode).
    [[nodiscard]] virtual std::optional<CellIndex> find(const Graph& graph) const = 0;

    /// The forms in which its cells can be drawn, the encoded graph first. All spaces have
    /// OperationsOnVertices and Simplified.
    [[nodiscard]] virtual std::span<const CellForm> forms() const;
    /// The cell in one of forms(); throws UsageError for another one.
    [[nodiscard]] virtual CellDiagram diagram(CellIndex cell, CellForm form) const;

    /// The cell in text, as the command line and CSV files write it.
    [[nodiscard]] virtual std::string text(CellIndex cell) const = 0;
    /// Throws Error naming the offending part and what is allowed.
    [[nodiscard]] virtual CellIndex parse(std::string_view text) const = 0;
    /// The key columns of this space's CSV tables ("arch"; "adjacency_upper","ops").
    [[nodiscard]] virtual std::span<const std::string_view> keyColumns() const = 0;
    /// The cell named by the values of keyColumns(); throws Error.
    [[nodiscard]] virtual CellIndex parseKey(std::span<const std::string_view> values) const = 0;
    /// Identity under which a label is queried: the arch string (NB201), the graph hash (NB101).
    [[nodiscard]] virtual std::string identity(CellIndex cell) const = 0;

    /// Cells with the same number compute the same function (none removed, skip_connect
    /// contracted, isomorphism, average pooling linear). Numbers are 0 … functionalClassCount()−1.
    [[nodiscard]] virtual std::uint32_t functionalClass(CellIndex cell) const = 0;
    [[nodiscard]] virtual std::uint32_t functionalClassCount() const = 0;

    /// All cells one edit away (baselines.md: local search), in a fixed order.
    [[nodiscard]] virtual std::vector<CellIndex> neighbours(CellIndex cell) const = 0;
    /// One mutation of regularized evolution (baselines.md); may return `cell` itself.
    [[nodiscard]] virtual CellIndex mutate(CellIndex cell, Rng& rng) const = 0;

    /// Label-free descriptors of the function of a cell (counts on the live sub-graph), raw scale.
    /// All cells give descriptorNames().size() values.
    [[nodiscard]] virtual std::span<const std::string_view> descriptorNames() const = 0;
    [[nodiscard]] virtual std::vector<float> descriptors(CellIndex cell) const = 0;
};

/// The space of that name, built once, alive until the program ends. Throws UsageError listing the
/// known names.
const SearchSpace& searchSpace(std::string_view name);
/// Names searchSpace() knows.
std::vector<std::string_view> searchSpaceNames();

} // namespace inverso
