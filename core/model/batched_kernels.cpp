// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled as kernels.cpp is.
#include "core/model/batched_kernels.h"

#include "core/base/instruction_sets.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inverso::kernels {

namespace {

[[gnu::always_inline]] inline float dot(const float* a, const float* b, std::size_t count)
{
    float sum = 0.0F;
    for (std::size_t i = 0; i < count; ++i)
        sum += a[i] * b[i];
    return sum;
}

/// y += factor · x
[[gnu::always_inline]] inline void add(float* __restrict y, float factor, const float* __restrict x, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        y[i] += factor * x[i];
}

} // namespace

INVERSO_CLONES void multiplyEach(Product product, const float* a, const float* b, float* c, std::size_t count,
                                 std::size_t m, std::size_t n, std::size_t k)
{
    std::fill_n(c, count * m * n, 0.0F);
    for (std::size_t one = 0; one < count; ++one, a += m * k, b += k * n, c += m * n) {
        for (std::size_t i = 0; i < m; ++i) {
            if (product == Product::SecondTurned) {
                for (std::size_t j = 0; j < n; ++j)
                    c[i * n + j] = dot(a + i * k, b + j * k, k);
            } else {
                for (std::size_t p = 0; p < k; ++p)
                    add(c + i * n, product == Product::Plain ? a[i * k + p] : a[p * m + i], b + p * n, n);
            }
        }
    }
}

INVERSO_CLONES void attend(const AttentionSizes& sizes, const float* qkv, float* weights, float* mixed)
{
    const auto [cells, vertices, heads, keySize] = sizes;
    const std::size_t width = heads * keySize;
    const float scale = 1.0F / std::sqrt(static_cast<float>(keySize));
    const std::size_t rows = cells * heads * vertices;

    float* row = weights;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        for (std::size_t head = 0; head < heads; ++head) {
            const float* query = qkv + cell * vertices * 3 * width + head * keySize;
            const float* key = query + width;
            for (std::size_t i = 0; i < vertices; ++i, row += vertices) {
                for (std::size_t j = 0; j < vertices; ++j)
                    row[j] = scale * dot(query + i * 3 * width, key + j * 3 * width, keySize);
                float most = row[0]; // under -ffast-math there is no infinity to start from
                for (std::size_t j = 1; j < vertices; ++j)
                    most = std::max(most, row[j]);
                for (std::size_t j = 0; j < vertices; ++j)
                    row[j] -= most;
            }
        }
    }
    for (std::size_t i = 0; i < rows * vertices; ++i)
        weights[i] = std::exp(weights[i]);
    for (std::size_t i = 0; i < rows; ++i) {
        float sum = 0.0F;
        for (std::size_t j = 0; j < vertices; ++j)
            sum += weights[i * vertices + j];
        for (std::size_t j = 0; j < vertices; ++j)
            weights[i * vertices + j] /= sum;
    }

    std::fill_n(mixed, cells * vertices * width, 0.0F);
    const float* weight = weights;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        for (std::size_t head = 0; head < heads; ++head) {
            const float* value = qkv + cell * vertices * 3 * width + 2 * width + head * keySize;
            float* out = mixed + cell * vertices * width + head * keySize;
            for (std::size_t i = 0; i < vertices; ++i)
                for (std::size_t j = 0; j < vertices; ++j)
                    add(out + i * width, *weight++, value + j * 3 * width, keySize);
        }
    }
}

INVERSO_CLONES void attendBackward(const AttentionSizes& sizes, const float* qkv, const float* weights,
                                   const float* dMixed, float* dQkv)
{
    const auto [cells, vertices, heads, keySize] = sizes;
    const std::size_t width = heads * keySize;
    const float scale = 1.0F / std::sqrt(static_cast<float>(keySize));
    std::fill_n(dQkv, cells * vertices * 3 * width, 0.0F);
    std::vector<float> dScores(vertices);
    for (std::size_t cell = 0; cell < cells; ++cell) {
        for (std::size_t head = 0; head < heads; ++head) {
            const std::size_t at = cell * vertices * 3 * width + head * keySize;
            const float* query = qkv + at;
            const float* key = query + width;
            const float* value = key + width;
            float* dQuery = dQkv + at;
            float* dKey = dQuery + width;
            float* dValue = dKey + width;
            const float* dOut = dMixed + cell * vertices * width + head * keySize;
            for (std::size_t i = 0; i < vertices; ++i, weights += vertices, dOut += width) {
                float mean = 0.0F; // of the weights' gradients, by the weights
                for (std::size_t j = 0; j < vertices; ++j) {
                    dScores[j] = dot(dOut, value + j * 3 * width, keySize);
                    mean += weights[j] * dScores[j];
                    add(dValue + j * 3 * width, weights[j], dOut, keySize);
                }
                for (std::size_t j = 0; j < vertices; ++j) {
                    const float dScore = scale * weights[j] * (dScores[j] - mean);
                    add(dQuery + i * 3 * width, dScore, key + j * 3 * width, keySize);
                    add(dKey + j * 3 * width, dScore, query + i * 3 * width, keySize);
                }
            }
        }
    }
}

} // namespace inverso::kernels
