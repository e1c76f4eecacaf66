// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/nasbench201.h"

#include <algorithm>

namespace inverso {

namespace {

constexpr std::size_t vertices = 8;
constexpr std::array<std::string_view, 7> vertexLabels = {
    "output", "input", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3", "skip_connect", "none"};
constexpr std::uint8_t outputLabel = 0;
constexpr std::uint8_t inputLabel = 1;
/// The vertex label of each Operation, and back (from label 2 on).
constexpr std::array<std::uint8_t, NasBench201::operationCount> labelOfOperation = {6, 5, 2, 3, 4};
constexpr std::array<NasBench201::Operation, NasBench201::operationCount> operationOfLabel = {
    NasBench201::Conv1x1, NasBench201::Conv3x3, NasBench201::AvgPool3x3, NasBench201::SkipConnect, NasBench201::None};

constexpr std::array drawnForms = {CellForm::OperationsOnVertices, CellForm::OperationsOnEdges, CellForm::Simplified};
/// Source and target node of each cell edge, in arch-string order.
constexpr std::array<std::array<int, 2>, NasBench201::edgeCount> cellEdges = {
    {{0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}, {2, 3}}};

std::vector<std::uint8_t> makeAdjacency()
{
    constexpr std::array<std::array<std::size_t, 2>, 10> edges = {
        {{0, 1}, {0, 2}, {0, 4}, {1, 3}, {1, 5}, {2, 6}, {3, 6}, {4, 7}, {5, 7}, {6, 7}}};
    std::vector<std::uint8_t> result(vertices * vertices, 0);
    for (const auto& [from, to] : edges)
        result[from * vertices + to] = 1;
    return result;
}

const std::vector<std::uint8_t>& fixedAdjacency()
{
    static const std::vector<std::uint8_t> adjacency = makeAdjacency();
    return adjacency;
}

} // namespace

NasBench201::Operations NasBench201::operations(CellIndex cell)
{
    Operations result;
    for (std::size_t i = result.size(); i-- > 0; cell /= operationCount)
        result[i] = static_cast<Operation>(cell % operationCount);
    return result;
}

CellIndex NasBench201::index(const Operations& operations)
{
    CellIndex cell = 0;
    for (const Operation operation : operations)
        cell = cell * operationCount + operation;
    return cell;
}

std::span<const std::string_view> NasBench201::labels() const
{
    return vertexLabels;
}

Graph NasBench201::graph(CellIndex cell) const
{
    Graph result;
    result.labels.reserve(vertices);
    result.labels.push_back(inputLabel);
    for (const Operation operation : operations(cell))
        result.labels.push_back(labelOfOperation[operation]);
    result.labels.push_back(outputLabel);
    result.adjacency = fixedAdjacency();
    return result;
}

std::optional<CellIndex> NasBench201::find(const Graph& graph) const
{
    if (graph.labels.size() != vertices || graph.labels.front() != inputLabel || graph.labels.back() != outputLabel
        || graph.adjacency != fixedAdjacency())
        return std::nullopt;
    Operations operations;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        const std::uint8_t label = graph.labels[i + 1];
        if (label < 2 || label >= vertexLabels.size())
            return std::nullopt;
        operations[i] = operationOfLabel[label - 2U];
    }
    return index(operations);
}

std::span<const CellForm> NasBench201::forms() const
{
    return drawnForms;
}

CellDiagram NasBench201::diagram(CellIndex cell, CellForm form) const
{
    if (form != CellForm::OperationsOnEdges)
        return SearchSpace::diagram(cell, form);
    CellDiagram diagram;
    diagram.nodes = {{0}, {CellDiagram::noVertex}, {CellDiagram::noVertex}, {static_cast<int>(vertices) - 1}};
    for (std::size_t i = 0; i < cellEdges.size(); ++i)
        diagram.edges.push_back({cellEdges[i][0], cellEdges[i][1], static_cast<int>(i) + 1, {}});
    return diagram;
}

std::vector<CellIndex> NasBench201::neighbours(CellIndex cell) const
{
    std::vector<CellIndex> result;
    result.reserve(edgeCount * (operationCount - 1));
    const Operations original = operations(cell);
    for (std::size_t edge = 0; edge < original.size(); ++edge) {
        Operations changed = original;
        for (int operation = 0; operation < operationCount; ++operation) {
            changed[edge] = static_cast<Operation>(operation);
            if (changed[edge] != original[edge])
                result.push_back(index(changed));
        }
    }
    return result;
}

CellIndex NasBench201::mutate(CellIndex cell, Rng& rng) const
{
    Operations changed = operations(cell);
    for (Operation& operation : changed) {
        if (rng.uniform() < 0.25)
            operation = static_cast<Operation>((operation + 1U + rng.below(operationCount - 1)) % operationCount);
    }
    return index(changed);
}

} // namespace inverso
