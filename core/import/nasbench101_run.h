// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace inverso {

/// A cell as a record of the NAS-Bench-101 file has it, and as its line of a table has it.
struct NasBench101FileCell
{
    static constexpr int mostVertices = 7;

    std::array<std::uint8_t, 16> hash = {}; ///< the record's own, not computed
    std::uint8_t vertices = 0;
    std::array<std::uint8_t, mostVertices> operations = {}; ///< places in operationNames()
    std::uint32_t edges = 0; ///< upper triangle, row by row without the diagonal, the first in the lowest bit

    static constexpr std::array<std::string_view, 5> operationNames()
    {
        return {"input", "output", "conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"};
    }
};

/// One training.
struct NasBench101Run
{
    std::int64_t epochs = 0;
    NasBench101FileCell cell;
    double valid = 0.0; ///< after the last epoch, a fraction
    double test = 0.0;
    std::optional<double> seconds; ///< of training
    std::optional<std::int32_t> parameters;
};

/// Reads a record of the authors' file: a JSON list of the cell's hash, the epochs, the adjacency matrix as digits, the
/// operations separated by commas, and a ModelMetrics message as base64. The matrix may be larger than the cell (padded
/// to 7 × 7). Fills `run` and returns an empty text, or what is wrong with the record ("its …"). If the run has another
/// number of epochs than `epochs`, only that number is filled in.
std::string_view readNasBench101Run(std::string_view record, std::int64_t epochs, NasBench101Run& run);

} // namespace inverso
