// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace inverso::kernels {

// Operators that are slow in LibTorch on maps as small as a cell's. For 64 maps of 8 channels and 7×7 points, with all
// gradients, ReLU, 3×3 convolution and batch normalisation take 0.34 ms there and 0.19 ms here; average pooling 0.24
// and 0.05 ms. The convolution alone, with its gradients, takes 0.19 ms here and 0.19 to 0.26 ms in oneDNN
// (tests/bench/bench_libraries, one core with AVX-512). Compiled for several instruction sets; the fastest that the
// processor supports is used. Maps are channels-last: images × height × width × channels. Channels are multiples of
// `lanes`.

constexpr int lanes = 8;

struct MapSize
{
    int images = 0;
    int height = 0;
    int width = 0;

    [[nodiscard]] std::size_t points() const
    {
        return static_cast<std::size_t>(images) * static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
    }
    /// With a border on all sides.
    [[nodiscard]] MapSize padded(int border) const { return {images, height + 2 * border, width + 2 * border}; }
};

/// padded = max(x, 0) inside a border of zeros.
void rectifyPadded(const float* x, MapSize size, int channels, int border, float* padded);
/// gradient (without a border) = 0 where `padded` was cut by rectifyPadded().
void maskRectified(const float* padded, MapSize size, int channels, int border, float* gradient);

/// out = the convolution of `padded` (a border of kernel/2) with weights [kernel, kernel, inputs, outputs], stride 1.
void convolve(const float* padded, MapSize size, int inputs, int outputs, int kernel, const float* weights, float* out);
/// The weights with which convolve() computes the input's gradient from the output's.
void transposeWeights(const float* weights, int inputs, int outputs, int kernel, float* transposed);
/// weightGradient = that of convolve(); both maps have a border of kernel/2.
void convolveWeightGradient(const float* padded, const float* paddedGradient, MapSize size, int inputs, int outputs,
                            int kernel, float* weightGradient);

/// Mean and variance (with 1/n) of each of the columns of x (rows×columns).
void columnMoments(const float* x, std::size_t rows, int columns, float* mean, float* variance);
/// out = x·scale + shift, by column.
void scaleColumns(const float* x, std::size_t rows, int columns, const float* scale, const float* shift, float* out);
/// Backward pass of batch normalisation: from the gradient of its output to those of scale and shift, and to that of
/// its input x, written inside a border of zeros. `inverse` is 1/√(variance + ε).
void normaliseBackward(const float* gradient, const float* x, MapSize size, int channels, int border, const float* mean,
                       const float* inverse, const float* scale, float* scaleGradient, float* shiftGradient,
                       float* paddedGradient);

/// Average of the up to 9 points around each; points outside the map are ignored.
void averagePool(const float* x, MapSize size, int channels, float* out);
void averagePoolBackward(const float* gradient, MapSize size, int channels, float* out);

} // namespace inverso::kernels
