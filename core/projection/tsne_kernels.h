// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace inverso::kernels {

// The inner loops of t-SNE, compiled for several instruction sets; the fastest that the processor supports is used.

/// Whether no value is infinite or not a number.
bool allFinite(std::span<const float> values);
/// Minimum and maximum of a non-empty array of finite numbers.
std::pair<float, float> range(std::span<const float> values);

/// A grid whose node (0, 0) is at (left, bottom); `pitch` floats from row to row.
struct GridView
{
    float* nodes = nullptr;
    std::size_t pitch = 0;
    float left = 0.0F;
    float bottom = 0.0F;
    float nodesPerUnit = 1.0F;
};
/// Adds a unit charge at each of the points x, y [order[0 … count−1]].
void spreadToGrid(const GridView& grid, const float* x, const float* y, const std::uint32_t* order, std::size_t count);
/// Reads the grid as a potential at the same points: −½ of its slope to forceX, forceY (by point, not by order);
/// returns the sum of the potentials.
double readFromGrid(const GridView& grid, const float* x, const float* y, const std::uint32_t* order, std::size_t count,
                    float* forceX, float* forceY);

/// Rows begin … end−1 of a sparse matrix p in compressed form.
struct SparseRows
{
    const std::size_t* rowBegin = nullptr;
    const std::uint32_t* column = nullptr;
    const float* value = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
};
/// force_i = Σ_j p_ij (y_i − y_j) / (1 + |y_i − y_j|²).
void attract(const SparseRows& p, const float* x, const float* y, float* forceX, float* forceY);
/// Σ p_ij ln(1 + |y_i − y_j|²).
double logDistances(const SparseRows& p, const float* x, const float* y);
/// Σ p_ij ln p_ij.
double negativeEntropy(const SparseRows& p);

/// One axis of the descent: gradient = 4 (exaggeration·attraction − repulsion·inverseZ); the step is momentum with
/// a gain for each coordinate (van der Maaten & Hinton 2008, section 3.4; Jacobs 1988).
struct Descent
{
    float exaggeration = 1.0F;
    float inverseZ = 1.0F;
    float momentum = 0.8F;
    float learningRate = 200.0F;
};
void descend(const Descent& descent, const float* attraction, const float* repulsion, float* position, float* velocity,
             float* gain, std::size_t count);

/// values[j] += offsets[j] for a multiple of 16 values; lows[j/16] = the minimum of each 16.
void addAndFindLows(float* values, const float* offsets, float* lows, std::size_t count);
/// |a − b|².
float squaredDistance(const float* a, const float* b, std::size_t count);
/// Weights exp(−beta·(d_j − d_0)) to `weights`; returns their sum and the sum of weight·(d_j − d_0).
std::pair<float, float> gaussianWeights(const float* distances, float beta, float* weights, std::size_t count);

} // namespace inverso::kernels
