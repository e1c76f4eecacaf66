// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/evaluation.h"

#include "core/base/error.h"
#include "core/base/statistics.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace inverso {

namespace {

constexpr double sweepStep = 0.5; // percent
constexpr int drawsPerTarget = 128;

/// Validation accuracies of all known cells, ascending.
std::vector<double> sortedAccuracies(const Benchmark& benchmark)
{
    std::vector<double> values;
    for (const CellIndex cell : knownCells(benchmark))
        values.push_back(benchmark.label(cell, {}).valid);
    if (values.empty())
        throw Error("The benchmark has no accuracies yet to measure inversion against; run a search first.");
    std::sort(values.begin(), values.end());
    return values;
}

double distanceToNearest(const std::vector<double>& sorted, double target)
{
    const auto above = std::lower_bound(sorted.begin(), sorted.end(), target);
    double distance = std::numeric_limits<double>::infinity();
    if (above != sorted.end())
        distance = *above - target;
    if (above != sorted.begin())
        distance = std::min(distance, target - *std::prev(above));
    return distance;
}

/// Inverts each target, keeps the cell with the lowest expected error and looks up its true accuracy.
InversionResult evaluateTargets(const FittedModel& fitted, const Benchmark& benchmark,
                                const std::vector<double>& sorted, const std::vector<double>& targets,
                                std::uint64_t seed, const ProgressSink& progress, std::stop_token stop)
{
    InversionResult result;
    result.rangeLow = sorted.front();
    result.rangeHigh = sorted.back();
    Rng rng = Rng(seed).split("inversion");
    InversionSettings settings;
    settings.count = drawsPerTarget;
    settings.draws = drawsPerTarget;
    std::vector<double> errors;
    std::unordered_set<CellIndex> distinct;
    double best = 0.0;
    // Each target is inverted twice: the second time from the prior alone.
    auto report = [&, done = 0.0]() mutable {
        if (progress)
            progress({"Inverting", ++done / (2.0 * static_cast<double>(targets.size())), {}});
    };
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Inversion inversion = fitted.model->invert(targets[i], settings, rng, stop);
        best += distanceToNearest(sorted, targets[i]);
        // Returning a cell whose label the model was fitted on is not generation: take the best new one. A cell that
        // is missing from the benchmark cannot be checked.
        const auto known = std::ranges::find_if(
            inversion.cells, [&](const InvertedCell& c) { return !c.labelled && benchmark.knows(c.cell); });
        if (known != inversion.cells.end()) {
            const double truth = benchmark.label(known->cell, stop).valid;
            result.points.push_back(
                {static_cast<float>(targets[i]), known->cell, known->predicted, static_cast<float>(truth)});
            errors.push_back(std::abs(targets[i] - truth));
            distinct.insert(known->cell);
        }
        report();
    }
    settings.priorShare = 1.0;
    int decoded = 0;
    int invalid = 0;
    for (const double target : targets) {
        const Inversion prior = fitted.model->invert(target, settings, rng, stop);
        decoded += prior.decodes.total;
        invalid += prior.decodes.invalid;
        report();
    }
    result.invalidShare = decoded ? static_cast<double>(invalid) / decoded : 0.0;
    result.distinctShare =
        errors.empty() ? 0.0 : static_cast<double>(distinct.size()) / static_cast<double>(errors.size());
    result.bestPossible = best / static_cast<double>(targets.size());
    result.mean = mean(errors);
    result.median = median(errors);
    result.p90 = quantile(errors, 0.9);
    return result;
}

} // namespace

RegressionResult evaluateRegression(const AccuracyModel& model, const Benchmark& benchmark,
                                    std::span<const CellIndex> cells)
{
    RegressionResult result;
    const auto predictions = model.predict(cells);
    std::vector<double> truths;
    std::vector<double> predicted;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!benchmark.knows(cells[i]))
            continue;
        truths.push_back(benchmark.label(cells[i], {}).valid);
        predicted.push_back(predictions[i].mean);
        result.points.push_back({cells[i], static_cast<float>(truths.back()), predictions[i].mean});
    }
    result.rmse = rootMeanSquaredError(predicted, truths);
    result.spearman = spearman(predicted, truths);
    result.kendall = kendall(predicted, truths);
    return result;
}

InversionResult evaluateInversionOnData(const FittedModel& fitted, const Benchmark& benchmark, int targets,
                                        std::uint64_t seed, const ProgressSink& progress, std::stop_token stop)
{
    const auto sorted = sortedAccuracies(benchmark);
    Rng rng = Rng(seed).split("targets");
    std::vector<double> drawn;
    for (int i = 0; i < targets; ++i)
        drawn.push_back(sorted[rng.below(sorted.size())]);
    return evaluateTargets(fitted, benchmark, sorted, drawn, seed, progress, stop);
}

InversionResult evaluateInversionSweep(const FittedModel& fitted, const Benchmark& benchmark, std::uint64_t seed,
                                       const ProgressSink& progress, std::stop_token stop)
{
    const auto sorted = sortedAccuracies(benchmark);
    std::vector<double> targets;
    for (int i = 0; i * sweepStep <= 100.0; ++i)
        if (i * sweepStep >= sorted.front() && i * sweepStep <= sorted.back())
            targets.push_back(i * sweepStep);
    if (targets.empty())
        throw Error("All cells of the benchmark reach the same accuracy: there is nothing to sweep.");
    return evaluateTargets(fitted, benchmark, sorted, targets, seed, progress, stop);
}

} // namespace inverso
