// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <optional>
#include <span>
#include <vector>

namespace inverso {

/// Precisions of a Bayesian linear regression.
struct Precisions
{
    double weights = 1.0;  ///< α, of the prior N(0, I/α) of the weights
    double noise = 1000.0; ///< β, of the noise on the targets
};

/// Bayesian linear regression, targets = features · w + noise, with the posterior of w in closed form (Bishop 2006,
/// §3.3, 3.5). There is no constant feature.
class BayesianRegression
{
public:
    /// n × D features and n targets. Precisions that are not given are those of the highest evidence, found by MacKay's
    /// iteration within e^±10.
    BayesianRegression(const Matrix& features, std::span<const double> targets,
                       std::optional<Precisions> precisions = std::nullopt);

    [[nodiscard]] const Precisions& precisions() const { return m_precisions; }
    /// Logarithm of the density of the targets under the prior, at the precisions.
    [[nodiscard]] double logEvidence() const { return m_logEvidence; }

    struct Posterior
    {
        std::vector<float> mean;
        std::vector<float> deviation; ///< standard deviation of a new target, noise included
    };
    /// For each row of n × D features.
    [[nodiscard]] Posterior predict(const Matrix& features) const;

private:
    Precisions m_precisions;
    double m_logEvidence = 0.0;
    std::vector<float> m_mean; ///< D: of the weights
    Matrix m_root;             ///< D × D: covariance of the weights = m_root · m_rootᵀ
};

} // namespace inverso
