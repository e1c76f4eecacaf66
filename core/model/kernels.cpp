// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with -O3 -ffast-math (see CMakeLists.txt), so that the compiler vectorises the loops and calls
// glibc's vector exp and tanh. Nothing here may depend on NaN or signed zero.
#include "core/model/kernels.h"

#include "core/base/instruction_sets.h"

#include <cblas.h>
#include <cmath>

namespace inverso::kernels {

void multiply(const float* a, bool transposeA, const float* b, bool transposeB, float* c, std::size_t m, std::size_t n,
              std::size_t k, float beta)
{
    cblas_sgemm(CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
                static_cast<int>(m), static_cast<int>(n), static_cast<int>(k), 1.0F, a,
                static_cast<int>(transposeA ? m : k), b, static_cast<int>(transposeB ? k : n), beta, c,
                static_cast<int>(n));
}

INVERSO_CLONES void addBiasRelu(float* __restrict x, const float* __restrict bias, std::size_t rows,
                                std::size_t columns)
{
    for (std::size_t i = 0; i < rows; ++i) {
        float* __restrict row = x + i * columns;
        for (std::size_t j = 0; j < columns; ++j) {
            const float value = row[j] + bias[j];
            row[j] = value > 0.0F ? value : 0.0F;
        }
    }
}

INVERSO_CLONES void addBiasLeakyRelu(float* __restrict x, const float* __restrict bias, float leak, std::size_t rows,
                                     std::size_t columns)
{
    for (std::size_t i = 0; i < rows; ++i) {
        float* __restrict row = x + i * columns;
        for (std::size_t j = 0; j < columns; ++j) {
            const float value = row[j] + bias[j];
            row[j] = value > 0.0F ? value : leak * value;
        }
    }
}

INVERSO_CLONES void addBiasTanh(float* __restrict x, const float* __restrict bias, std::size_t rows,
                                std::size_t columns)
{
    for (std::size_t i = 0; i < rows; ++i) {
        float* __restrict row = x + i * columns;
        for (std::size_t j = 0; j < columns; ++j)
            row[j] = std::tanh(row[j] + bias[j]);
    }
}

INVERSO_CLONES void splitHead(const float* __restrict head, const float* __restrict bias, float sign,
                              const float* __restrict shiftScale, float* __restrict scale, float* __restrict factor,
                              float* __restrict shift, std::size_t rows, std::size_t width)
{
    for (std::size_t i = 0; i < rows; ++i) {
        const float* __restrict in = head + i * 2 * width;
        for (std::size_t j = 0; j < width; ++j)
            scale[i * width + j] = std::tanh(in[j] + bias[j]);
        for (std::size_t j = 0; j < width; ++j)
            factor[i * width + j] = std::exp(sign * scale[i * width + j]);
        for (std::size_t j = 0; j < width; ++j)
            shift[i * width + j] = (in[width + j] + bias[width + j]) * shiftScale[j];
    }
}

INVERSO_CLONES void maskRelu(float* __restrict gradient, const float* __restrict activation, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        gradient[i] = activation[i] > 0.0F ? gradient[i] : 0.0F;
}

INVERSO_CLONES void throughLeakyRelu(float* __restrict gradient, const float* __restrict activation, float leak,
                                     std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        gradient[i] *= activation[i] > 0.0F ? 1.0F : leak;
}

INVERSO_CLONES void cutNegative(float* x, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        x[i] = x[i] > 0.0F ? x[i] : 0.0F;
}

INVERSO_CLONES void throughTanh(float* __restrict gradient, const float* __restrict activation, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        gradient[i] *= 1.0F - activation[i] * activation[i];
}

INVERSO_CLONES void addColumnSums(const float* __restrict x, float* __restrict sums, std::size_t rows,
                                  std::size_t columns)
{
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j)
            sums[j] += x[i * columns + j];
}

INVERSO_CLONES void addRowSums(const float* __restrict x, float* __restrict sums, std::size_t rows, std::size_t columns)
{
    for (std::size_t i = 0; i < rows; ++i) {
        float sum = 0.0F;
        for (std::size_t j = 0; j < columns; ++j)
            sum += x[i * columns + j];
        sums[i] += sum;
    }
}

INVERSO_CLONES void affine(const float* __restrict x, const float* __restrict factor, const float* __restrict shift,
                           float* __restrict out, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = x[i] * factor[i] + shift[i];
}

INVERSO_CLONES void affineInverse(const float* __restrict x, const float* __restrict factor,
                                  const float* __restrict shift, float* __restrict out, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        out[i] = (x[i] - shift[i]) * factor[i];
}

INVERSO_CLONES void affineBackward(const float* __restrict dOut, const float* __restrict x,
                                   const float* __restrict factor, const float* __restrict scale,
                                   const float* __restrict logDetGradient, const float* __restrict shiftScale,
                                   float* __restrict dHead, float* __restrict dx, std::size_t rows, std::size_t width)
{
    for (std::size_t i = 0; i < rows; ++i) {
        float* __restrict head = dHead + i * 2 * width;
        const std::size_t at = i * width;
        for (std::size_t j = 0; j < width; ++j) {
            const float through = dOut[at + j] * factor[at + j];
            const float s = scale[at + j];
            head[j] = (through * x[at + j] + logDetGradient[i]) * (1.0F - s * s);
            head[width + j] = dOut[at + j] * shiftScale[j];
            dx[at + j] = through;
        }
    }
}

INVERSO_CLONES void affineInverseBackward(const float* __restrict dOut, const float* __restrict out,
                                          const float* __restrict factor, const float* __restrict scale,
                                          const float* __restrict shiftScale, float* __restrict dHead,
                                          float* __restrict dx, std::size_t rows, std::size_t width)
{
    for (std::size_t i = 0; i < rows; ++i) {
        float* __restrict head = dHead + i * 2 * width;
        const std::size_t at = i * width;
        for (std::size_t j = 0; j < width; ++j) {
            const float through = dOut[at + j] * factor[at + j];
            const float s = scale[at + j];
            head[j] = -dOut[at + j] * out[at + j] * (1.0F - s * s);
            head[width + j] = -through * shiftScale[j];
            dx[at + j] = through;
        }
    }
}

INVERSO_CLONES void copyReversed(const float* __restrict source, std::size_t stride, std::size_t offset,
                                 float* __restrict destination, std::size_t destinationStride,
                                 std::size_t destinationOffset, std::size_t rows, std::size_t width)
{
    for (std::size_t i = 0; i < rows; ++i) {
        const float* __restrict in = source + i * stride + offset;
        float* __restrict out = destination + i * destinationStride + destinationOffset;
        for (std::size_t j = 0; j < width; ++j)
            out[j] = in[width - 1 - j];
    }
}

INVERSO_CLONES void adamStep(float* __restrict parameters, const float* __restrict gradient, float* __restrict first,
                             float* __restrict second, std::size_t count, float rate, float beta1, float beta2,
                             float epsilon, float decay, float correction1, float correction2)
{
    const float step = rate / correction1;
    const float root = 1.0F / std::sqrt(correction2);
    for (std::size_t i = 0; i < count; ++i) {
        const float g = gradient[i];
        first[i] = beta1 * first[i] + (1.0F - beta1) * g;
        second[i] = beta2 * second[i] + (1.0F - beta2) * g * g;
        parameters[i] -= step * first[i] / (std::sqrt(second[i]) * root + epsilon) + rate * decay * parameters[i];
    }
}

} // namespace inverso::kernels
