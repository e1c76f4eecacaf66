// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <memory>

namespace inverso {

/// AG-Net (Lukasik et al. 2022; baselines.md): a graph generator that learns from the better cells with more weight,
/// and a predictor that ranks the generated cells. `settings` are those of resolved().
std::unique_ptr<SearchStrategy> createAgNet(const SearchSettings& settings, QueryLedger& ledger);

} // namespace inverso
