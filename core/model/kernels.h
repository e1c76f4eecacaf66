// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace inverso::kernels {

// Element-wise loops and matrix products of the networks with hand-written gradients.
// They are compiled for several instruction sets; the fastest that the processor supports is used.

/// C (m×n) = A (m×k) · B (k×n) + beta·C; row-major; `transposeA`/`transposeB` say that A is stored k×m, B n×k.
void multiply(const float* a, bool transposeA, const float* b, bool transposeB, float* c, std::size_t m, std::size_t n,
              std::size_t k, float beta);

/// x (rows×columns) = max(x + bias, 0).
void addBiasRelu(float* x, const float* bias, std::size_t rows, std::size_t columns);
/// x (rows×columns) = x + bias, times `leak` where that is below 0.
void addBiasLeakyRelu(float* x, const float* bias, float leak, std::size_t rows, std::size_t columns);
/// x (rows×columns) = tanh(x + bias).
void addBiasTanh(float* x, const float* bias, std::size_t rows, std::size_t columns);
/// Splits head (rows×2·width) + bias into scale = tanh(left), factor = exp(sign·scale),
/// shift = shiftScale·right.
void splitHead(const float* head, const float* bias, float sign, const float* shiftScale, float* scale, float* factor,
               float* shift, std::size_t rows, std::size_t width);
/// gradient = 0 where the activation was cut by ReLU.
void maskRelu(float* gradient, const float* activation, std::size_t count);
/// gradient ← gradient·leak where the activation is below 0.
void throughLeakyRelu(float* gradient, const float* activation, float leak, std::size_t count);
/// x = max(x, 0).
void cutNegative(float* x, std::size_t count);
/// gradient ← gradient·(1 − activation²), the activation being a tanh.
void throughTanh(float* gradient, const float* activation, std::size_t count);
/// sums[j] += Σ_i x(i, j).
void addColumnSums(const float* x, float* sums, std::size_t rows, std::size_t columns);
/// sums[i] += Σ_j x(i, j).
void addRowSums(const float* x, float* sums, std::size_t rows, std::size_t columns);
/// out = x·factor + shift.
void affine(const float* x, const float* factor, const float* shift, float* out, std::size_t count);
/// out = (x − shift)·factor.
void affineInverse(const float* x, const float* factor, const float* shift, float* out, std::size_t count);
/// Gradient of affine(): head ← [∂scale·(1−scale²), ∂shift], dx ← dOut·factor, with
/// ∂scale = dOut·x·factor + logDetGradient.
void affineBackward(const float* dOut, const float* x, const float* factor, const float* scale,
                    const float* logDetGradient, const float* shiftScale, float* dHead, float* dx, std::size_t rows,
                    std::size_t width);
/// Gradient of affineInverse(), `out` being its result.
void affineInverseBackward(const float* dOut, const float* out, const float* factor, const float* scale,
                           const float* shiftScale, float* dHead, float* dx, std::size_t rows, std::size_t width);
/// destination (rows×width) = columns of source (rows×stride, first at `offset`) in reverse order.
void copyReversed(const float* source, std::size_t stride, std::size_t offset, float* destination,
                  std::size_t destinationStride, std::size_t destinationOffset, std::size_t rows, std::size_t width);

/// One step of Adam with decoupled weight decay (Loshchilov & Hutter 2019). `correction1`, `correction2` are
/// 1 − β₁ᵗ and 1 − β₂ᵗ.
void adamStep(float* parameters, const float* gradient, float* first, float* second, std::size_t count, float rate,
              float beta1, float beta2, float epsilon, float decay, float correction1, float correction2);

} // namespace inverso::kernels
