// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/evaluation.h"

#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/training/trainable_model.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace inverso {

namespace {

constexpr double sweepStep = 0.5; // percent
constexpr int drawsPerTarget = 128;

std::vector<CellIndex> knownCells(const Benchmark& benchmark)
{
    std::vector<CellIndex> cells;
    for (CellIndex cell = 0; cell < benchmark.space().size(); ++cell)
        if (benchmark.knows(cell))
            cells.push_back(cell);
    return cells;
}

std::vector<LabelledCell> labelCells(const Benchmark& benchmark, std::span<const CellIndex> cells, std::stop_token stop)
{
    std::vector<LabelledCell> labelled;
    for (const CellIndex cell : cells)
        labelled.push_back({cell, benchmark.label(cell, stop).valid});
    return labelled;
}

/// Validation accuracies of all known cells, ascending.
std::vector<double> sortedAccuracies(const Benchmark& benchmark)
{
    std::vector<double> values;
    for (const CellIndex cell : knownCells(benchmark))
        values.push_back(benchmark.label(cell, {}).valid);
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

/// Inverts each target, keeps the cell whose prediction is nearest and looks up what it really reaches.
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
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Inversion inversion = fitted.model->invert(targets[i], settings, rng, stop);
        best += distanceToNearest(sorted, targets[i]);
        // Giving back a cell whose label the model was fitted on is no generation: take the best new one. A cell
        // that the benchmark lacks cannot be checked.
        const auto known = std::ranges::find_if(
            inversion.cells, [&](const InvertedCell& c) { return !c.labelled && benchmark.knows(c.cell); });
        if (known != inversion.cells.end()) {
            const double truth = benchmark.label(known->cell, stop).valid;
            result.points.push_back(
                {static_cast<float>(targets[i]), known->cell, known->predicted, static_cast<float>(truth)});
            errors.push_back(std::abs(targets[i] - truth));
            distinct.insert(known->cell);
        }
        if (progress)
            progress({"Inverting", static_cast<double>(i + 1) / static_cast<double>(targets.size()), {}});
    }
    settings.priorShare = 1.0;
    int decoded = 0;
    int invalid = 0;
    for (const double target : targets) {
        const Inversion prior = fitted.model->invert(target, settings, rng, stop);
        decoded += prior.decoded;
        invalid += prior.invalid;
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

FittedModel fitOnRandomLabels(const FitSettings& settings, const Benchmark& benchmark,
                              std::shared_ptr<const LatentSpace> latents, const ProgressSink& progress,
                              std::stop_token stop)
{
    const std::vector<CellIndex> known = knownCells(benchmark);
    const auto training = static_cast<std::size_t>(std::max(0, settings.training));
    const auto validation = static_cast<std::size_t>(std::max(0, settings.validation));
    const std::size_t tested = known.size() / 10;
    if (training < 2 || tested < 1 || training + validation + tested > known.size())
        throw UsageError(
            "--labels is " + std::to_string(settings.training) + "+" + std::to_string(settings.validation)
            + "; allowed: at least 2 for training, and together with the tenth kept for testing no more than the "
            + std::to_string(known.size()) + " cells that the benchmark knows.");
    const auto order = Rng(settings.seed).split("split").sample(known.size(), known.size());
    FittedModel fitted;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const CellIndex cell = known[order[i]];
        if (i < tested)
            fitted.test.push_back(cell);
        else if (i < tested + training)
            fitted.training.push_back(cell);
        else if (i < tested + training + validation)
            fitted.validation.push_back(cell);
    }
    ModelSettings model;
    model.preset = settings.preset;
    model.fineTune = settings.fineTune;
    model.rankWeight = settings.rankWeight;
    model.seed = Rng(settings.seed).split("model").next();
    model.threads = settings.threads;
    model.purpose = ModelSettings::Purpose::Inversion;
    model.overrides = settings.overrides;
    auto trainable = createModel(model, std::move(latents));
    trainable->fit(labelCells(benchmark, fitted.training, stop), labelCells(benchmark, fitted.validation, stop),
                   progress, stop);
    fitted.model = std::move(trainable);
    return fitted;
}

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
