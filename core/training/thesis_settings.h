// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"
#include "core/model/inn.h"

#include <vector>

namespace inverso {

/// The thesis preset's model: one invertible network on the flattened μ, raw accuracies (Tables 11–14;
/// method.md §3–5). The initial values are the printed ones.
struct ThesisSettings
{
    InnSettings network{.dimension = 0, .blocks = 4, .hiddenLayers = 4, .hiddenWidth = 128, .headGain = 1.0};
    double regressionWeight = 5.0;
    double latentWeight = 1.0;
    double reverseWeight = 10.0;
    double labelNoise = 1e-4;    ///< on y in the reverse loss
    bool oneStep = false;        ///< one optimiser step for all losses, instead of the reference's two
    bool rankWeight = false;     ///< Eq. 10, 11 in the regression and reverse losses
    double rankSmoothing = 1e-3; ///< k of Eq. 10 (the reference: 1e-2)
    int repeat = 20;             ///< repetitions of each training label per epoch
    int batch = 64;
    double rate = 1e-3;
    int epochs = 500;      ///< of the first fit
    int patience = 25;     ///< epochs until the rate is cut, first fit
    int stopPatience = 50; ///< epochs until an early stop, first fit
    int retrainEpochs = 50;
    int retrainStopPatience = 10;
    int noiseTries = 10;          ///< batches decoded at each noise level
    double generationSigma = 0.1; ///< largest noise on a latent before decoding
};

/// Its settings by id, bound to `settings`.
std::vector<SettingField> settingFields(ThesisSettings& settings);

} // namespace inverso
