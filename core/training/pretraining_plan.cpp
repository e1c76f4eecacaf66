// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/pretraining_plan.h"

#include "core/base/error.h"
#include "core/base/setting.h"

namespace inverso {

namespace {

constexpr CellIndex manyCells = 100000;

PretrainingPlan presetPlan(const SearchSpace& space, const std::string& preset)
{
    PretrainingPlan plan;
    if (preset == "thesis")
        return plan;
    if (preset != "fast")
        throw UsageError("There is no pre-training preset '" + preset + "'. Known presets: fast, thesis.");
    plan.net.pairEdgeHead = true;
    plan.net.limitEdges = space.edgeLimit().has_value(); // a fifth of the draws would have an edge or two too many
    plan.net.descriptorWeight = 1.0;
    plan.net.ginOutput = 128;  // the printed 16 channels are too narrow to carry the descriptors as well
    plan.net.selfWeight = 1.0; // without it a vertex is not distinguished from its neighbours for some epochs
    plan.net.klWeight = 0.005;
    plan.net.noise = 0.4; // draws between cells decode to cells: 99.5 % valid at 0.2, 99.96 % here
    plan.schedule.epochs = 14;
    plan.schedule.batch = 128;
    plan.schedule.cosine = true;
    plan.schedule.rate = 3e-3;
    if (space.size() > manyCells) { // fewer passes, and batches wide enough for several cores
        plan.schedule.epochs = 8;
        plan.schedule.batch = 512;
        plan.schedule.parts = 4;
    }
    return plan;
}

} // namespace

std::vector<SettingField> settingFields(PretrainingPlan& plan)
{
    return {
        {"epochs", &plan.schedule.epochs, 1, 100000,
         INVERSO_TEXT("Settings", "maximum passes over the training cells")},
        {"batch", &plan.schedule.batch, 2, 4096, INVERSO_TEXT("Settings", "cells per step")},
        {"parts", &plan.schedule.parts, 1, 64,
         INVERSO_TEXT("Settings", "equal parts of a batch that are computed in parallel")},
        {"learning_rate", &plan.schedule.rate, 1e-6, 1, INVERSO_TEXT("Settings", "Adam's (peak) learning rate")},
        {"cosine", &plan.schedule.cosine, 0, 1,
         INVERSO_TEXT("Settings", "warm-up and cosine instead of the plateau rule")},
        {"plateau_patience", &plan.schedule.plateauPatience, 1, 1000,
         INVERSO_TEXT("Settings", "epochs until the rate is cut")},
        {"stop_patience", &plan.schedule.stopPatience, 1, 1000, INVERSO_TEXT("Settings", "epochs until an early stop")},
        {"hidden", &plan.net.hidden, 4, 1024, INVERSO_TEXT("Settings", "width of the GIN layers")},
        {"gin_layers", &plan.net.ginLayers, 1, 16, INVERSO_TEXT("Settings", "GIN layers")},
        {"gin_output", &plan.net.ginOutput, 4, 1024, INVERSO_TEXT("Settings", "width of the last GIN layer")},
        {"aggregations", &plan.net.aggregations, 1, 16, INVERSO_TEXT("Settings", "GIN layers that aggregate")},
        {"self_weight", &plan.net.selfWeight, 0, 10, INVERSO_TEXT("Settings", "initial epsilon of Eq. 5")},
        {"latent", &plan.net.latent, 1, 256, INVERSO_TEXT("Settings", "latent channels per vertex")},
        {"noise", &plan.net.noise, 0, 10, INVERSO_TEXT("Settings", "alpha of Eq. 4")},
        {"kl_weight", &plan.net.klWeight, 0, 100, INVERSO_TEXT("Settings", "gamma of Eq. 9")},
        {"pair_edge_head", &plan.net.pairEdgeHead, 0, 1,
         INVERSO_TEXT("Settings", "a separate logit for each pair of vertices")},
        {"limit_edges", &plan.net.limitEdges, 0, 1,
         INVERSO_TEXT("Settings", "cut the least probable edges beyond the space's limit")},
        {"descriptor_weight", &plan.net.descriptorWeight, 0, 100,
         INVERSO_TEXT("Settings", "weight of the descriptor head")},
    };
}

PretrainingPlan pretrainingPlan(const SearchSpace& space, const PretrainingSettings& settings)
{
    PretrainingPlan plan = presetPlan(space, settings.preset);
    applyOverrides(settings.overrides, settingFields(plan));
    return plan;
}

} // namespace inverso
