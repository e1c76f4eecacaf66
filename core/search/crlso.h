// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <memory>

namespace inverso {

class LatentSpace;

/// CR-LSO (Rao et al. 2022; baselines.md): the latents of the best cells, with noise, take one step up the gradient of
/// an input-convex network and are decoded. The authors train the graph VAE together with that network on accuracies
/// predicted for all cells, which takes them 300 labels; here the latent space is the pre-trained one, made without
/// labels and kept fixed, so that far fewer initial labels are enough. `settings` are those of resolved().
std::unique_ptr<SearchStrategy> createCrlso(const SearchSettings& settings, QueryLedger& ledger,
                                            std::shared_ptr<const LatentSpace> latents);

} // namespace inverso
