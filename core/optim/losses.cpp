// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/losses.h"

#include <algorithm>

namespace inverso {

namespace {

double squaredDistance(std::span<const float> a, std::span<const float> b)
{
    float sum = 0.0F;
    for (std::size_t j = 0; j < a.size(); ++j)
        sum += (a[j] - b[j]) * (a[j] - b[j]);
    return sum;
}

/// Value of the kernel and its derivative with respect to d².
std::pair<double, double> kernel(double squared, std::span<const double> bandwidths)
{
    double value = 0.0;
    double slope = 0.0;
    for (const double a : bandwidths) {
        const double square = a * a;
        value += square / (square + squared);
        slope -= square / ((square + squared) * (square + squared));
    }
    return {value, slope};
}

void addScaledDifference(std::span<float> to, std::span<const float> a, std::span<const float> b, double factor)
{
    const auto scale = static_cast<float>(factor);
    for (std::size_t j = 0; j < to.size(); ++j)
        to[j] += scale * (a[j] - b[j]);
}

} // namespace

LossGradient maximumMeanDiscrepancy(const Matrix& sample, const Matrix& reference, std::span<const double> bandwidths,
                                    std::size_t frozenFrom)
{
    const std::size_t n = sample.rows;
    const double share = 1.0 / static_cast<double>(n * n);
    LossGradient loss{0.0, Matrix(n, sample.columns)};
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const auto own = kernel(squaredDistance(sample.row(i), sample.row(j)), bandwidths);
            const auto cross = kernel(squaredDistance(sample.row(i), reference.row(j)), bandwidths);
            const auto other = kernel(squaredDistance(reference.row(i), reference.row(j)), bandwidths);
            loss.value += share * (own.first + other.first - 2.0 * cross.first);
            // ∂d²/∂x_i = 2(x_i − x_j); in Σ_ij k(x_i, x_j) each row stands on both sides.
            addScaledDifference(loss.gradient.row(i), sample.row(i), sample.row(j), 4.0 * share * own.second);
            addScaledDifference(loss.gradient.row(i), sample.row(i), reference.row(j), -4.0 * share * cross.second);
        }
        const auto row = loss.gradient.row(i);
        std::fill(row.begin() + static_cast<std::ptrdiff_t>(frozenFrom), row.end(), 0.0F);
    }
    return loss;
}

std::vector<float> rankWeights(std::span<const float> labels, double k)
{
    const auto n = static_cast<double>(labels.size());
    std::vector<float> weights;
    weights.reserve(labels.size());
    for (const float label : labels) {
        const auto better = std::count_if(labels.begin(), labels.end(), [&](float other) { return other > label; });
        weights.push_back(static_cast<float>(1.0 / (k * n + static_cast<double>(better))));
    }
    return weights;
}

LossGradient weightedSquaredError(const Matrix& output, const Matrix& target, std::span<const float> weights)
{
    LossGradient loss{0.0, Matrix(output.rows, output.columns)};
    const auto columns = static_cast<double>(output.columns);
    for (std::size_t i = 0; i < output.rows; ++i) {
        const double weight = (weights.empty() ? 1.0 / static_cast<double>(output.rows) : weights[i]) / columns;
        for (std::size_t j = 0; j < output.columns; ++j) {
            const double error = output(i, j) - target(i, j);
            loss.value += weight * error * error;
            loss.gradient(i, j) = static_cast<float>(2.0 * weight * error);
        }
    }
    return loss;
}

double squaredErrors(std::span<const float> outputs, std::span<const float> targets, std::span<const std::size_t> rows,
                     std::vector<float>& gradient)
{
    gradient.resize(outputs.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const float error = outputs[i] - targets[rows[i]];
        sum += static_cast<double>(error) * error;
        gradient[i] = 2.0F * error / static_cast<float>(outputs.size());
    }
    return sum;
}

} // namespace inverso
