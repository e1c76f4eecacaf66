// SPDX-License-Identifier: GPL-3.0-or-later
// Label-free counts on the live sub-graph of a NAS-Bench-201 cell: the edges that lie on a path from
// input to output without `none`. They describe what a cell computes better than its operations do.
#include "core/cell/nasbench201.h"

#include <algorithm>
#include <limits>

namespace inverso {

namespace {

constexpr std::array<std::string_view, 24> names = {
    "live conv1x1",   // live edges with that operation
    "live conv3x3",   //
    "live avg_pool",  //
    "live skip",      //
    "live paths",     // from input to output, 0 … 4
    "min convs",      // convolutions of either size on a live path: fewest, most, summed over paths
    "max convs",      //
    "total convs",    //
    "min conv1x1",    //
    "max conv1x1",    //
    "total conv1x1",  //
    "min conv3x3",    //
    "max conv3x3",    //
    "total conv3x3",  //
    "min pools",      //
    "max pools",      //
    "min depth",      // operations other than skip_connect on a live path
    "max depth",      //
    "identity paths", // live paths with only skip_connect
    "output inputs",  // live edges into the output node
    "input outputs",  // live edges out of the input node
    "inner nodes",    // inner nodes on a live path, 0 … 2
    "dead",           // 1 where the output does not depend on the input
    "parameters (M)", // of a CIFAR-10 network of such cells, live edges only
};

/// The four ways from input to output, as edges in arch-string order.
struct Path
{
    std::array<std::uint8_t, 3> edges;
    std::uint8_t length;
};
constexpr std::array<Path, 4> paths = {{{{3}, 1}, {{0, 4}, 2}, {{1, 5}, 2}, {{0, 2, 5}, 3}}};

using Counts = std::array<int, NasBench201::operationCount>;

/// Smallest, largest and sum of a count over the live paths; zeros when there is none.
class Range
{
public:
    void add(int value)
    {
        m_min = std::min(m_min, value);
        m_max = std::max(m_max, value);
        m_sum += value;
    }
    [[nodiscard]] float min() const { return m_max < 0 ? 0.0F : static_cast<float>(m_min); }
    [[nodiscard]] float max() const { return m_max < 0 ? 0.0F : static_cast<float>(m_max); }
    [[nodiscard]] float sum() const { return static_cast<float>(m_sum); }

private:
    int m_min = std::numeric_limits<int>::max();
    int m_max = -1;
    int m_sum = 0;
};

} // namespace

std::span<const std::string_view> NasBench201::descriptorNames() const
{
    return names;
}

std::vector<float> NasBench201::descriptors(CellIndex cell) const
{
    const Operations ops = operations(cell);
    std::array<bool, edgeCount> live{};
    Range convs, conv1, conv3, pools, depth;
    int livePaths = 0;
    int identityPaths = 0;
    for (const Path& path : paths) {
        const std::span<const std::uint8_t> edges(path.edges.data(), path.length);
        Counts counts{};
        for (const std::uint8_t edge : edges)
            ++counts[ops[edge]];
        if (counts[None] > 0)
            continue;
        for (const std::uint8_t edge : edges)
            live[edge] = true;
        ++livePaths;
        const int deep = path.length - counts[SkipConnect];
        identityPaths += deep == 0 ? 1 : 0;
        convs.add(counts[Conv1x1] + counts[Conv3x3]);
        conv1.add(counts[Conv1x1]);
        conv3.add(counts[Conv3x3]);
        pools.add(counts[AvgPool3x3]);
        depth.add(deep);
    }
    Counts liveOperations{};
    for (std::size_t edge = 0; edge < live.size(); ++edge)
        liveOperations[ops[edge]] += live[edge] ? 1 : 0;

    const auto number = [](int count) { return static_cast<float>(count); };
    const auto flag = [](bool value) { return value ? 1.0F : 0.0F; };
    // Per operation, from the counts of the networks that the authors trained (16, 32, 64 channels, 5 cells each).
    const float parameters =
        0.073306F + 0.24304F * number(liveOperations[Conv3x3]) + 0.02800F * number(liveOperations[Conv1x1]);
    return {number(liveOperations[Conv1x1]),
            number(liveOperations[Conv3x3]),
            number(liveOperations[AvgPool3x3]),
            number(liveOperations[SkipConnect]),
            number(livePaths),
            convs.min(),
            convs.max(),
            convs.sum(),
            conv1.min(),
            conv1.max(),
            conv1.sum(),
            conv3.min(),
            conv3.max(),
            conv3.sum(),
            pools.min(),
            pools.max(),
            depth.min(),
            depth.max(),
            number(identityPaths),
            flag(live[3]) + flag(live[4]) + flag(live[5]),
            flag(live[0]) + flag(live[1]) + flag(live[3]),
            flag(live[0]) + flag(live[5]),
            flag(livePaths == 0),
            parameters};
}

} // namespace inverso
