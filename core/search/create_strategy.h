// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <memory>

namespace inverso {

class LatentSpace;
class QueryLedger;

/// A strategy ready for its first step(). `ledger` and `latents` outlive it; `latents` may be null for
/// methods that need no model. Throws UsageError.
std::unique_ptr<SearchStrategy> createStrategy(const SearchSettings& settings, QueryLedger& ledger,
                                               std::shared_ptr<const LatentSpace> latents);

} // namespace inverso
