// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/thesis_settings.h"

namespace inverso {

std::vector<SettingField> settingFields(ThesisSettings& s)
{
    return {
        {"coupling_blocks", &s.network.blocks, 1, 32, "coupling blocks of the network"},
        {"hidden_layers", &s.network.hiddenLayers, 1, 16, "hidden layers of each subnet"},
        {"hidden_width", &s.network.hiddenWidth, 4, 1024, "units of each hidden layer"},
        {"head_gain", &s.network.headGain, 0, 10, "factor on the initial weights of the subnets' heads"},
        {"regression_weight", &s.regressionWeight, 0, 1000, "weight of the regression loss"},
        {"latent_weight", &s.latentWeight, 0, 1000, "weight of the latent (MMD) loss"},
        {"reverse_weight", &s.reverseWeight, 0, 1000, "weight of the reverse loss"},
        {"label_noise", &s.labelNoise, 0, 1, "noise on y in the reverse loss"},
        {"one_step", &s.oneStep, 0, 1, "one optimiser step for all losses instead of two"},
        {"rank_smoothing", &s.rankSmoothing, 1e-9, 10, "k of the rank-based weights"},
        {"repeat", &s.repeat, 1, 1000, "times that each training label stands in an epoch"},
        {"batch", &s.batch, 2, 4096, "cells a step"},
        {"learning_rate", &s.rate, 1e-6, 1, "Adam's learning rate"},
        {"epochs", &s.epochs, 1, 100000, "most epochs of the first fit"},
        {"patience", &s.patience, 1, 10000, "epochs until the rate is cut"},
        {"stop_patience", &s.stopPatience, 1, 10000, "epochs until an early stop of the first fit"},
        {"retrain_epochs", &s.retrainEpochs, 1, 100000, "most epochs of a retraining"},
        {"retrain_stop_patience", &s.retrainStopPatience, 1, 10000, "epochs until an early stop of a retraining"},
        {"noise_tries", &s.noiseTries, 1, 1000, "batches decoded at each noise level"},
        {"generation_sigma", &s.generationSigma, 0, 10, "largest noise on a latent before decoding"},
    };
}

} // namespace inverso
