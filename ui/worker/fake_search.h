// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"
#include "ui/worker/fake_engine.h"

#include <memory>

namespace inverso::ui {

/// The methods of the fake engine: "fake" with a model, "fake-free" without. `ledger` outlives it.
std::unique_ptr<SearchStrategy> makeFakeSearch(const FakeEngine::Settings& fake, const SearchSettings& settings,
                                               QueryLedger& ledger);

} // namespace inverso::ui
