// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace inverso {

/// Accuracy (percent) ↔ the number that the network learns.
///
/// A mix of two scales, each of about unit spread over the labels: the normal score Φ⁻¹((rank − ½)/n), in which
/// differences near the top, where labels are dense, have the same weight as elsewhere; and the standardised accuracy,
/// in which ranges with few cells keep their width. Linear between the labels, and beyond both ends.
class TargetScale
{
public:
    TargetScale() = default;
    /// `accuracies` in percent, at least one; `rankShare` of the normal scores in the mix, 0…1.
    TargetScale(double rankShare, std::span<const double> accuracies);

    [[nodiscard]] float toTarget(double percent) const;
    /// Strictly increasing inverse, clamped to 0…100.
    [[nodiscard]] double toPercent(double target) const;
    /// ∂percent/∂target at this point: converts deviations to percentage points.
    [[nodiscard]] double slope(double target) const;

private:
    std::vector<double> m_percents; ///< distinct, ascending
    std::vector<double> m_targets;  ///< their targets
};

} // namespace inverso
