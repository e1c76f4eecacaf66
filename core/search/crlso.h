// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <memory>

namespace inverso {

class LatentSpace;

/// CR-LSO (Rao et al. 2022; baselines.md): the latents of the best cells, with noise, take one step up the gradient of
/// an input-convex network and are decoded. The authors train the graph VAE along with that network on the accuracies
/// that a predictor gives to all cells, which takes them 300 labels; here the latent is the pre-trained one, made
/// without labels, and stays as it is, so that far fewer initial labels do. `settings` as of resolved().
std::unique_ptr<SearchStrategy> createCrlso(const SearchSettings& settings, QueryLedger& ledger,
                                            std::shared_ptr<const LatentSpace> latents);

} // namespace inverso
