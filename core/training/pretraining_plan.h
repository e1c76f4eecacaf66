// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/gvae_settings.h"
#include "core/training/pretraining.h"

namespace inverso {

/// How a GVAE is pre-trained.
struct PretrainingSchedule
{
    int epochs = 500;
    int batch = 64;
    int parts = 1; ///< parts of a batch, each with its own batch statistics: the parallelism, for any number of cores
    double rate = 1e-3;
    bool cosine = false; ///< warm-up and cosine; else the plateau rule with early stop
    int plateauPatience = 50;
    int stopPatience = 100;
};

/// All settings of a pre-training that the user can change.
struct PretrainingPlan
{
    GvaeSettings net;
    PretrainingSchedule schedule;
};

/// Its settings by id, bound to `plan`.
std::vector<SettingField> settingFields(PretrainingPlan& plan);

/// The plan of a preset with its overrides. Throws UsageError: unknown preset, unknown or impossible override.
PretrainingPlan pretrainingPlan(const SearchSpace& space, const PretrainingSettings& settings);

} // namespace inverso
