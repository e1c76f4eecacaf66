// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"

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
    /// Opens what the options name, or the first table that is found. Throws UsageError, Error.
    [[nodiscard]] std::shared_ptr<const TableBenchmark> open() const;

    std::string space;     ///< empty: the table's
    std::string benchmark; ///< path or name; empty: the first found
    std::string dataset;   ///< empty: the table's only one
};

/// The --space option of the commands that need no accuracies.
void addSpaceOption(CLI::App& command, std::string& space);

} // namespace inverso::cli
