// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/cell_plan.h"

#include "core/base/error.h"
#include "core/cell/cell_diagram.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>

namespace inverso {

namespace {

CellPlan::Operation operationNamed(std::string_view label)
{
    if (label == "nor_conv_1x1")
        return CellPlan::Operation::Conv1x1;
    if (label == "nor_conv_3x3")
        return CellPlan::Operation::Conv3x3;
    if (label == "avg_pool_3x3")
        return CellPlan::Operation::AvgPool3x3;
    throw Error("The live trainer does not know the operation " + std::string(label) + ".");
}

} // namespace

int CellPlan::convolutions(Operation operation) const
{
    int count = 0;
    for (const Step& step : steps)
        count += step.operation == operation ? step.copies : 0;
    return count;
}

CellPlan planCell(const SearchSpace& space, CellIndex cell)
{
    const CellDiagram diagram = space.diagram(cell, CellForm::Simplified);
    const Graph graph = space.graph(cell);
    const auto nodes = diagram.nodes.size();
    std::vector<int> valueOf(nodes, -1); // of the nodes so far
    valueOf[0] = 0;
    CellPlan plan;
    std::map<std::pair<CellPlan::Operation, std::vector<int>>, std::size_t> stepOf;

    // Nodes are in the order of computing; a later copy of a convolution joins the existing step, so values are
    // numbered only after all nodes have their steps.
    const auto sourcesOf = [&](std::size_t node) {
        std::vector<int> sources;
        for (const CellDiagram::Edge& edge : diagram.edges)
            if (edge.to == static_cast<int>(node))
                sources.push_back(edge.from);
        return sources;
    };
    const auto keyOf = [&](int node) { return valueOf[static_cast<std::size_t>(node)]; };
    constexpr int stride = 16; // provisional values: step · stride + copy + 1
    for (std::size_t node = 1; node + 1 < nodes; ++node) {
        std::vector<int> sources;
        for (const int source : sourcesOf(node))
            sources.push_back(keyOf(source));
        std::ranges::sort(sources);
        const auto vertex = static_cast<std::size_t>(diagram.nodes[node].vertex);
        const auto operation = operationNamed(space.labels()[graph.labels[vertex]]);
        const auto [at, isNew] = stepOf.try_emplace({operation, sources}, plan.steps.size());
        if (isNew)
            plan.steps.push_back({operation, sources, 0, 1});
        CellPlan::Step& step = plan.steps[at->second];
        if (!isNew && operation != CellPlan::Operation::AvgPool3x3)
            ++step.copies;
        valueOf[node] = static_cast<int>(at->second) * stride + step.copies;
    }
    for (const int source : sourcesOf(nodes - 1))
        plan.outputs.push_back(keyOf(source));

    int next = 1;
    for (CellPlan::Step& step : plan.steps) {
        step.first = next;
        next += step.copies;
    }
    const auto settle = [&](std::vector<int>& values) {
        for (int& value : values)
            if (value > 0)
                value = plan.steps[static_cast<std::size_t>((value - 1) / stride)].first + (value - 1) % stride;
        std::ranges::sort(values);
    };
    for (CellPlan::Step& step : plan.steps)
        settle(step.sources);
    settle(plan.outputs);
    return plan;
}

namespace {

std::vector<CellIndex> cheapestOfClasses(const SearchSpace& space)
{
    using Cost = std::tuple<int, int, std::size_t, CellIndex>;
    constexpr auto unset = static_cast<CellIndex>(-1);
    std::vector<CellIndex> cells(space.functionalClassCount(), unset);
    if (cells.size() == space.size()) { // there is no choice
        for (CellIndex cell = 0; cell < space.size(); ++cell)
            cells[space.functionalClass(cell)] = cell;
        return cells;
    }
    std::vector<Cost> costs(cells.size());
    for (CellIndex cell = 0; cell < space.size(); ++cell) {
        const CellPlan plan = planCell(space, cell);
        const Cost cost{plan.convolutions(CellPlan::Operation::Conv3x3),
                        plan.convolutions(CellPlan::Operation::Conv1x1), plan.steps.size(), cell};
        const std::uint32_t number = space.functionalClass(cell);
        if (cells[number] == unset || cost < costs[number]) {
            cells[number] = cell;
            costs[number] = cost;
        }
    }
    return cells;
}

} // namespace

const std::vector<CellIndex>& classRepresentatives(const SearchSpace& space)
{
    static std::mutex mutex;
    static std::map<std::string_view, std::vector<CellIndex>> known;
    const std::lock_guard lock(mutex);
    const auto [at, isNew] = known.try_emplace(space.name());
    if (isNew)
        at->second = cheapestOfClasses(space);
    return at->second;
}

} // namespace inverso
