// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/benchmark/benchmark.h"
#include "core/model/accuracy_model.h"
#include "core/search/fitting.h"

#include <memory>
#include <vector>

namespace inverso {

/// One point of the regression scatter, percent.
struct RegressionPoint
{
    CellIndex cell = 0;
    float truth = 0.0F;
    float predicted = 0.0F;
};

struct RegressionResult
{
    std::vector<RegressionPoint> points;
    double rmse = 0.0; ///< points
    double spearman = 0.0;
    double kendall = 0.0;
};

/// ŷ against y of cells that the benchmark knows.
RegressionResult evaluateRegression(const AccuracyModel& model, const Benchmark& benchmark,
                                    std::span<const CellIndex> cells);

/// One generated cell of the inversion scatter, percent.
struct InversionPoint
{
    float target = 0.0F;
    CellIndex cell = 0;
    float predicted = 0.0F;
    float truth = 0.0F; ///< NaN if the benchmark does not have the cell
};

/// Re-simulation errors |target − true accuracy|, in points.
struct InversionResult
{
    std::vector<InversionPoint> points;
    double mean = 0.0;
    double median = 0.0;
    double p90 = 0.0;
    double invalidShare = 0.0;  ///< of decodes from z ~ N(0, I)
    double distinctShare = 0.0; ///< of distinct cells among the points
    double bestPossible = 0.0;  ///< mean distance of the targets to the nearest existing accuracy
    double rangeLow = 0.0;      ///< accuracies that cells of the benchmark reach
    double rangeHigh = 0.0;
};

/// Targets drawn from the benchmark's own accuracies.
InversionResult evaluateInversionOnData(const FittedModel& fitted, const Benchmark& benchmark, int targets,
                                        std::uint64_t seed, const ProgressSink& progress, std::stop_token stop);
/// Targets 0…100 % in steps of 0.5 inside the range that cells reach.
InversionResult evaluateInversionSweep(const FittedModel& fitted, const Benchmark& benchmark, std::uint64_t seed,
                                       const ProgressSink& progress, std::stop_token stop);

} // namespace inverso
