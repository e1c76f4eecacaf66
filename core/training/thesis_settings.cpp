// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/thesis_settings.h"

namespace inverso {

std::vector<SettingField> settingFields(ThesisSettings& s)
{
    return {
        {"coupling_blocks", &s.network.blocks, 1, 32, INVERSO_TEXT("Settings", "coupling blocks of the network")},
        {"hidden_layers", &s.network.hiddenLayers, 1, 16, INVERSO_TEXT("Settings", "hidden layers of each subnet")},
        {"hidden_width", &s.network.hiddenWidth, 4, 1024, INVERSO_TEXT("Settings", "units of each hidden layer")},
        {"head_gain", &s.network.headGain, 0, 10,
         INVERSO_TEXT("Settings", "factor on the initial weights of the subnets' heads")},
        {"regression_weight", &s.regressionWeight, 0, 1000, INVERSO_TEXT("Settings", "weight of the regression loss")},
        {"latent_weight", &s.latentWeight, 0, 1000, INVERSO_TEXT("Settings", "weight of the latent (MMD) loss")},
        {"reverse_weight", &s.reverseWeight, 0, 1000, INVERSO_TEXT("Settings", "weight of the reverse loss")},
        {"label_noise", &s.labelNoise, 0, 1, INVERSO_TEXT("Settings", "noise on y in the reverse loss")},
        {"one_step", &s.oneStep, 0, 1, INVERSO_TEXT("Settings", "one optimiser step for all losses instead of two")},
        {"rank_smoothing", &s.rankSmoothing, 1e-9, 10, INVERSO_TEXT("Settings", "k of the rank-based weights")},
        {"repeat", &s.repeat, 1, 1000, INVERSO_TEXT("Settings", "repetitions of each training label per epoch")},
        {"batch", &s.batch, 2, 4096, INVERSO_TEXT("Settings", "cells per step")},
        {"learning_rate", &s.rate, 1e-6, 1, INVERSO_TEXT("Settings", "Adam's learning rate")},
        {"epochs", &s.epochs, 1, 100000, INVERSO_TEXT("Settings", "maximum epochs of the first fit")},
        {"patience", &s.patience, 1, 10000, INVERSO_TEXT("Settings", "epochs until the rate is cut")},
        {"stop_patience", &s.stopPatience, 1, 10000,
         INVERSO_TEXT("Settings", "epochs until an early stop of the first fit")},
        {"retrain_epochs", &s.retrainEpochs, 1, 100000, INVERSO_TEXT("Settings", "maximum epochs of a retraining")},
        {"retrain_stop_patience", &s.retrainStopPatience, 1, 10000,
         INVERSO_TEXT("Settings", "epochs until an early stop of a retraining")},
        {"noise_tries", &s.noiseTries, 1, 1000, INVERSO_TEXT("Settings", "batches decoded at each noise level")},
        {"generation_sigma", &s.generationSigma, 0, 10,
         INVERSO_TEXT("Settings", "largest noise on a latent before decoding")},
    };
}

} // namespace inverso
