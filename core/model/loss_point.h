// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace inverso {

/// One value of one loss term, for the loss curves.
struct LossPoint
{
    std::string term; ///< "regression", "latent", "reverse", "likelihood", "validation", …
    int epoch = 0;    ///< running over the whole search
    float value = 0.0F;
};

} // namespace inverso
