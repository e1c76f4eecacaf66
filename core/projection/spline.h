// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace inverso {

/// The quintic B-spline on unit knots: it spreads a point to the six grid nodes around it on each axis, and
/// interpolates a field between them. Smooth enough that the field can be differentiated (Essmann et al. 1995,
/// "A smooth particle mesh Ewald method", section II; the recursion is de Boor's).
struct QuinticSpline
{
    static constexpr std::size_t nodes = 6;
    static constexpr std::size_t before = 2; ///< nodes left of the one at or below the point

    using Weights = std::array<float, 8>; ///< two zeros more than nodes: whole vector registers

    /// `t` in [0, 1): where the point is between two nodes. Weights sum to 1, slopes (per knot) to 0.
    static void evaluate(float t, Weights& weights, Weights& slopes)
    {
        std::array<float, nodes> w = {1.0F};
        for (std::size_t order = 2; order < nodes; ++order)
            raise(w, order, t);
        weights = {};
        slopes = {};
        for (std::size_t j = 0; j < nodes; ++j)
            slopes[j] = (j > 0 ? w[j - 1] : 0.0F) - (j + 1 < nodes ? w[j] : 0.0F);
        raise(w, nodes, t);
        for (std::size_t j = 0; j < nodes; ++j)
            weights[j] = w[j];
    }

    /// Its Fourier series over the knots at `cosine` of the angle: a grid field that was spread with the spline
    /// is divided by this, once for spreading and once for reading, so that the kernel is exact at the nodes.
    static double response(double cosine)
    {
        return (66.0 + 52.0 * cosine + 2.0 * (2.0 * cosine * cosine - 1.0)) / 120.0;
    }

private:
    static void raise(std::array<float, nodes>& w, std::size_t order, float t)
    {
        const float scale = 1.0F / static_cast<float>(order - 1);
        for (std::size_t j = order; j-- > 0;) {
            const float left = j > 0 ? (t + static_cast<float>(order - 1 - j)) * w[j - 1] : 0.0F;
            const float right = j + 1 < order ? (static_cast<float>(j + 1) - t) * w[j] : 0.0F;
            w[j] = scale * (left + right);
        }
    }
};

} // namespace inverso
