// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/random.h"

namespace inverso {

/// Points around random centres (of unit spread, times `distance`), one cluster after the other in turn: point i is
/// in cluster i mod `clusters`.
inline Matrix clusteredPoints(std::size_t count, std::size_t dimension, std::size_t clusters, float distance,
                              std::uint64_t seed = 1)
{
    Rng rng(seed);
    Matrix centres(clusters, dimension);
    rng.fillNormal(centres.values);
    Matrix points(count, dimension);
    rng.fillNormal(points.values);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < dimension; ++j)
            points(i, j) += distance * centres(i % clusters, j);
    return points;
}

} // namespace inverso
