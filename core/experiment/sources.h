// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"
#include "core/experiment/run_record.h"

#include <memory>

namespace inverso {

/// The table of the catalogue that a plan's benchmark means: `source` if it is given, else, of those of the space that
/// have one of its data sets, the one that knows most cells. Null when there is none. Throws Error: `source` cannot be
/// read or lacks the data set.
std::shared_ptr<const Benchmark> findBenchmark(const PlanBenchmark& wanted);

/// What a report says of a table.
BenchmarkFacts factsOf(const Benchmark& benchmark);

} // namespace inverso
