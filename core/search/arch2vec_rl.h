// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <memory>

namespace inverso {

/// Arch2Vec-RL (Yan et al. 2020; baselines.md): a recurrent policy walks through the embeddings of all cells. At each
/// step the cell without a label nearest to the policy's point is queried, and the walk continues from its embedding. A
/// round is a walk of SearchSettings::topK cells, from which the policy then learns: rewards are accuracies minus a
/// moving mean that starts at 0.95. It does not predict accuracies. `settings` are those of resolved().
std::unique_ptr<SearchStrategy> createArch2vecRl(const SearchSettings& settings, QueryLedger& ledger);

} // namespace inverso
