// SPDX-License-Identifier: GPL-3.0-or-later
// Neighbours and mutations of a NAS-Bench-101 cell (baselines.md).
#include "core/cell/nasbench101.h"

#include <algorithm>
#include <bit>

namespace inverso {

namespace {

using Form = NasBench101Form;

/// A graph whose edges may have either direction between its inner vertices, but no cycles.
class LooseGraph
{
public:
    explicit LooseGraph(const Form& form)
        : m_form(form)
    {
        for (int x = 0; x < form.vertices; ++x) {
            for (int y = x + 1; y < form.vertices; ++y) {
                if (form.edge(x, y))
                    setEdge(x, y, true);
            }
        }
    }

    void setEdge(int from, int to, bool on)
    {
        auto& sources = m_sources[static_cast<std::size_t>(to)];
        sources = static_cast<std::uint8_t>(on ? sources | 1U << from : sources & ~(1U << from));
    }

    /// Adds an inner vertex before the output and returns its number.
    int addVertex(std::uint8_t operation)
    {
        const int vertex = m_form.vertices - 1;
        m_sources[static_cast<std::size_t>(m_form.vertices)] = m_sources[static_cast<std::size_t>(vertex)];
        m_sources[static_cast<std::size_t>(vertex)] = 0;
        m_form.inner[static_cast<std::size_t>(vertex) - 1] = operation;
        ++m_form.vertices;
        return vertex;
    }

    /// The graph with its vertices in topological order; none when it has a cycle.
    [[nodiscard]] std::optional<Form> ordered() const
    {
        Form result{.vertices = m_form.vertices};
        std::array<int, Form::maxVertices> placeOf{};
        unsigned placed = 0;
        for (int place = 0; place < m_form.vertices; ++place) {
            int vertex = 0;
            while (vertex < m_form.vertices
                   && ((placed >> vertex & 1U) != 0 || (m_sources[static_cast<std::size_t>(vertex)] & ~placed) != 0
                       || (vertex == m_form.vertices - 1 && place != vertex)))
                ++vertex;
            if (vertex == m_form.vertices)
                return std::nullopt;
            placeOf[static_cast<std::size_t>(vertex)] = place;
            placed |= 1U << vertex;
            for (unsigned left = m_sources[static_cast<std::size_t>(vertex)]; left != 0; left &= left - 1)
                result.edges |= Form::bit(placeOf[static_cast<std::size_t>(std::countr_zero(left))], place);
            if (place > 0 && place < m_form.vertices - 1)
                result.inner[static_cast<std::size_t>(place) - 1] = m_form.inner[static_cast<std::size_t>(vertex) - 1];
        }
        return result;
    }

private:
    Form m_form; ///< vertices and operations
    std::array<std::uint8_t, Form::maxVertices> m_sources{};
};

/// All graphs that differ in the one edge between two vertices.
std::vector<Form> withFlippedEdges(const Form& form)
{
    std::vector<Form> result;
    for (int x = 0; x < form.vertices; ++x) {
        for (int y = x + 1; y < form.vertices; ++y) {
            Form changed = form;
            changed.edges ^= Form::bit(x, y);
            result.push_back(changed);
            if (form.edge(x, y) || x == 0 || y == form.vertices - 1)
                continue;
            LooseGraph backward(form);
            backward.setEdge(y, x, true);
            if (const auto ordered = backward.ordered())
                result.push_back(*ordered);
        }
    }
    return result;
}

/// All graphs with one more inner vertex, which has one edge in and one edge out.
std::vector<Form> withOneMoreVertex(const Form& form)
{
    std::vector<Form> result;
    if (form.vertices == Form::maxVertices)
        return result;
    for (std::uint8_t operation = 0; operation < Form::operationCount; ++operation) {
        for (int from = 0; from < form.vertices - 1; ++from) {
            for (int to = 1; to < form.vertices; ++to) {
                LooseGraph grown(form);
                const int added = grown.addVertex(operation);
                grown.setEdge(from, added, true);
                grown.setEdge(added, to == form.vertices - 1 ? added + 1 : to, true);
                if (const auto ordered = grown.ordered())
                    result.push_back(*ordered);
            }
        }
    }
    return result;
}

/// The cell on 7 vertices, with the unused ones at random places and with random operations.
Form padded(const Form& form, Rng& rng)
{
    constexpr int innerPlaces = Form::maxVertices - 2;
    const auto used = static_cast<std::size_t>(form.vertices) - 2;
    auto places = rng.sample(innerPlaces, used);
    std::ranges::sort(places);
    std::array<int, Form::maxVertices> placeOf{};
    placeOf[static_cast<std::size_t>(form.vertices) - 1] = Form::maxVertices - 1;
    Form result{.vertices = Form::maxVertices};
    for (std::uint8_t& operation : result.inner)
        operation = static_cast<std::uint8_t>(rng.below(Form::operationCount));
    for (std::size_t i = 0; i < used; ++i) {
        placeOf[i + 1] = static_cast<int>(places[i]) + 1;
        result.inner[places[i]] = form.inner[i];
    }
    for (int x = 0; x < form.vertices; ++x) {
        for (int y = x + 1; y < form.vertices; ++y) {
            if (form.edge(x, y))
                result.edges |= Form::bit(placeOf[static_cast<std::size_t>(x)], placeOf[static_cast<std::size_t>(y)]);
        }
    }
    return result;
}

} // namespace

std::vector<CellIndex> NasBench101::neighbours(CellIndex cell) const
{
    const Form form = this->form(cell);
    std::vector<Form> changed = withFlippedEdges(form);
    std::ranges::copy(withOneMoreVertex(form), std::back_inserter(changed));
    for (std::size_t v = 0; v + 2 < static_cast<std::size_t>(form.vertices); ++v) {
        for (std::uint8_t operation = 0; operation < Form::operationCount; ++operation) {
            changed.push_back(form);
            changed.back().inner[v] = operation;
        }
    }
    std::vector<CellIndex> result;
    for (const Form& each : changed) {
        if (const auto found = find(each); found && *found != cell)
            result.push_back(*found);
    }
    std::ranges::sort(result);
    const auto [first, last] = std::ranges::unique(result);
    result.erase(first, last);
    return result;
}

CellIndex NasBench101::mutate(CellIndex cell, Rng& rng) const
{
    constexpr int pairs = Form::maxVertices * (Form::maxVertices - 1) / 2;
    const Form form = this->form(cell);
    while (true) {
        Form changed = padded(form, rng);
        for (int pair = 0; pair < pairs; ++pair) {
            if (rng.uniform() < 1.0 / pairs)
                changed.edges ^= 1U << pair;
        }
        for (std::uint8_t& operation : changed.inner) {
            if (rng.uniform() < 1.0 / static_cast<double>(changed.inner.size()))
                operation = static_cast<std::uint8_t>((operation + 1U + rng.below(Form::operationCount - 1))
                                                      % Form::operationCount);
        }
        if (const auto found = find(changed))
            return *found;
    }
}

} // namespace inverso
