// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/fitting.h"

#include "core/base/error.h"
#include "core/base/thread_limit.h"
#include "core/training/create_model.h"
#include "core/training/model_settings.h"

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
    requireValid(settings.model, Purpose::Inversion);
    const ThreadLimit limit(settings.model.threads);
    const std::vector<CellIndex> known = knownCells(benchmark);
    const auto training = static_cast<std::size_t>(std::max(0, settings.training));
    const auto validation = static_cast<std::size_t>(std::max(0, settings.validation));
    const std::size_t tested = known.size() / 10;
    if (training < 2 || tested < 1 || training + validation + tested > known.size())
        throw SettingError(SettingError::Kind::Value, "labels",
                           std::to_string(settings.training) + "+" + std::to_string(settings.validation),
                           "at least 2 for training, and in total, with the 10 % kept for testing, at most the "
                               + std::to_string(known.size()) + " cells that the benchmark knows");
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
    auto trainable =
        createModel(settings.model, Purpose::Inversion, Rng(settings.seed).split("model").next(), std::move(latents));
    trainable->fit(labelCells(benchmark, fitted.training, stop), labelCells(benchmark, fitted.validation, stop),
                   progress, stop);
    fitted.model = std::move(trainable);
    return fitted;
}

} // namespace inverso
