// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <cstdint>
#include <filesystem>
#include <istream>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

/// A part of the file that was skipped.
struct SkippedRecord
{
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    std::string_view problem; ///< "its …", never ends
};

/// What a NAS-Bench-101 file holds at 108 epochs.
struct NasBench101Import
{
    static constexpr std::int64_t epochs = 108;
    static constexpr int runs = 3; ///< of every cell in the authors' file
    static constexpr std::size_t wholeSpace = 423624;

    /// The table as CSV, cells in the file's order: hash,vertices,adjacency_upper,ops,valid,test (percent, mean over
    /// the runs, six decimals), then `parameters` (trainable ones) and `seconds` (of training, mean over the runs):
    /// each column only where cells differ in it, since one value for all is what a file has that never knew; empty
    /// for a cell that lacks it.
    std::string table;
    std::size_t cells = 0;
    std::size_t records = 0;            ///< whole ones, other epochs included
    std::size_t otherEpochs = 0;        ///< of these
    std::size_t incomplete = 0;         ///< cells with fewer runs
    std::vector<SkippedRecord> skipped; ///< in the file's order
    struct CutOff
    {
        std::uint64_t offset = 0;  ///< of the record within which the file ends
        std::uint64_t missing = 0; ///< bytes, at least
    };
    std::optional<CutOff> cutOff;
};

/// Reads the authors' TFRecord file (nasbench_only108.tfrecord, or nasbench_full.tfrecord with 4, 12, 36 and 108
/// epochs) in about a hundred megabytes, whatever its size. Damaged records are left out and reported. Throws Error
/// naming the file: cannot be read, empty, no TFRecord file, none of NAS-Bench-101 or of 108 epochs; Cancelled.
NasBench101Import importNasBench101(const std::filesystem::path& path, const ProgressSink& progress = {},
                                    std::stop_token stop = {});
/// The same from the `size` bytes of a stream; `name` stands for the file in errors.
NasBench101Import importNasBench101(std::istream& stream, std::uint64_t size, const std::string& name,
                                    const ProgressSink& progress = {}, std::stop_token stop = {});

} // namespace inverso
