// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <cstdint>

namespace inverso {

/// None of them is a default.
inline SearchSettings unusualSettings(std::uint64_t seed)
{
    SearchSettings settings;
    settings.method = "re";
    settings.model.preset = Preset::Thesis;
    settings.model.fineTune = FineTune::EndToEnd;
    settings.model.rankWeight = true;
    settings.seed = seed;
    settings.budget = 77;
    settings.initialTraining = 7;
    settings.initialValidation = 3;
    settings.model.overrides = {{"inn.blocks", "4"}, {"name with \"quotes\"", ""}};
    return settings;
}

} // namespace inverso
