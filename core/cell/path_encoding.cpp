// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/path_encoding.h"

#include <algorithm>

namespace inverso {

namespace {

constexpr std::uint8_t firstOperation = 2; // label; before it are output and input

/// Calls visit(labels between input and output) for each path of the graph.
template <typename Visit>
void forEachPath(const Graph& graph, int vertex, std::vector<std::uint8_t>& operations, const Visit& visit)
{
    for (int next = vertex + 1; next < graph.vertexCount(); ++next) {
        if (!graph.edge(vertex, next))
            continue;
        const std::uint8_t label = graph.labels[static_cast<std::size_t>(next)];
        if (label == Graph::output) {
            visit(operations);
            continue;
        }
        operations.push_back(label);
        forEachPath(graph, next, operations, visit);
        operations.pop_back();
    }
}

template <typename Visit> void forEachPath(const Graph& graph, const Visit& visit)
{
    std::vector<std::uint8_t> operations;
    forEachPath(graph, 0, operations, visit); // vertex 0 is the input
}

} // namespace

PathEncoding::PathEncoding(const SearchSpace& space)
    : m_space(space)
    , m_operations(space.labels().size() - firstOperation)
    , m_shortest(0)
    , m_longest(space.vertexCount() - 2)
{
    if (!space.hasFixedEdges())
        return;
    std::swap(m_shortest, m_longest);
    forEachPath(space.graph(0), [this](const std::vector<std::uint8_t>& operations) {
        const auto length = static_cast<int>(operations.size());
        m_shortest = std::min(m_shortest, length);
        m_longest = std::max(m_longest, length);
    });
}

std::size_t PathEncoding::sizeUpTo(int operations) const
{
    std::size_t size = 0;
    std::size_t ofLength = 1;
    for (int length = 0; length <= operations; ++length, ofLength *= m_operations)
        size += length >= m_shortest ? ofLength : 0;
    return size;
}

std::vector<std::size_t> PathEncoding::paths(CellIndex cell) const
{
    std::vector<std::size_t> numbers;
    forEachPath(m_space.graph(cell), [&](const std::vector<std::uint8_t>& operations) {
        std::size_t number = 0;
        for (const std::uint8_t label : operations)
            number = number * m_operations + label - firstOperation;
        numbers.push_back(sizeUpTo(static_cast<int>(operations.size()) - 1) + number);
    });
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    return numbers;
}

} // namespace inverso
