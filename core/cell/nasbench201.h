// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <array>

namespace inverso {

/// NAS-Bench-201 (Dong & Yang 2020): four nodes, six edges, one of five operations on each edge;
/// encoded with the operations on vertices (method.md §1).
///
/// A CellIndex is the base-5 number of the six operations in arch-string order, the first one most
/// significant, with the digits of Operation.
class NasBench201 : public SearchSpace
{
public:
    /// The digits of a CellIndex.
    enum Operation : std::uint8_t { None, SkipConnect, Conv1x1, Conv3x3, AvgPool3x3 };
    static constexpr int operationCount = 5;
    static constexpr int edgeCount = 6;
    /// One operation per cell edge, in the order (0→1), (0→2), (1→2), (0→3), (1→3), (2→3).
    using Operations = std::array<Operation, edgeCount>;

    /// Names by Operation, as in the authors' files.
    static std::span<const std::string_view> operationNames();
    static Operations operations(CellIndex cell);
    static CellIndex index(const Operations& operations);

    /// The finer equivalence: as functionalClass(), but average pooling is taken as any other function.
    /// Numbers are 0 … fineFunctionalClassCount()−1, which is 5,260.
    [[nodiscard]] static std::uint32_t fineFunctionalClass(CellIndex cell);
    [[nodiscard]] static std::uint32_t fineFunctionalClassCount();

    [[nodiscard]] std::string_view name() const override { return "nasbench201"; }
    [[nodiscard]] std::string_view title() const override { return "NAS-Bench-201"; }
    [[nodiscard]] int vertexCount() const override { return 8; }
    [[nodiscard]] std::span<const std::string_view> labels() const override;
    [[nodiscard]] bool hasFixedEdges() const override { return true; }

    [[nodiscard]] CellIndex size() const override { return 15625; }
    [[nodiscard]] Graph graph(CellIndex cell) const override;
    [[nodiscard]] std::optional<CellIndex> find(const Graph& graph) const override;

    [[nodiscard]] std::span<const CellForm> forms() const override;
    [[nodiscard]] CellDiagram diagram(CellIndex cell, CellForm form) const override;

    [[nodiscard]] std::string text(CellIndex cell) const override;
    /// The arch string `|a~0|+|b~0|c~1|+|d~0|e~1|f~2|`. The outermost bars may be missing, white space may
    /// be anywhere, the inputs of a node may come in any order, and operations may be shortened (conv3x3,
    /// skip, zero, …).
    [[nodiscard]] CellIndex parse(std::string_view text) const override;
    [[nodiscard]] std::span<const std::string_view> keyColumns() const override;
    [[nodiscard]] CellIndex parseKey(std::span<const std::string_view> values) const override;
    [[nodiscard]] std::string identity(CellIndex cell) const override { return text(cell); }

    /// 5,044 classes; the 341 cells whose output does not depend on the input are one of them.
    [[nodiscard]] std::uint32_t functionalClass(CellIndex cell) const override;
    [[nodiscard]] std::uint32_t functionalClassCount() const override;

    /// The 24 changes of one operation: edge by edge, operations ascending.
    [[nodiscard]] std::vector<CellIndex> neighbours(CellIndex cell) const override;
    /// Each operation changes with probability 1/4, to one of the four others.
    [[nodiscard]] CellIndex mutate(CellIndex cell, Rng& rng) const override;

    [[nodiscard]] std::span<const std::string_view> descriptorNames() const override;
    [[nodiscard]] std::vector<float> descriptors(CellIndex cell) const override;
};

} // namespace inverso
