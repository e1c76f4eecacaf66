// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"
#include "core/live/training_journal.h"

#include <optional>
#include <stop_token>

namespace inverso {

/// A benchmark that trains the queried cells and reports the progress.
class TrainingBenchmark : public Benchmark
{
public:
    /// The label with all results of the training, and a report after each epoch (none if the result was known). Throws
    /// as label().
    [[nodiscard]] virtual TrainingRecord train(CellIndex cell, const EpochSink& report, std::stop_token stop) const = 0;
    /// The stored result of the cell; does not train.
    [[nodiscard]] virtual std::optional<TrainingRecord> find(CellIndex cell) const = 0;
};

} // namespace inverso
