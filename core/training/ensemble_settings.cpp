// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/ensemble_settings.h"

namespace inverso {

EnsembleSettings defaultEnsembleSettings(Purpose purpose)
{
    EnsembleSettings settings;
    if (purpose == Purpose::Inversion) {
        // Hundreds of labels from the whole space: the flow must be good enough to sample anywhere, with little weight
        // on non-functional axes. Some noise and few steps prevent over-fitting; more of either would lose the order of
        // similar cells.
        settings.firstSteps = 250;
        settings.flowWeight = 0.2;
        settings.labelDither = 0.07;
        settings.codes.restScale = 0.05;
        // With ranks alone, the few cells between the two clusters of accuracies, at 10 and at 60 %, would lie within
        // the noise.
        settings.rankTargets = 0.6;
    }
    return settings;
}

std::vector<SettingField> settingFields(EnsembleSettings& s)
{
    return {
        {"members", &s.members, 1, 64, INVERSO_TEXT("Settings", "invertible networks in the ensemble")},
        {"coupling_blocks", &s.network.blocks, 1, 32, INVERSO_TEXT("Settings", "coupling blocks of each network")},
        {"hidden_layers", &s.network.hiddenLayers, 1, 16, INVERSO_TEXT("Settings", "hidden layers of each subnet")},
        {"hidden_width", &s.network.hiddenWidth, 4, 1024, INVERSO_TEXT("Settings", "units of each hidden layer")},
        {"head_gain", &s.network.headGain, 0, 10,
         INVERSO_TEXT("Settings", "factor on the initial weights of the subnets' heads")},
        {"whiten", &s.codes.whiten, 0, 1,
         INVERSO_TEXT("Settings", "normalise the latents by their mean and covariance")},
        {"shaped", &s.codes.shaped, 0, 1,
         INVERSO_TEXT("Settings", "align the latent axes with the descriptors and scale them")},
        {"eigenvalue_floor", &s.codes.eigenvalueFloor, 1e-9, 1,
         INVERSO_TEXT("Settings", "weakest latent direction that is whitened fully")},
        {"descriptor_scale", &s.codes.descriptorScale, 0, 100,
         INVERSO_TEXT("Settings", "root mean square of the descriptor axes")},
        {"rest_scale", &s.codes.restScale, 0.01, 100, INVERSO_TEXT("Settings", "scale of the other axes")},
        {"rank_targets", &s.rankTargets, 0, 1,
         INVERSO_TEXT("Settings",
                      "share of the ranks' normal scores in the regression target; the rest is the accuracy")},
        {"align", &s.align, 0, 1, INVERSO_TEXT("Settings", "start from a ridge regression on the labels")},
        {"ridge", &s.ridge, 1e-6, 1e6, INVERSO_TEXT("Settings", "penalty of that regression")},
        {"learning_rate", &s.rate, 1e-6, 1, INVERSO_TEXT("Settings", "AdamW's learning rate")},
        {"weight_decay", &s.weightDecay, 0, 10, INVERSO_TEXT("Settings", "AdamW's decoupled weight decay")},
        {"first_steps", &s.firstSteps, 1, 100000, INVERSO_TEXT("Settings", "optimiser steps of the first fit")},
        {"round_steps", &s.roundSteps, 0, 100000, INVERSO_TEXT("Settings", "optimiser steps of each retraining")},
        {"warm_start", &s.warmStart, 0, 1, INVERSO_TEXT("Settings", "continue from the last round's weights")},
        {"batch", &s.batch, 2, 4096, INVERSO_TEXT("Settings", "labelled cells per step")},
        {"label_dither", &s.labelDither, 0, 10, INVERSO_TEXT("Settings", "noise on the labelled codes")},
        {"flow_weight", &s.flowWeight, 0, 100,
         INVERSO_TEXT("Settings", "weight of the likelihood of unlabelled cells")},
        {"flow_batch", &s.flowBatch, 1, 4096, INVERSO_TEXT("Settings", "unlabelled cells per step")},
        {"dither", &s.dither, 0, 10, INVERSO_TEXT("Settings", "noise on the codes under the likelihood")},
        {"confidence", &s.confidence, 0, 10,
         INVERSO_TEXT("Settings", "standard deviations added to the mean when choosing")},
        {"prior_share", &s.priorShare, 0, 1, INVERSO_TEXT("Settings", "share of proposals with z from the prior")},
        {"parents", &s.parents, 1, 1000, INVERSO_TEXT("Settings", "best labelled cells that proposals start from")},
        {"noise_low", &s.noiseLow, 0, 1, INVERSO_TEXT("Settings", "minimum share of noise in the z of proposals")},
        {"noise_high", &s.noiseHigh, 0, 1, INVERSO_TEXT("Settings", "maximum share of noise in the z of proposals")},
        {"raise", &s.raise, 0, 10, INVERSO_TEXT("Settings", "maximum increase of the y of proposals, in target units")},
        {"tries", &s.tries, 1, 100, INVERSO_TEXT("Settings", "batches of proposals per round")},
        {"draws", &s.draws, 1, 100000, INVERSO_TEXT("Settings", "proposals decoded in each batch")},
        {"caution", &s.caution, 0, 10,
         INVERSO_TEXT("Settings", "weight of the ensemble's standard deviation when generated cells are ordered")},
        {"clamp", &s.clamp, 0.1, 1000,
         INVERSO_TEXT("Settings", "limit of the codes, as a multiple of the cells' range")},
    };
}

} // namespace inverso
