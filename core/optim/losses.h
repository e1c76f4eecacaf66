// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <span>
#include <vector>

namespace inverso {

/// A loss and its gradient with respect to the network's output.
struct LossGradient
{
    double value = 0.0;
    Matrix gradient; ///< shape of the output
};

/// Maximum mean discrepancy between two samples of n rows (Gretton et al. 2012, biased estimate), kernel
/// k(d²) = Σ_a a²/(a² + d²) over the bandwidths (method.md §3). Gradient with respect to `sample`, whose
/// columns from `frozenFrom` on get none: the thesis makes z independent of y, so y is held fixed
/// (Ardizzone et al. block the same gradient).
LossGradient maximumMeanDiscrepancy(const Matrix& sample, const Matrix& reference, std::span<const double> bandwidths,
                                    std::size_t frozenFrom);

/// Rank-based weights, Eq. 10, 11: w_i = 1 / (k·n + rank_i), rank_i = labels of the mini-batch better than
/// label i. They are as in the equation, not normalised.
std::vector<float> rankWeights(std::span<const float> labels, double k);

/// Σ_i w_i · mean_j (output(i, j) − target(i, j))², over n rows. Without weights: the mean over rows.
LossGradient weightedSquaredError(const Matrix& output, const Matrix& target, std::span<const float> weights);

/// Σ_i (outputs_i − targets[rows_i])² of a mini-batch; `gradient` gets the gradient of the mean, one number per output.
double squaredErrors(std::span<const float> outputs, std::span<const float> targets, std::span<const std::size_t> rows,
                     std::vector<float>& gradient);

} // namespace inverso
