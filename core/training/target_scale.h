// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace inverso {

/// Accuracy (percent) ↔ the number that the network learns.
///
/// Rank form: the normal score Φ⁻¹((rank − ½)/n) of the labelled accuracies, continued linearly beyond
/// both ends and between them by the empirical quantiles. Differences near the top, where labels crowd,
/// count as much as elsewhere. Raw form: the accuracy as a fraction 0…1 (the thesis).
class TargetScale
{
public:
    enum class Form { Raw, Rank };

    TargetScale() = default;
    /// `accuracies` in percent, at least one.
    TargetScale(Form form, std::span<const double> accuracies);

    [[nodiscard]] float toTarget(double percent) const;
    /// Strictly increasing inverse, clamped to 0…100.
    [[nodiscard]] double toPercent(double target) const;
    /// ∂percent/∂target there: turns deviations into points.
    [[nodiscard]] double slope(double target) const;

private:
    Form m_form = Form::Raw;
    std::vector<double> m_percents; ///< distinct, ascending
    std::vector<double> m_targets;  ///< their scores
};

} // namespace inverso
