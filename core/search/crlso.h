// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting_field.h"
#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <memory>
#include <vector>

namespace inverso {

/// Expert settings of CR-LSO. Lengths in the latent are in units of its standard deviation over the cells of the space,
/// for the authors' latent has another scale than ours.
struct CrlsoSettings
{
    int firstEpochs = 300;   ///< on the initial labels
    double firstRate = 1e-3; ///< Adam's, then
    int roundEpochs = 50;    ///< after each round
    double roundRate = 1e-4; ///< Adam's, then
    double noise = 0.8; ///< standard deviation of the noise on the best latents; the authors': 0.5, in their latent
    double step = 0.2;  ///< of the gradient, and by how much it grows with every try that gave no new cell
    int tries = 200;    ///< at most, for each new cell
};
/// What can be set by name, bound to `settings`.
std::vector<SettingField> settingFields(CrlsoSettings& settings);

/// CR-LSO (Rao et al. 2022; baselines.md): the latents of the best cells, with noise, take one step up the gradient of
/// an input-convex network and are decoded. The authors train the graph VAE along with that network on the accuracies
/// that a predictor gives to all cells, which takes them 300 labels; here the latent is the pre-trained one, made
/// without labels, and stays as it is, so that far fewer initial labels do. `settings` as of resolved(). Throws
/// UsageError for an unknown or impossible override.
std::unique_ptr<SearchStrategy> createCrlso(const SearchSettings& settings, QueryLedger& ledger,
                                            std::shared_ptr<const LatentSpace> latents);

} // namespace inverso
