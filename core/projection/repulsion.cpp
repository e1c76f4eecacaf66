// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/repulsion.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/projection/spline.h"
#include "core/projection/tsne_kernels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inverso {

namespace {

constexpr std::size_t leastNodes = 56;  // a grid this small costs less than the points
constexpr std::size_t mostNodes = 2040; // a larger map gets a coarser grid; only a diverging map is so large
constexpr std::size_t bandRows = 8;     // at least QuinticSpline::nodes
constexpr std::size_t pointsPerTask = 4096;

} // namespace

double Repulsion::evaluate(const PlanePoints& points, PlanePoints& forces, int threads)
{
    placeGrid(points);
    sortByRow(points);
    spread(points, threads);
    m_convolution.run(threads);
    return read(points, forces, threads);
}

void Repulsion::placeGrid(const PlanePoints& points)
{
    if (!kernels::allFinite(points.x) || !kernels::allFinite(points.y))
        throw Error("The map's positions exceed the range of numbers; lower the learning rate or the exaggeration.");
    const auto [left, right] = kernels::range(points.x);
    const auto [bottom, top] = kernels::range(points.y);
    // Not so narrow that the distance to the grid's border is lost in the rounding of the coordinates.
    const float farthest = std::max({std::abs(left), std::abs(right), std::abs(bottom), std::abs(top)});
    const auto span = std::max<double>({right - left, top - bottom, 1e-4F * farthest, 1e-12F});
    constexpr std::size_t margin = QuinticSpline::nodes + 2;
    const auto wanted = static_cast<std::size_t>(std::min(span / m_spacing, 1e6));
    const std::size_t cells = std::clamp(wanted + 1, leastNodes - margin, mostNodes - margin);
    const bool small = wanted + 1 < leastNodes - margin; // then the nodes are closer than they must be
    const double spacing = std::max(span / static_cast<double>(cells), small ? 0.0 : m_spacing);
    m_convolution.resize(cells + margin, spacing);
    m_nodesPerUnit = static_cast<float>(1.0 / spacing);
    const auto border = static_cast<float>(spacing * static_cast<double>(QuinticSpline::before + 1));
    m_left = left - border;
    m_bottom = bottom - border;
}

/// A counting sort by row that keeps the order of the points within a row, for any number of threads.
void Repulsion::sortByRow(const PlanePoints& points)
{
    const std::size_t n = points.size();
    m_row.resize(n);
    m_order.resize(n);
    m_rowBegin.assign(m_convolution.nodes() + 1, 0);
    for (std::size_t i = 0; i < n; ++i) {
        m_row[i] = static_cast<std::uint32_t>((points.y[i] - m_bottom) * m_nodesPerUnit);
        ++m_rowBegin[m_row[i] + 1];
    }
    std::partial_sum(m_rowBegin.begin(), m_rowBegin.end(), m_rowBegin.begin());
    std::vector<std::uint32_t> next(m_rowBegin.begin(), m_rowBegin.end() - 1);
    for (std::size_t i = 0; i < n; ++i)
        m_order[next[m_row[i]]++] = static_cast<std::uint32_t>(i);
}

/// Bands of rows that do not touch each other's nodes are filled at the same time: first the even, then the odd.
void Repulsion::spread(const PlanePoints& points, int threads)
{
    m_convolution.clear();
    const std::size_t rows = m_convolution.nodes();
    const std::size_t bands = (rows + bandRows - 1) / bandRows;
    const kernels::GridView grid = {m_convolution.grid(), m_convolution.pitch(), m_left, m_bottom, m_nodesPerUnit};
    for (const std::size_t parity : {0U, 1U}) {
        parallelFor(threads, (bands + 1 - parity) / 2, [&](std::size_t task) {
            const std::size_t first = (2 * task + parity) * bandRows;
            const std::size_t begin = m_rowBegin[first];
            const std::size_t end = m_rowBegin[std::min(rows, first + bandRows)];
            kernels::spreadToGrid(grid, points.x.data(), points.y.data(), m_order.data() + begin, end - begin);
        });
    }
}

double Repulsion::read(const PlanePoints& points, PlanePoints& forces, int threads)
{
    const std::size_t n = points.size();
    const kernels::GridView grid = {m_convolution.grid(), m_convolution.pitch(), m_left, m_bottom, m_nodesPerUnit};
    std::vector<double> sums((n + pointsPerTask - 1) / pointsPerTask);
    parallelFor(threads, sums.size(), [&](std::size_t task) {
        const std::size_t begin = task * pointsPerTask;
        sums[task] = kernels::readFromGrid(grid, points.x.data(), points.y.data(), m_order.data() + begin,
                                           std::min(pointsPerTask, n - begin), forces.x.data(), forces.y.data());
    });
    const auto count = static_cast<double>(n);
    return std::accumulate(sums.begin(), sums.end(), 0.0) + count * (count * m_convolution.offset() - 1.0);
}

} // namespace inverso
