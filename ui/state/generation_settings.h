// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace inverso::ui {

/// The target accuracy and the parameters of a generation.
struct GenerationSettings
{
    double target = 0.0;    ///< percent
    int count = 32;         ///< cells wanted
    double noise = 0.8;     ///< InversionSettings::noise
    std::uint64_t seed = 0; ///< 0: a new one each time, derived from the run's
};

} // namespace inverso::ui
