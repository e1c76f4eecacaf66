// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <memory>

namespace inverso {

/// Arch2Vec-BO (Yan et al. 2020; baselines.md): Bayesian optimisation over the embeddings of all cells, by the expected
/// improvement over the best label, predicted by DNGO. `settings` are those of resolved().
std::unique_ptr<SearchStrategy> createArch2vecBo(const SearchSettings& settings, QueryLedger& ledger);

} // namespace inverso
