// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace inverso {

/// A dense row-major matrix of floats. The parts of the core exchange it, so that LibTorch stays in their
/// implementation files.
struct Matrix
{
    Matrix() = default;
    Matrix(std::size_t rowCount, std::size_t columnCount)
        : rows(rowCount)
        , columns(columnCount)
        , values(rowCount * columnCount, 0.0F)
    {
    }

    std::span<float> row(std::size_t i) { return {values.data() + i * columns, columns}; }
    [[nodiscard]] std::span<const float> row(std::size_t i) const { return {values.data() + i * columns, columns}; }
    float& operator()(std::size_t i, std::size_t j) { return values[i * columns + j]; }
    float operator()(std::size_t i, std::size_t j) const { return values[i * columns + j]; }
    float* data() { return values.data(); }
    [[nodiscard]] const float* data() const { return values.data(); }

    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values;
};

} // namespace inverso
