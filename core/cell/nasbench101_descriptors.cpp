// SPDX-License-Identifier: GPL-3.0-or-later
// Label-free counts on a NAS-Bench-101 cell. They describe what it computes better than its edges do.
#include "core/cell/nasbench101.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace inverso {

namespace {

using Form = NasBench101Form;

constexpr std::array<std::string_view, 28> names = {
    "vertices",       "edges",
    "conv3x3", // inner vertices with that operation
    "conv1x1",        "maxpool",
    "conv3x3 width", // summed channels of them, in shares of the cell's output
    "conv1x1 width",  "maxpool width",
    "paths",       // from input to output
    "min convs",   // convolutions of either size on a path: fewest, most, summed over paths
    "max convs",   //
    "total convs", //
    "min conv3x3",    "max conv3x3",   "total conv3x3", "min conv1x1", "max conv1x1", "min pools", "max pools",
    "min depth", // operations on a path
    "max depth",      "mean depth",
    "output inputs",  // edges into the output
    "input outputs",  // edges out of the input
    "shortcut",       // 1 where the input is added to the output
    "last conv3x3",   // 3×3 convolutions whose result is concatenated
    "log parameters", // natural logarithm of the next
    "parameters (M)", // of the authors' CIFAR-10 network
};

using Counts = std::array<int, Form::operationCount>;

/// Fewest, most and sum over the paths.
struct Range
{
    void add(int value)
    {
        min = std::min(min, value);
        max = std::max(max, value);
        sum += value;
    }
    int min = std::numeric_limits<int>::max();
    int max = 0;
    int sum = 0;
};

struct PathCounts
{
    Range convs, conv3, conv1, pools, depth;
    int paths = 0;

    /// Follows every path from `vertex` to the output.
    void follow(const Form& form, int vertex, const Counts& passed)
    {
        if (vertex == form.vertices - 1) {
            add(passed);
            return;
        }
        Counts counts = passed;
        if (vertex > 0)
            ++counts[form.inner[static_cast<std::size_t>(vertex) - 1]];
        for (int next = vertex + 1; next < form.vertices; ++next) {
            if (form.edge(vertex, next))
                follow(form, next, counts);
        }
    }

    void add(const Counts& counts)
    {
        const int three = counts[NasBench101::Conv3x3];
        const int one = counts[NasBench101::Conv1x1];
        const int pooled = counts[NasBench101::MaxPool3x3];
        ++paths;
        convs.add(three + one);
        conv3.add(three);
        conv1.add(one);
        pools.add(pooled);
        depth.add(three + one + pooled);
    }
};

} // namespace

std::span<const std::string_view> NasBench101::descriptorNames() const
{
    return names;
}

std::vector<float> NasBench101::descriptors(CellIndex cell) const
{
    // Any width with many divisors works, because only shares of it are used.
    constexpr int width = 120;
    const Form form = this->form(cell);
    const int last = form.vertices - 1;
    PathCounts on;
    on.follow(form, 0, {});

    const std::vector<int> channels = nasbench101Channels(form, width, width);
    Counts vertices{};
    Counts widths{};
    int lastConv3 = 0;
    int outputInputs = 0;
    int inputOutputs = 0;
    for (int v = 0; v <= last; ++v) {
        inputOutputs += form.edge(0, v) ? 1 : 0;
        outputInputs += form.edge(v, last) ? 1 : 0;
        if (v == 0 || v == last)
            continue;
        const std::uint8_t operation = form.inner[static_cast<std::size_t>(v) - 1];
        ++vertices[operation];
        widths[operation] += channels[static_cast<std::size_t>(v)];
        lastConv3 += operation == NasBench101::Conv3x3 && form.edge(v, last) ? 1 : 0;
    }
    const auto parameters = static_cast<float>(nasbench101Parameters(form));
    const auto number = [](int count) { return static_cast<float>(count); };
    const auto share = [](int channelsOf) { return static_cast<float>(channelsOf) / width; };
    return {number(form.vertices),
            number(form.edgeCount()),
            number(vertices[NasBench101::Conv3x3]),
            number(vertices[NasBench101::Conv1x1]),
            number(vertices[NasBench101::MaxPool3x3]),
            share(widths[NasBench101::Conv3x3]),
            share(widths[NasBench101::Conv1x1]),
            share(widths[NasBench101::MaxPool3x3]),
            number(on.paths),
            number(on.convs.min),
            number(on.convs.max),
            number(on.convs.sum),
            number(on.conv3.min),
            number(on.conv3.max),
            number(on.conv3.sum),
            number(on.conv1.min),
            number(on.conv1.max),
            number(on.pools.min),
            number(on.pools.max),
            number(on.depth.min),
            number(on.depth.max),
            number(on.depth.sum) / number(on.paths),
            number(outputInputs),
            number(inputOutputs),
            form.edge(0, last) ? 1.0F : 0.0F,
            number(lastConv3),
            std::log(parameters),
            parameters / 1e6F};
}

} // namespace inverso
