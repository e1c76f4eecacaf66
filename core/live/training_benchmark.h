// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"
#include "core/live/training_journal.h"

#include <optional>
#include <stop_token>

namespace inverso {

/// A benchmark that trains the cells it is asked for, and can be watched at it.
class TrainingBenchmark : public Benchmark
{
public:
    /// The label with everything that the training said, and a report after each epoch; none when the result was known.
    /// Throws as label().
    [[nodiscard]] virtual TrainingRecord train(CellIndex cell, const EpochSink& report, std::stop_token stop) const = 0;
    /// What is known of the cell without training.
    [[nodiscard]] virtual std::optional<TrainingRecord> find(CellIndex cell) const = 0;
};

} // namespace inverso
