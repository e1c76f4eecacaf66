// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/nasbench101_form.h"
#include "core/cell/search_space.h"

#include <array>
#include <memory>

namespace inverso {

class NasBench101Hashes;

/// NAS-Bench-101 (Ying et al. 2019): graphs of 2–7 vertices and at most 9 edges, one of three operations on
/// each inner vertex; isomorphic graphs are one cell (method.md §1).
///
/// Cells are numbered in the order of the authors' enumeration, and written as the first of their isomorphs
/// in it. The graph of a cell with fewer than 7 vertices is padded after its output.
class NasBench101 : public SearchSpace
{
public:
    /// The digits of NasBench101Form::inner, as the authors number them.
    enum Operation : std::uint8_t { Conv3x3, Conv1x1, MaxPool3x3 };
    /// "conv3x3-bn-relu", …
    static std::string_view operationLabel(std::uint8_t operation);

    /// Enumerates the space, which takes a tenth of a second.
    NasBench101();
    ~NasBench101() override;

    [[nodiscard]] NasBench101Form form(CellIndex cell) const { return NasBench101Form::ofKey(m_keys[cell]); }
    /// The cell of a graph after pruning; none when input and output are not connected or more than 9 edges remain.
    [[nodiscard]] std::optional<CellIndex> find(const NasBench101Form& form) const;
    /// The cell with this graph hash (32 lower-case hexadecimal digits). The first call hashes the space,
    /// which takes a few seconds.
    [[nodiscard]] std::optional<CellIndex> findHash(std::string_view hash) const;

    [[nodiscard]] std::string_view name() const override { return "nasbench101"; }
    [[nodiscard]] std::string_view title() const override { return "NAS-Bench-101"; }
    [[nodiscard]] int vertexCount() const override { return NasBench101Form::maxVertices; }
    [[nodiscard]] std::span<const std::string_view> labels() const override;
    [[nodiscard]] bool hasFixedEdges() const override { return false; }
    [[nodiscard]] std::optional<int> edgeLimit() const override { return NasBench101Form::maxEdges; }

    [[nodiscard]] CellIndex size() const override { return static_cast<CellIndex>(m_keys.size()); }
    [[nodiscard]] Graph graph(CellIndex cell) const override;
    /// Reads up to the first output vertex; what follows is padding. Edges downwards do not count.
    [[nodiscard]] std::optional<CellIndex> find(const Graph& graph) const override;

    [[nodiscard]] std::span<const CellForm> forms() const override;

    /// `adjacency_upper:op,op,…`, the upper triangle row by row without the diagonal:
    /// "111:input,conv3x3-bn-relu,output".
    [[nodiscard]] std::string text(CellIndex cell) const override;
    /// Reads the form of text(), for any graph that the benchmark accepts (it is pruned); operations may be shortened
    /// (conv3x3, maxpool, …) and separated by bars. Also reads the graph hash, 32 digits.
    [[nodiscard]] CellIndex parse(std::string_view text) const override;
    [[nodiscard]] std::span<const std::string_view> keyColumns() const override;
    [[nodiscard]] CellIndex parseKey(std::span<const std::string_view> values) const override;
    /// The authors' graph hash: MD5 over iterated neighbourhoods, 32 hexadecimal digits.
    [[nodiscard]] std::string identity(CellIndex cell) const override;

    /// Each cell is a separate class: the benchmark has no operation that can be removed.
    [[nodiscard]] std::uint32_t functionalClass(CellIndex cell) const override { return cell; }
    [[nodiscard]] std::uint32_t functionalClassCount() const override { return size(); }

    /// All cells that result from changing one operation or one edge, in either direction, or from adding a vertex with
    /// one edge in and one edge out, so that small cells can grow. Ascending.
    [[nodiscard]] std::vector<CellIndex> neighbours(CellIndex cell) const override;
    /// On the graph padded to 7 vertices, with the unused ones at random places: each of 21 edges flips with
    /// probability 1/21, each of 5 operations changes with probability 1/5; repeated until the result is a cell.
    [[nodiscard]] CellIndex mutate(CellIndex cell, Rng& rng) const override;

    [[nodiscard]] std::span<const std::string_view> descriptorNames() const override;
    [[nodiscard]] std::vector<float> descriptors(CellIndex cell) const override;

private:
    std::vector<std::uint64_t> m_keys; ///< NasBench101Form::key() of each cell, ascending
    std::unique_ptr<NasBench101Hashes> m_hashes;
};

/// The authors' graph hash of a pruned graph.
std::string nasbench101Hash(const NasBench101Form& form);

/// Channels of every vertex of a cell with `inputs` input and `outputs` output channels, as in the benchmark: the
/// output channels are divided among the concatenated vertices, and the first ones get one more if there is a
/// remainder; other vertices have as many channels as the widest vertex that they feed.
std::vector<int> nasbench101Channels(const NasBench101Form& form, int inputs, int outputs);

/// Trainable parameters of the authors' CIFAR-10 network of a cell: a 3×3 stem of 128 channels, three stacks
/// of three cells, 128, 256 and 512 channels wide, and the classifier; batch normalisation with scale and shift.
std::int64_t nasbench101Parameters(const NasBench101Form& form);

} // namespace inverso
