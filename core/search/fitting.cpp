// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/thread_limit.h"
#include "core/search/evaluation.h"
#include "core/training/trainable_model.h"

#include <algorithm>

namespace inverso {

namespace {

std::vector<LabelledCell> labelCells(const Benchmark& benchmark, std::span<const CellIndex> cells, std::stop_token stop)
{
    std::vector<LabelledCell> labelled;
    for (const CellIndex cell : cells)
        labelled.push_back({cell, benchmark.label(cell, stop).valid});
    return labelled;
}

} // namespace

FittedModel fitOnRandomLabels(const FitSettings& settings, const Benchmark& benchmark,
                              std::shared_ptr<const LatentSpace> latents, const ProgressSink& progress,
                              std::stop_token stop)
{
    const ThreadLimit limit(settings.threads);
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

} // namespace inverso
