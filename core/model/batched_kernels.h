// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace inverso::kernels {

// Products of many matrices of at most a few dozen rows, for which one BLAS call each would take longer than the
// product.

/// Which factor of a product is transposed.
enum class Product {
    Plain,        ///< A (m×k) · B (k×n)
    SecondTurned, ///< A (m×k) · Bᵀ, B being n×k
    FirstTurned,  ///< Aᵀ · B (k×n), A being k×m
};

/// C (m×n) of each of `count` pairs of matrices; row-major, one after another.
void multiplyEach(Product product, const float* a, const float* b, float* c, std::size_t count, std::size_t m,
                  std::size_t n, std::size_t k);

struct AttentionSizes
{
    std::size_t cells;
    std::size_t vertices;
    std::size_t heads;
    std::size_t keySize;
};

/// Scaled dot-product attention of every cell and head (Vaswani et al. 2017, Eq. 1). `qkv`: cells × vertices × 3
/// (query, key, value) × heads × keySize. Gives the softmax `weights`, cells × heads × vertices × vertices, and
/// `mixed`, cells × vertices × heads × keySize.
void attend(const AttentionSizes& sizes, const float* qkv, float* weights, float* mixed);
/// The gradient of `qkv` from that of `mixed`; `weights` as attend() gave them.
void attendBackward(const AttentionSizes& sizes, const float* qkv, const float* weights, const float* dMixed,
                    float* dQkv);

} // namespace inverso::kernels
