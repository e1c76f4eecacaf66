// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/neighbour_lists.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/projection/nearest_search.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inverso {

namespace {

constexpr std::size_t rowsTogether = 256;
constexpr std::size_t pointsPerCentre = 40; // in the sample
constexpr int rounds = 8;

/// For each row the `count` nearest centres, nearest first: rows × count.
std::vector<std::uint32_t> nearestCentres(const Matrix& rows, const Matrix& centres, std::size_t count, int threads,
                                          const std::stop_token& stop)
{
    std::vector<std::uint32_t> nearest(rows.rows * count);
    const SearchRows search(centres);
    parallelFor(threads, (rows.rows + rowsTogether - 1) / rowsTogether, [&](std::size_t task) {
        if (stop.stop_requested())
            throw Cancelled();
        const std::size_t begin = task * rowsTogether;
        const std::size_t taken = std::min(rowsTogether, rows.rows - begin);
        std::vector<NearestSet> sets(taken, NearestSet(count));
        std::vector<NearestSet*> all;
        for (NearestSet& set : sets)
            all.push_back(&set);
        std::vector<float> workspace;
        search.offer(rows.row(begin).data(), all, 0, centres.rows, workspace);
        for (std::size_t i = 0; i < taken; ++i) {
            auto& entries = sets[i].entries();
            std::ranges::sort(entries);
            for (std::size_t j = 0; j < count; ++j)
                nearest[(begin + i) * count + j] = entries[j].second;
        }
    });
    return nearest;
}

Matrix rowsOf(const Matrix& points, const std::vector<std::uint32_t>& which)
{
    Matrix rows(which.size(), points.columns);
    for (std::size_t i = 0; i < which.size(); ++i)
        std::ranges::copy(points.row(which[i]), rows.row(i).begin());
    return rows;
}

/// Moves the centres to the means of their rows; a centre without rows stays.
void moveCentres(const Matrix& rows, const std::vector<std::uint32_t>& centreOf, Matrix& centres)
{
    std::vector<double> sums(centres.values.size(), 0.0);
    std::vector<std::size_t> counts(centres.rows, 0);
    for (std::size_t i = 0; i < rows.rows; ++i) {
        ++counts[centreOf[i]];
        double* sum = sums.data() + centreOf[i] * rows.columns;
        const std::span<const float> row = rows.row(i);
        for (std::size_t j = 0; j < row.size(); ++j)
            sum[j] += static_cast<double>(row[j]);
    }
    for (std::size_t c = 0; c < centres.rows; ++c)
        for (std::size_t j = 0; counts[c] > 0 && j < centres.columns; ++j)
            centres(c, j) = static_cast<float>(sums[c * centres.columns + j] / static_cast<double>(counts[c]));
}

} // namespace

NeighbourLists singleList(std::size_t points)
{
    NeighbourLists lists;
    lists.order.resize(points);
    std::iota(lists.order.begin(), lists.order.end(), 0U);
    lists.begin = {0, points};
    lists.probes = 1;
    lists.probe.assign(points, 0);
    return lists;
}

NeighbourLists clusterLists(const Matrix& points, const NeighbourSettings& settings, std::stop_token stop)
{
    const std::size_t n = points.rows;
    const auto count = static_cast<std::size_t>(1.5 * std::sqrt(static_cast<double>(n))) + 1;
    Rng rng = Rng(settings.seed).split("neighbour lists");
    const Matrix sample = rowsOf(points, rng.sample(n, std::min(n, pointsPerCentre * count)));
    Matrix centres(count, points.columns); // the sample is in random order
    std::copy_n(sample.values.begin(), centres.values.size(), centres.values.begin());
    for (int round = 0; round < rounds; ++round)
        moveCentres(sample, nearestCentres(sample, centres, 1, settings.threads, stop), centres);

    NeighbourLists lists;
    lists.probes = std::clamp<std::size_t>(settings.probes, 1, count);
    const auto near = nearestCentres(points, centres, lists.probes, settings.threads, stop);
    const auto listOf = [&](std::size_t i) { return near[i * lists.probes]; };
    lists.begin.assign(count + 1, 0);
    for (std::size_t i = 0; i < n; ++i)
        ++lists.begin[listOf(i) + 1];
    std::partial_sum(lists.begin.begin(), lists.begin.end(), lists.begin.begin());
    lists.order.resize(n);
    lists.probe.resize(near.size());
    std::vector<std::size_t> next(lists.begin.begin(), lists.begin.end() - 1);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t to = next[listOf(i)]++;
        lists.order[to] = static_cast<std::uint32_t>(i);
        std::copy_n(near.begin() + static_cast<std::ptrdiff_t>(i * lists.probes), lists.probes,
                    lists.probe.begin() + static_cast<std::ptrdiff_t>(to * lists.probes));
    }
    return lists;
}

} // namespace inverso
