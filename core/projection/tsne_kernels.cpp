// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with -O3 -ffast-math (see CMakeLists.txt), so that the compiler vectorises the loops and calls
// glibc's vector exp and log. Nothing here may depend on NaN or signed zero.
#include "core/projection/tsne_kernels.h"

#include "core/base/instruction_sets.h"
#include "core/projection/spline.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace inverso::kernels {

INVERSO_CLONES bool allFinite(std::span<const float> values)
{
    constexpr std::uint32_t exponent = 0x7f800000; // by its bits: the compiler believes that all numbers are finite
    std::uint32_t bad = 0;
    for (const float value : values)
        bad |= static_cast<std::uint32_t>((std::bit_cast<std::uint32_t>(value) & exponent) == exponent);
    return bad == 0;
}

INVERSO_CLONES std::pair<float, float> range(std::span<const float> values)
{
    float low = values[0];
    float high = values[0];
    for (const float value : values) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    return {low, high};
}

INVERSO_CLONES void spreadToGrid(const GridView& grid, const float* __restrict x, const float* __restrict y,
                                 const std::uint32_t* __restrict order, std::size_t count)
{
    QuinticSpline::Weights wx;
    QuinticSpline::Weights wy;
    QuinticSpline::Weights slopes;
    for (std::size_t k = 0; k < count; ++k) {
        const float u = (x[order[k]] - grid.left) * grid.nodesPerUnit;
        const float v = (y[order[k]] - grid.bottom) * grid.nodesPerUnit;
        const auto column = static_cast<std::size_t>(static_cast<std::uint32_t>(u));
        const auto row = static_cast<std::size_t>(static_cast<std::uint32_t>(v));
        QuinticSpline::evaluate(u - static_cast<float>(column), wx, slopes);
        QuinticSpline::evaluate(v - static_cast<float>(row), wy, slopes);
        float* corner = grid.nodes + (row - QuinticSpline::before) * grid.pitch + (column - QuinticSpline::before);
        for (std::size_t j = 0; j < QuinticSpline::nodes; ++j) {
            float* nodes = corner + j * grid.pitch;
            for (std::size_t i = 0; i < wx.size(); ++i)
                nodes[i] += wy[j] * wx[i];
        }
    }
}

INVERSO_CLONES double readFromGrid(const GridView& grid, const float* __restrict x, const float* __restrict y,
                                   const std::uint32_t* __restrict order, std::size_t count, float* __restrict forceX,
                                   float* __restrict forceY)
{
    QuinticSpline::Weights wx;
    QuinticSpline::Weights wy;
    QuinticSpline::Weights dx;
    QuinticSpline::Weights dy;
    double sum = 0.0;
    const float scale = -0.5F * grid.nodesPerUnit;
    for (std::size_t k = 0; k < count; ++k) {
        const float u = (x[order[k]] - grid.left) * grid.nodesPerUnit;
        const float v = (y[order[k]] - grid.bottom) * grid.nodesPerUnit;
        const auto column = static_cast<std::size_t>(static_cast<std::uint32_t>(u));
        const auto row = static_cast<std::size_t>(static_cast<std::uint32_t>(v));
        QuinticSpline::evaluate(u - static_cast<float>(column), wx, dx);
        QuinticSpline::evaluate(v - static_cast<float>(row), wy, dy);
        const float* corner =
            grid.nodes + (row - QuinticSpline::before) * grid.pitch + (column - QuinticSpline::before);
        float across[8] = {}; // Σ over rows of weight · node, and of slope · node
        float along[8] = {};
        for (std::size_t j = 0; j < QuinticSpline::nodes; ++j) {
            const float* nodes = corner + j * grid.pitch;
            for (std::size_t i = 0; i < wx.size(); ++i) {
                across[i] += wy[j] * nodes[i];
                along[i] += dy[j] * nodes[i];
            }
        }
        float potential = 0.0F;
        float slopeX = 0.0F;
        float slopeY = 0.0F;
        for (std::size_t i = 0; i < wx.size(); ++i) {
            potential += wx[i] * across[i];
            slopeX += dx[i] * across[i];
            slopeY += wx[i] * along[i];
        }
        sum += static_cast<double>(potential);
        forceX[order[k]] = scale * slopeX;
        forceY[order[k]] = scale * slopeY;
    }
    return sum;
}

INVERSO_CLONES void attract(const SparseRows& p, const float* __restrict x, const float* __restrict y,
                            float* __restrict forceX, float* __restrict forceY)
{
    for (std::size_t i = p.begin; i < p.end; ++i) {
        const float xi = x[i];
        const float yi = y[i];
        float sumX = 0.0F;
        float sumY = 0.0F;
        const std::uint32_t* column = p.column + p.rowBegin[i];
        const float* value = p.value + p.rowBegin[i];
        const auto count = static_cast<int>(p.rowBegin[i + 1] - p.rowBegin[i]);
        for (int k = 0; k < count; ++k) {
            const float dx = xi - x[static_cast<int>(column[k])];
            const float dy = yi - y[static_cast<int>(column[k])];
            const float q = value[k] / (1.0F + dx * dx + dy * dy);
            sumX += q * dx;
            sumY += q * dy;
        }
        forceX[i] = sumX;
        forceY[i] = sumY;
    }
}

INVERSO_CLONES double logDistances(const SparseRows& p, const float* __restrict x, const float* __restrict y)
{
    double total = 0.0;
    for (std::size_t i = p.begin; i < p.end; ++i) {
        float sum = 0.0F;
        const std::uint32_t* column = p.column + p.rowBegin[i];
        const float* value = p.value + p.rowBegin[i];
        const auto count = static_cast<int>(p.rowBegin[i + 1] - p.rowBegin[i]);
        for (int k = 0; k < count; ++k) {
            const float dx = x[i] - x[static_cast<int>(column[k])];
            const float dy = y[i] - y[static_cast<int>(column[k])];
            sum += value[k] * std::log(1.0F + dx * dx + dy * dy);
        }
        total += static_cast<double>(sum);
    }
    return total;
}

INVERSO_CLONES double negativeEntropy(const SparseRows& p)
{
    constexpr float least = 1.17549435e-38F; // p ln p is 0 at 0
    double total = 0.0;
    for (std::size_t i = p.begin; i < p.end; ++i) {
        float sum = 0.0F;
        for (std::size_t k = p.rowBegin[i]; k < p.rowBegin[i + 1]; ++k)
            sum += p.value[k] * std::log(std::max(p.value[k], least));
        total += static_cast<double>(sum);
    }
    return total;
}

INVERSO_CLONES void descend(const Descent& descent, const float* __restrict attraction,
                            const float* __restrict repulsion, float* __restrict position, float* __restrict velocity,
                            float* __restrict gain, std::size_t count)
{
    const Descent d = descent;
    for (std::size_t i = 0; i < count; ++i) {
        const float gradient = 4.0F * (d.exaggeration * attraction[i] - d.inverseZ * repulsion[i]);
        const float grown = gain[i] + 0.2F;
        const float shrunk = std::max(gain[i] * 0.8F, 0.01F);
        gain[i] = velocity[i] * gradient < 0.0F ? grown : shrunk;
        velocity[i] = d.momentum * velocity[i] - d.learningRate * gain[i] * gradient;
        position[i] += velocity[i];
    }
}

INVERSO_CLONES void addAndFindLows(float* __restrict values, const float* __restrict offsets, float* __restrict lows,
                                   std::size_t count)
{
    constexpr std::size_t width = 16;
    for (std::size_t j = 0; j < count; j += width) {
        float* v = values + j;
        for (std::size_t i = 0; i < width; ++i)
            v[i] += offsets[j + i];
        float low = v[0];
        for (std::size_t i = 0; i < width; ++i)
            low = std::min(low, v[i]);
        lows[j / width] = low;
    }
}

INVERSO_CLONES float squaredDistance(const float* __restrict a, const float* __restrict b, std::size_t count)
{
    float sum = 0.0F;
    for (std::size_t j = 0; j < count; ++j)
        sum += (a[j] - b[j]) * (a[j] - b[j]);
    return sum;
}

INVERSO_CLONES std::pair<float, float> gaussianWeights(const float* __restrict distances, float beta,
                                                       float* __restrict weights, std::size_t count)
{
    float sum = 0.0F;
    float moment = 0.0F;
    for (std::size_t j = 0; j < count; ++j) {
        const float d = distances[j] - distances[0];
        weights[j] = std::exp(-beta * d);
        sum += weights[j];
        moment += weights[j] * d;
    }
    return {sum, moment};
}

} // namespace inverso::kernels
