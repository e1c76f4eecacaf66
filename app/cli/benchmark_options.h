// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"

#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace inverso::cli {

/// --space, --benchmark and --dataset of the commands that need accuracies.
class BenchmarkOptions
{
public:
    void addTo(CLI::App& command);
    /// Opens the benchmark of the options, or the first table found with the data set. Throws UsageError, Error,
    /// Cancelled.
    [[nodiscard]] std::shared_ptr<const Benchmark> open(const std::stop_token& stop) const;

    std::string space;     ///< empty: the table's
    std::string benchmark; ///< path, name, or live:IMAGES; empty: the first found
    std::string dataset;   ///< empty: the table's only one
};

/// The benchmark of that path or name: one data set of a table (its only one when `dataset` is empty), or live:IMAGES
/// for `space`. Throws UsageError, Error, Cancelled.
std::shared_ptr<const Benchmark> openBenchmark(const std::string& nameOrPath, const std::string& space,
                                               const std::string& dataset, const std::stop_token& stop);

/// The --space option of the commands that need no accuracies.
void addSpaceOption(CLI::App& command, std::string& space);
/// The --images option of the commands that train cells for real.
void addImagesOption(CLI::App& command, std::string& images);

} // namespace inverso::cli
