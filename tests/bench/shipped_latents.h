// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/latent_space.h"
#include "core/model/weights.h"

namespace inverso::bench {

constexpr std::size_t neighbourCount = 91; ///< of perplexity 30

/// The latents of the 15,625 cells of NAS-Bench-201 that are shipped.
inline const Matrix& latents()
{
    static const Matrix means = LatentSpace::load(findWeights("nasbench201", "default"))->means();
    return means;
}

} // namespace inverso::bench
