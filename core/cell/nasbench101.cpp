// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/nasbench101.h"

#include "core/cell/nasbench101_hashes.h"

#include <algorithm>

namespace inverso {

namespace {

constexpr std::array<std::string_view, 5> vertexLabels = {"output", "input", "conv1x1-bn-relu", "conv3x3-bn-relu",
                                                          "maxpool3x3"};
/// The vertex label of each Operation, and back (from label 2 on).
constexpr std::array<std::uint8_t, NasBench101Form::operationCount> labelOfOperation = {3, 2, 4};
constexpr std::array<std::uint8_t, NasBench101Form::operationCount> operationOfLabel = {
    NasBench101::Conv1x1, NasBench101::Conv3x3, NasBench101::MaxPool3x3};
constexpr std::size_t firstOperationLabel = 2;

constexpr std::array drawnForms = {CellForm::OperationsOnVertices};

} // namespace

NasBench101::NasBench101()
    : m_keys(enumerateNasbench101())
    , m_hashes(std::make_unique<NasBench101Hashes>())
{
}

NasBench101::~NasBench101() = default;

std::span<const std::string_view> NasBench101::labels() const
{
    return vertexLabels;
}

std::span<const CellForm> NasBench101::forms() const
{
    return drawnForms; // no simplification is possible
}

std::string_view NasBench101::operationLabel(std::uint8_t operation)
{
    return vertexLabels[labelOfOperation[operation]];
}

std::optional<CellIndex> NasBench101::find(const NasBench101Form& form) const
{
    const auto pruned = form.pruned();
    if (!pruned || pruned->edgeCount() > NasBench101Form::maxEdges)
        return std::nullopt;
    const std::uint64_t key = pruned->canonical().key();
    const auto found = std::ranges::lower_bound(m_keys, key);
    if (found == m_keys.end() || *found != key)
        return std::nullopt;
    return static_cast<CellIndex>(found - m_keys.begin());
}

Graph NasBench101::graph(CellIndex cell) const
{
    constexpr auto vertices = static_cast<std::size_t>(NasBench101Form::maxVertices);
    const NasBench101Form form = this->form(cell);
    Graph result;
    result.labels.assign(vertices, Graph::padding);
    result.adjacency.assign(vertices * vertices, 0);
    const auto last = static_cast<std::size_t>(form.vertices) - 1;
    result.labels[0] = Graph::input;
    result.labels[last] = Graph::output;
    for (std::size_t v = 1; v < last; ++v)
        result.labels[v] = labelOfOperation[form.inner[v - 1]];
    for (int x = 0; x < form.vertices; ++x) {
        for (int y = x + 1; y < form.vertices; ++y)
            result.adjacency[static_cast<std::size_t>(x) * vertices + static_cast<std::size_t>(y)] =
                form.edge(x, y) ? 1 : 0;
    }
    return result;
}

std::optional<CellIndex> NasBench101::find(const Graph& graph) const
{
    const auto output = std::ranges::find(graph.labels, Graph::output);
    if (output == graph.labels.end() || graph.vertexCount() > NasBench101Form::maxVertices)
        return std::nullopt;
    NasBench101Form form{.vertices = static_cast<int>(output - graph.labels.begin()) + 1};
    if (form.vertices < 2 || graph.labels.front() != Graph::input)
        return std::nullopt;
    for (std::size_t v = 1; v + 1 < static_cast<std::size_t>(form.vertices); ++v) {
        const std::uint8_t label = graph.labels[v];
        if (label < firstOperationLabel || label >= vertexLabels.size())
            return std::nullopt;
        form.inner[v - 1] = operationOfLabel[label - firstOperationLabel];
    }
    for (int x = 0; x < form.vertices; ++x) {
        for (int y = x + 1; y < form.vertices; ++y)
            form.edges |= graph.edge(x, y) ? NasBench101Form::bit(x, y) : 0U;
    }
    return find(form);
}

std::string NasBench101::identity(CellIndex cell) const
{
    return nasbench101Hash(form(cell));
}

std::optional<CellIndex> NasBench101::findHash(std::string_view hash) const
{
    return m_hashes->find(hash, m_keys);
}

} // namespace inverso
