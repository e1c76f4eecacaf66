// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/cell_difference.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace inverso {

namespace {

/// The cost of pairing an input or output with another vertex: more than the cost of all edges.
constexpr int endsApart = 1000;

std::uint8_t labelOf(const Graph& graph, int vertex)
{
    return graph.labels[static_cast<std::size_t>(vertex)];
}

bool isEnd(std::uint8_t label)
{
    return label <= 1; // output is 0, input is 1 in every space
}

/// partner[v] is the vertex of b beside vertex v of a.
int cost(const Graph& a, const Graph& b, const std::vector<int>& partner)
{
    int result = 0;
    for (int i = 0; i < a.vertexCount(); ++i) {
        const int pi = partner[static_cast<std::size_t>(i)];
        const std::uint8_t labelA = labelOf(a, i);
        const std::uint8_t labelB = labelOf(b, pi);
        if (labelA != labelB)
            result += isEnd(labelA) || isEnd(labelB) ? endsApart : 2;
        for (int j = 0; j < a.vertexCount(); ++j)
            result += a.edge(i, j) != b.edge(pi, partner[static_cast<std::size_t>(j)]) ? 1 : 0;
    }
    return result;
}

std::vector<int> bestPartners(const Graph& a, const Graph& b, bool fixedEdges)
{
    std::vector<int> partner(a.labels.size());
    std::iota(partner.begin(), partner.end(), 0);
    if (fixedEdges || partner.size() < 2)
        return partner;
    std::vector<int> best = partner;
    int least = std::numeric_limits<int>::max();
    do { // the input stays first
        const int now = cost(a, b, partner);
        if (now < least) {
            least = now;
            best = partner;
        }
    } while (std::next_permutation(partner.begin() + 1, partner.end()));
    return best;
}

} // namespace

CellDifference graphDifference(const Graph& a, const Graph& b, bool fixedEdges)
{
    const std::vector<int> partner = bestPartners(a, b, fixedEdges);
    CellDifference result;
    for (int i = 0; i < a.vertexCount(); ++i) {
        const int pi = partner[static_cast<std::size_t>(i)];
        if (labelOf(a, i) != labelOf(b, pi)) {
            result.vertices.push_back(
                {labelOf(a, i) == Graph::padding ? -1 : i, labelOf(b, pi) == Graph::padding ? -1 : pi});
        }
        for (int j = 0; j < a.vertexCount(); ++j) {
            const int pj = partner[static_cast<std::size_t>(j)];
            if (a.edge(i, j) && !b.edge(pi, pj))
                result.edgesOnlyA.emplace_back(i, j);
            if (!a.edge(i, j) && b.edge(pi, pj))
                result.edgesOnlyB.emplace_back(pi, pj);
        }
    }
    return result;
}

CellDifference cellDifference(const SearchSpace& space, CellIndex a, CellIndex b)
{
    return graphDifference(space.graph(a), space.graph(b), space.hasFixedEdges());
}

} // namespace inverso
