// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <memory>

namespace inverso {

class LatentSpace;

/// Algorithm 1 of the thesis with either preset's model ("inn"), with its candidates drawn uniformly from the
/// unseen cells (the ablation of Tables 3 and 4, "inn-random"), or with the best of all of them ("enumerate", the upper
/// bound by enumeration). `settings` are those of resolved().
std::unique_ptr<SearchStrategy> createInnSearch(const SearchSettings& settings, QueryLedger& ledger,
                                                std::shared_ptr<const LatentSpace> latents);

} // namespace inverso
