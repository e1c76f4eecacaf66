// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <memory>

namespace inverso {

/// BANANAS (White et al. 2021; baselines.md): mutations of the best cells, ranked by an ensemble of perceptrons on the
/// truncated path encoding with independent Thompson sampling. `settings` are those of resolved().
std::unique_ptr<SearchStrategy> createBananas(const SearchSettings& settings, QueryLedger& ledger);

} // namespace inverso
