// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <span>
#include <string>
#include <vector>

namespace inverso {

class StateArchive;

/// A Householder reflection of the codes after which the last axis is a ridge regression's prediction of the target. An
/// invertible network that starts near the identity then starts as that regression, and increasing its y at fixed z
/// moves a cell in the direction of better labels; training adds the non-linear part. (A data-dependent initialisation,
/// like that of the affine layers in Glow, Kingma & Dhariwal 2018.)
class AlignedAxes
{
public:
    AlignedAxes() = default;
    /// Fits `targets` by the rows of `codes` (n × D) with penalty `ridge` on the squared weights. Codes are
    /// centred over the space, so the intercept is the mean of the targets.
    AlignedAxes(const Matrix& codes, std::span<const float> targets, double ridge);

    /// n × D codes → n × D aligned codes, and back.
    [[nodiscard]] Matrix align(const Matrix& codes) const;
    [[nodiscard]] Matrix restore(const Matrix& aligned) const;

    /// Reflects differences of codes, without the offset and scale of the last axis.
    void reflect(Matrix& codes) const;

    void exchange(StateArchive& archive, const std::string& name);

private:
    std::vector<float> m_mirror; ///< unit normal of the reflection; empty: identity
    float m_slope = 1.0F;
    float m_offset = 0.0F;
};

} // namespace inverso
