// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/benchmark/benchmark.h"
#include "core/model/accuracy_model.h"
#include "core/model/latent_space.h"
#include "core/model/model_choice.h"

#include <memory>
#include <vector>

namespace inverso {

/// How to fit a model on random labels for inversion and regression (method.md §6).
struct FitSettings
{
    ModelChoice model;
    int training = 350;
    int validation = 50;
    std::uint64_t seed = 0;
};

/// A fitted model with the split of the labels. Cells are those the benchmark knows, split by seed:
/// 10 % test, then training and validation from the rest.
struct FittedModel
{
    std::shared_ptr<const AccuracyModel> model;
    std::vector<CellIndex> training;
    std::vector<CellIndex> validation;
    std::vector<CellIndex> test;
};

/// Throws SettingError: the benchmark knows too few cells for these labels, or an override that the model does not
/// have; Cancelled on `stop`.
FittedModel fitOnRandomLabels(const FitSettings& settings, const Benchmark& benchmark,
                              std::shared_ptr<const LatentSpace> latents, const ProgressSink& progress,
                              std::stop_token stop);

} // namespace inverso
