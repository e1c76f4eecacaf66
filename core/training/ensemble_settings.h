// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"
#include "core/model/inn.h"
#include "core/model/latent_codes.h"
#include "core/model/model_choice.h"

#include <vector>

namespace inverso {

/// The default preset's model: an ensemble of small invertible networks on shaped latent codes.
struct EnsembleSettings
{
    InnSettings network{.dimension = 0, .blocks = 4, .hiddenLayers = 2, .hiddenWidth = 64, .headGain = 0.1};
    CodeSettings codes;
    int members = 5;
    double rankTargets = 1.0; ///< share of the ranks' normal scores in the target, see TargetScale
    bool align = true;        ///< start from a ridge regression, see AlignedAxes
    double ridge = 1.0;       ///< its penalty
    // Training
    double rate = 2e-3;
    double weightDecay = 1e-2;
    int firstSteps = 150;     ///< optimiser steps of the first fit
    int roundSteps = 30;      ///< of each later one
    bool warmStart = true;    ///< continue from the last round's weights; off: each round starts from new weights
    int batch = 64;           ///< labelled cells per step
    double labelDither = 0.0; ///< noise on the labelled codes, of each axis' spread: labels are noisy, too
    double flowWeight = 0.05; ///< of the negative log-likelihood of unlabelled codes, per dimension
    int flowBatch = 32;       ///< unlabelled cells per step
    double dither = 0.05;     ///< noise on the codes under the likelihood, of each axis' spread
    // Choice and generation
    double confidence = 0.5; ///< standard deviations added to the mean when choosing what to query
    double priorShare = 0.3; ///< of proposals with z ~ N(0, I); the rest start from the z of the best cells
    int parents = 10;        ///< best labelled cells to start from
    double noiseLow = 0.5;   ///< share of noise in their z: below about 0.5 a latent decodes to the same cell
    double noiseHigh = 0.85; ///< 1: all noise, that is the prior
    double raise = 0.5;      ///< maximum increase of their y, in target units
    int tries = 4;           ///< batches of proposals, with growing raise; later ones also start from the best proposed
    int draws = 400;         ///< proposals decoded in each
    double caution = 0.25;   ///< weight of the deviation in the order of cells for a target; more: surer, fewer cells
    double clamp = 0.7;      ///< limit of the codes, as a multiple of the cells' range along each axis
};

EnsembleSettings defaultEnsembleSettings(Purpose purpose);
/// Its settings by id, bound to `settings`.
std::vector<SettingField> settingFields(EnsembleSettings& settings);

} // namespace inverso
