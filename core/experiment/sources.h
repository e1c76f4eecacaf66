// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"
#include "core/experiment/run_record.h"

#include <memory>

namespace inverso {

/// The table of the catalogue for a plan's benchmark: `source` if it is given; otherwise the table of the space with
/// one of its data sets and the most cells. Null when there is none. Throws Error: `source` cannot be read or does not
/// have the data set.
std::shared_ptr<const Benchmark> findBenchmark(const PlanBenchmark& wanted);

/// The facts about a table that a report shows.
BenchmarkFacts factsOf(const Benchmark& benchmark);

} // namespace inverso
