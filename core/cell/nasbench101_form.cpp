// SPDX-License-Identifier: GPL-3.0-or-later
// Canonical forms of NAS-Bench-101's graphs. At most five inner vertices: all orders can be tried.
#include "core/cell/nasbench101_form.h"

#include <algorithm>
#include <bit>

namespace inverso {

namespace {

using Form = NasBench101Form;
/// order[position] = vertex.
using Order = std::array<std::uint8_t, Form::maxVertices>;
/// For each vertex, a bit for each vertex with an edge into it.
using Sources = std::array<std::uint8_t, Form::maxVertices>;

constexpr int operationBits = 2;
constexpr int edgeBits = Form::maxVertices * (Form::maxVertices - 1) / 2;
constexpr int innerBits = operationBits * (Form::maxVertices - 2);

Sources sourcesOf(int vertices, std::uint32_t edges)
{
    Sources sources{};
    for (int y = 1; y < vertices; ++y)
        sources[static_cast<std::size_t>(y)] =
            static_cast<std::uint8_t>((edges >> (y * (y - 1) / 2)) & ((1U << y) - 1U));
    return sources;
}

/// Calls visit(order, edges in that order) for each order of the vertices in which all edges go forward.
template <typename Visit> class OrderWalk
{
public:
    OrderWalk(int vertices, std::uint32_t edges, Visit& visit)
        : m_vertices(vertices)
        , m_sources(sourcesOf(vertices, edges))
        , m_visit(visit)
    {
        m_order[0] = 0;
        m_placeBit[0] = 1;
        place(1, 1U, 0);
    }

private:
    void place(int at, unsigned placed, std::uint32_t edges)
    {
        if (at == Form::maxVertices)
            return; // never reached: shows GCC 14 that the recursion ends, since it unrolls it and warns
        const bool last = at == m_vertices - 1;
        for (int vertex = last ? at : 1; vertex < (last ? m_vertices : m_vertices - 1); ++vertex) {
            const unsigned sources = m_sources[static_cast<std::size_t>(vertex)];
            if ((placed >> vertex & 1U) != 0 || (sources & ~placed) != 0)
                continue;
            std::uint32_t column = 0;
            for (unsigned left = sources; left != 0; left &= left - 1)
                column |= m_placeBit[static_cast<std::size_t>(std::countr_zero(left))];
            m_order[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(vertex);
            m_placeBit[static_cast<std::size_t>(vertex)] = 1U << at;
            const std::uint32_t all = edges | column << (at * (at - 1) / 2);
            if (last) {
                m_visit(m_order, all);
            } else {
                place(at + 1, placed | 1U << vertex, all);
            }
        }
    }

    int m_vertices;
    Sources m_sources;
    Visit& m_visit;
    Order m_order{};
    std::array<std::uint32_t, Form::maxVertices> m_placeBit{};
};

template <typename Visit> void forEachOrder(int vertices, std::uint32_t edges, Visit visit)
{
    OrderWalk<Visit>(vertices, edges, visit);
}

std::array<std::uint8_t, Form::maxVertices - 2> reordered(const Form& form, const Order& order)
{
    std::array<std::uint8_t, Form::maxVertices - 2> inner{};
    for (std::size_t i = 0; i + 2 < static_cast<std::size_t>(form.vertices); ++i)
        inner[i] = form.inner[order[i + 1] - 1U];
    return inner;
}

/// Every vertex but the first has an edge in, every one but the last an edge out.
bool isFull(int vertices, std::uint32_t edges)
{
    unsigned withTargets = 0;
    const Sources sources = sourcesOf(vertices, edges);
    for (int y = 1; y < vertices; ++y) {
        if (sources[static_cast<std::size_t>(y)] == 0)
            return false;
        withTargets |= sources[static_cast<std::size_t>(y)];
    }
    return withTargets == (1U << (vertices - 1)) - 1U;
}

/// Appends the canonical graphs with these edges, which are the smallest of their isomorphs.
void addLabelled(int vertices, std::uint32_t edges, const std::vector<Order>& automorphisms,
                 std::vector<std::uint64_t>& keys)
{
    Form form{.vertices = vertices, .edges = edges};
    const auto inner = static_cast<std::size_t>(vertices - 2);
    while (true) {
        const bool smallest = std::ranges::all_of(
            automorphisms, [&](const Order& order) { return form.inner <= reordered(form, order); });
        if (smallest)
            keys.push_back(form.key());
        std::size_t at = inner;
        while (at > 0 && form.inner[at - 1] == Form::operationCount - 1)
            form.inner[--at] = 0;
        if (at == 0)
            return;
        ++form.inner[at - 1];
    }
}

} // namespace

int NasBench101Form::edgeCount() const
{
    return std::popcount(edges);
}

std::optional<NasBench101Form> NasBench101Form::pruned() const
{
    const Sources sources = sourcesOf(vertices, edges);
    unsigned reached = 1;
    for (int y = 1; y < vertices; ++y)
        reached |= (sources[static_cast<std::size_t>(y)] & reached) != 0 ? 1U << y : 0U;
    unsigned useful = 1U << (vertices - 1);
    for (int y = vertices - 1; y > 0; --y)
        useful |= (useful >> y & 1U) != 0 ? sources[static_cast<std::size_t>(y)] : 0U;
    const unsigned kept = reached & useful;
    if ((kept & 1U) == 0 || (kept >> (vertices - 1) & 1U) == 0)
        return std::nullopt;

    NasBench101Form result{.vertices = std::popcount(kept)};
    std::array<int, maxVertices> placeOf{};
    for (int v = 0, place = 0; v < vertices; ++v) {
        if ((kept >> v & 1U) == 0)
            continue;
        placeOf[static_cast<std::size_t>(v)] = place;
        if (v > 0 && v < vertices - 1)
            result.inner[static_cast<std::size_t>(place) - 1] = inner[static_cast<std::size_t>(v) - 1];
        for (unsigned left = sources[static_cast<std::size_t>(v)] & kept; left != 0; left &= left - 1)
            result.edges |= bit(placeOf[static_cast<std::size_t>(std::countr_zero(left))], place);
        ++place;
    }
    return result;
}

NasBench101Form NasBench101Form::canonical() const
{
    NasBench101Form best = *this;
    bool first = true;
    forEachOrder(vertices, edges, [&](const Order& order, std::uint32_t ordered) {
        if (!first && ordered > best.edges)
            return;
        const auto operations = reordered(*this, order);
        if (first || ordered < best.edges || operations < best.inner) {
            best.edges = ordered;
            best.inner = operations;
            first = false;
        }
    });
    return best;
}

std::uint64_t NasBench101Form::key() const
{
    std::uint64_t result = (static_cast<std::uint64_t>(vertices) << edgeBits | edges) << innerBits;
    for (std::size_t i = 0; i < inner.size(); ++i)
        result |= static_cast<std::uint64_t>(inner[i]) << (operationBits * (inner.size() - 1 - i));
    return result;
}

NasBench101Form NasBench101Form::ofKey(std::uint64_t key)
{
    NasBench101Form form;
    for (std::size_t i = form.inner.size(); i-- > 0; key >>= operationBits)
        form.inner[i] = static_cast<std::uint8_t>(key & ((1U << operationBits) - 1U));
    form.edges = static_cast<std::uint32_t>(key & ((1U << edgeBits) - 1U));
    form.vertices = static_cast<int>(key >> edgeBits);
    return form;
}

std::vector<std::uint64_t> enumerateNasbench101()
{
    std::vector<std::uint64_t> keys;
    keys.reserve(423624);
    std::vector<Order> automorphisms;
    for (int vertices = 2; vertices <= Form::maxVertices; ++vertices) {
        const std::uint32_t end = 1U << (vertices * (vertices - 1) / 2);
        for (std::uint32_t edges = 0; edges < end; ++edges) {
            if (std::popcount(edges) > Form::maxEdges || !isFull(vertices, edges))
                continue;
            bool smallest = true;
            automorphisms.clear();
            forEachOrder(vertices, edges, [&](const Order& order, std::uint32_t ordered) {
                smallest = smallest && ordered >= edges;
                if (smallest && ordered == edges)
                    automorphisms.push_back(order);
            });
            if (smallest)
                addLabelled(vertices, edges, automorphisms, keys);
        }
    }
    return keys;
}

} // namespace inverso
