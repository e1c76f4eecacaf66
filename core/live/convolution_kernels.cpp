// SPDX-License-Identifier: GPL-3.0-or-later
// Sums go over vectors of channels in a fixed order, so that a result depends on the instruction set only.
#include "core/live/convolution_kernels.h"

#include "core/base/instruction_sets.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#define INVERSO_INLINE __attribute__((always_inline)) inline

namespace inverso::kernels {

namespace {

// Vector types of the compiler; operations that the processor does not have are done in parts.
using Vector8 = float __attribute__((vector_size(32)));
using Vector16 = float __attribute__((vector_size(64)));

template <typename Vector> constexpr int lanesOf = static_cast<int>(sizeof(Vector) / sizeof(float));

template <typename Vector> INVERSO_INLINE void load(Vector& vector, const float* from)
{
    std::memcpy(&vector, from, sizeof vector);
}

template <typename Vector> INVERSO_INLINE void store(const Vector& vector, float* to)
{
    std::memcpy(to, &vector, sizeof vector);
}

// `points` neighbouring points of one row, one vector of output channels; `steps` = kernel·inputs values per row.
template <typename Vector, std::size_t... point>
INVERSO_INLINE void convolvePoints(std::index_sequence<point...>, const float* in, std::size_t rowStride, int inputs,
                                   int kernel, int outputs, const float* weights, float* out)
{
    Vector sums[sizeof...(point)] = {};
    const int steps = kernel * inputs;
    for (int dy = 0; dy < kernel; ++dy) {
        const float* row = in + static_cast<std::size_t>(dy) * rowStride;
        for (int step = 0; step < steps; ++step) {
            Vector weight;
            load(weight, weights);
            weights += outputs;
            ((sums[point] += weight * row[static_cast<int>(point) * inputs + step]), ...);
        }
    }
    (store(sums[point], out + static_cast<int>(point) * outputs), ...);
}

template <typename Vector, int points> INVERSO_INLINE void convolveSome(const float* in, std::size_t rowStride,
                                                                        int inputs, int kernel, int outputs,
                                                                        const float* weights, float* out)
{
    convolvePoints<Vector>(std::make_index_sequence<points>(), in, rowStride, inputs, kernel, outputs, weights, out);
}

template <typename Vector> INVERSO_INLINE void convolveBlock(const float* padded, MapSize size, int inputs, int outputs,
                                                             int kernel, const float* weights, float* out)
{
    const MapSize outer = size.padded(kernel / 2);
    const std::size_t rowStride = static_cast<std::size_t>(outer.width) * static_cast<std::size_t>(inputs);
    for (int image = 0; image < size.images; ++image) {
        for (int y = 0; y < size.height; ++y) {
            const float* in = padded + static_cast<std::size_t>(image * outer.height + y) * rowStride;
            float* to = out + static_cast<std::size_t>((image * size.height + y) * size.width * outputs);
            int left = size.width;
            for (; left >= 8; left -= 8, in += 8 * inputs, to += 8 * outputs)
                convolveSome<Vector, 8>(in, rowStride, inputs, kernel, outputs, weights, to);
            if (left == 7) {
                convolveSome<Vector, 7>(in, rowStride, inputs, kernel, outputs, weights, to);
                continue;
            }
            for (; left >= 4; left -= 4, in += 4 * inputs, to += 4 * outputs)
                convolveSome<Vector, 4>(in, rowStride, inputs, kernel, outputs, weights, to);
            for (; left >= 1; left -= 1, in += inputs, to += outputs)
                convolveSome<Vector, 1>(in, rowStride, inputs, kernel, outputs, weights, to);
        }
    }
}

// Eight inputs of one tap against one vector of outputs, over all points.
template <typename Vector, std::size_t... input>
INVERSO_INLINE void weightGradientBlock(std::index_sequence<input...>, const float* in, const float* gradient,
                                        MapSize size, MapSize outer, int inputs, int outputs, float* to)
{
    Vector sums[sizeof...(input)] = {};
    for (int image = 0; image < size.images; ++image) {
        for (int y = 0; y < size.height; ++y) {
            const auto first = static_cast<std::size_t>((image * outer.height + y) * outer.width);
            const float* value = in + first * static_cast<std::size_t>(inputs);
            const float* slope = gradient + first * static_cast<std::size_t>(outputs);
            for (int x = 0; x < size.width; ++x, value += inputs, slope += outputs) {
                Vector vector;
                load(vector, slope);
                ((sums[input] += vector * value[input]), ...);
            }
        }
    }
    (store(sums[input], to + static_cast<int>(input) * outputs), ...);
}

template <typename Vector>
INVERSO_INLINE void momentsBlock(const float* x, std::size_t rows, int columns, float* mean, float* variance)
{
    const float share = 1.0F / static_cast<float>(rows);
    Vector sum = {};
    Vector value;
    for (std::size_t row = 0; row < rows; ++row) {
        load(value, x + row * static_cast<std::size_t>(columns));
        sum += value;
    }
    const Vector middle = sum * share;
    Vector squares = {};
    for (std::size_t row = 0; row < rows; ++row) {
        load(value, x + row * static_cast<std::size_t>(columns));
        value -= middle;
        squares += value * value;
    }
    store(middle, mean);
    store(Vector(squares * share), variance);
}

// tmp = the sum of the rows above, at and below; out = the sum of its neighbouring points.
INVERSO_INLINE void boxSum(const float* image, int height, int width, int channels, float* column, float* out)
{
    const int row = width * channels;
    for (int y = 0; y < height; ++y) {
        const float* here = image + y * row;
        std::copy_n(here, row, column);
        if (y > 0)
            for (int i = 0; i < row; ++i)
                column[i] += here[i - row];
        if (y + 1 < height)
            for (int i = 0; i < row; ++i)
                column[i] += here[i + row];
        float* to = out + y * row;
        std::copy_n(column, row, to);
        for (int i = channels; i < row; ++i)
            to[i] += column[i - channels];
        for (int i = 0; i < row - channels; ++i)
            to[i] += column[i + channels];
    }
}

// 1 / (points within the map), per point and channel.
std::vector<float> inverseCounts(MapSize size, int channels)
{
    std::vector<float> inverse;
    const auto reach = [](int at, int end) { return 1 + (at > 0 ? 1 : 0) + (at + 1 < end ? 1 : 0); };
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            inverse.insert(inverse.end(), static_cast<std::size_t>(channels),
                           1.0F / static_cast<float>(reach(y, size.height) * reach(x, size.width)));
    return inverse;
}

} // namespace

INVERSO_CLONES void rectifyPadded(const float* x, MapSize size, int channels, int border, float* padded)
{
    const int row = size.width * channels;
    const int edge = border * channels;
    const int outerRow = row + 2 * edge;
    for (int image = 0; image < size.images; ++image) {
        std::fill_n(padded, border * outerRow, 0.0F);
        padded += border * outerRow;
        for (int y = 0; y < size.height; ++y, x += row, padded += outerRow) {
            std::fill_n(padded, edge, 0.0F);
            for (int i = 0; i < row; ++i)
                padded[edge + i] = x[i] < 0.0F ? 0.0F : x[i]; // NaN stays, so that it is detected
            std::fill_n(padded + edge + row, edge, 0.0F);
        }
        std::fill_n(padded, border * outerRow, 0.0F);
        padded += border * outerRow;
    }
}

INVERSO_CLONES void maskRectified(const float* padded, MapSize size, int channels, int border, float* gradient)
{
    const int row = size.width * channels;
    const int outerRow = row + 2 * border * channels;
    for (int image = 0; image < size.images; ++image) {
        const float* in =
            padded
            + static_cast<std::size_t>(image * (size.height + 2 * border) + border) * static_cast<std::size_t>(outerRow)
            + border * channels;
        for (int y = 0; y < size.height; ++y, in += outerRow, gradient += row)
            for (int i = 0; i < row; ++i)
                gradient[i] = in[i] > 0.0F ? gradient[i] : 0.0F;
    }
}

INVERSO_CLONES void convolve(const float* padded, MapSize size, int inputs, int outputs, int kernel,
                             const float* weights, float* out)
{
    int block = 0;
    for (; block + 16 <= outputs; block += 16)
        convolveBlock<Vector16>(padded, size, inputs, outputs, kernel, weights + block, out + block);
    for (; block + 8 <= outputs; block += 8)
        convolveBlock<Vector8>(padded, size, inputs, outputs, kernel, weights + block, out + block);
}

void transposeWeights(const float* weights, int inputs, int outputs, int kernel, float* transposed)
{
    const int taps = kernel * kernel;
    for (int tap = 0; tap < taps; ++tap)
        for (int input = 0; input < inputs; ++input)
            for (int output = 0; output < outputs; ++output)
                transposed[((taps - 1 - tap) * outputs + output) * inputs + input] =
                    weights[(tap * inputs + input) * outputs + output];
}

INVERSO_CLONES void convolveWeightGradient(const float* padded, const float* paddedGradient, MapSize size, int inputs,
                                           int outputs, int kernel, float* weightGradient)
{
    const int border = kernel / 2;
    const MapSize outer = size.padded(border);
    const float* gradient = paddedGradient + static_cast<std::size_t>((border * outer.width + border) * outputs);
    constexpr auto eight = std::make_index_sequence<8>();
    for (int tap = 0; tap < kernel * kernel; ++tap) {
        const float* shifted = padded + static_cast<std::size_t>((tap / kernel * outer.width + tap % kernel) * inputs);
        for (int input = 0; input < inputs; input += 8) {
            float* to = weightGradient + static_cast<std::size_t>((tap * inputs + input) * outputs);
            int block = 0;
            for (; block + 16 <= outputs; block += 16)
                weightGradientBlock<Vector16>(eight, shifted + input, gradient + block, size, outer, inputs, outputs,
                                              to + block);
            for (; block + 8 <= outputs; block += 8)
                weightGradientBlock<Vector8>(eight, shifted + input, gradient + block, size, outer, inputs, outputs,
                                             to + block);
        }
    }
}

INVERSO_CLONES void columnMoments(const float* x, std::size_t rows, int columns, float* mean, float* variance)
{
    for (int block = 0; block < columns; block += lanes)
        momentsBlock<Vector8>(x + block, rows, columns, mean + block, variance + block);
}

INVERSO_CLONES void scaleColumns(const float* x, std::size_t rows, int columns, const float* scale, const float* shift,
                                 float* out)
{
    for (int block = 0; block < columns; block += lanes) {
        Vector8 factor;
        Vector8 offset;
        load(factor, scale + block);
        load(offset, shift + block);
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t at = row * static_cast<std::size_t>(columns) + static_cast<std::size_t>(block);
            Vector8 value;
            load(value, x + at);
            value = value * factor + offset;
            store(value, out + at);
        }
    }
}

INVERSO_CLONES void normaliseBackward(const float* gradient, const float* x, MapSize size, int channels, int border,
                                      const float* mean, const float* inverse, const float* scale, float* scaleGradient,
                                      float* shiftGradient, float* paddedGradient)
{
    const std::size_t rows = size.points();
    const float share = 1.0F / static_cast<float>(rows);
    const MapSize outer = size.padded(border);
    if (border > 0)
        std::fill_n(paddedGradient, outer.points() * static_cast<std::size_t>(channels), 0.0F);
    for (int block = 0; block < channels; block += lanes) {
        Vector8 middle;
        Vector8 factor;
        Vector8 weight;
        Vector8 slope;
        Vector8 value;
        load(middle, mean + block);
        load(factor, inverse + block);
        load(weight, scale + block);
        Vector8 slopes = {};
        Vector8 products = {};
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t at = row * static_cast<std::size_t>(channels) + static_cast<std::size_t>(block);
            load(slope, gradient + at);
            load(value, x + at);
            slopes += slope;
            products += slope * (value - middle);
        }
        products *= factor;
        store(products, scaleGradient + block);
        store(slopes, shiftGradient + block);
        // gradient of x = weight·factor·(slope − mean slope − x̂·mean product) = a·slope + b·x + c
        const Vector8 a = weight * factor;
        const Vector8 b = -a * products * factor * share;
        const Vector8 c = -a * slopes * share - b * middle;
        std::size_t at = static_cast<std::size_t>(block);
        for (int image = 0; image < size.images; ++image) {
            for (int y = 0; y < size.height; ++y) {
                float* to =
                    paddedGradient
                    + static_cast<std::size_t>(((image * outer.height + y + border) * outer.width + border) * channels)
                    + block;
                for (int i = 0; i < size.width; ++i, at += static_cast<std::size_t>(channels), to += channels) {
                    load(slope, gradient + at);
                    load(value, x + at);
                    slope = a * slope + b * value + c;
                    store(slope, to);
                }
            }
        }
    }
}

INVERSO_CLONES void averagePool(const float* x, MapSize size, int channels, float* out)
{
    const std::vector<float> inverse = inverseCounts(size, channels);
    const std::size_t area = inverse.size();
    std::vector<float> column(static_cast<std::size_t>(size.width * channels));
    for (int image = 0; image < size.images; ++image, x += area, out += area) {
        boxSum(x, size.height, size.width, channels, column.data(), out);
        for (std::size_t i = 0; i < area; ++i)
            out[i] *= inverse[i];
    }
}

INVERSO_CLONES void averagePoolBackward(const float* gradient, MapSize size, int channels, float* out)
{
    const std::vector<float> inverse = inverseCounts(size, channels);
    const std::size_t area = inverse.size();
    std::vector<float> scaled(area);
    std::vector<float> column(static_cast<std::size_t>(size.width * channels));
    for (int image = 0; image < size.images; ++image, gradient += area, out += area) {
        for (std::size_t i = 0; i < area; ++i)
            scaled[i] = gradient[i] * inverse[i];
        boxSum(scaled.data(), size.height, size.width, channels, column.data(), out);
    }
}

} // namespace inverso::kernels
