// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/target_scale.h"

#include "core/base/statistics.h"

#include <algorithm>

namespace inverso {

namespace {

/// Piecewise-linear map through (x, y), both ascending, continued beyond the ends by a mean slope.
double interpolate(const std::vector<double>& x, const std::vector<double>& y, double at)
{
    if (x.size() == 1)
        return y[0] + (at - x[0]);
    // The end segments alone are noisy: continue with the slope over the outer fifth.
    const std::size_t outer = std::clamp<std::size_t>(x.size() / 5, 1, x.size() - 1);
    const auto slopeOver = [&](std::size_t i, std::size_t j) { return (y[j] - y[i]) / (x[j] - x[i]); };
    if (at <= x.front())
        return y.front() + (at - x.front()) * slopeOver(0, outer);
    if (at >= x.back())
        return y.back() + (at - x.back()) * slopeOver(x.size() - 1 - outer, x.size() - 1);
    const auto above = std::upper_bound(x.begin(), x.end(), at);
    const auto i = static_cast<std::size_t>(above - x.begin());
    return y[i - 1] + (at - x[i - 1]) * slopeOver(i - 1, i);
}

} // namespace

TargetScale::TargetScale(double rankShare, std::span<const double> accuracies)
{
    const auto order = ranks(accuracies);
    const auto n = static_cast<double>(accuracies.size());
    const double middle = mean(accuracies);
    const double spread = standardDeviation(accuracies);
    std::vector<std::pair<double, double>> points;
    for (std::size_t i = 0; i < accuracies.size(); ++i) {
        const double score = normalQuantile((order[i] - 0.5) / n);
        const double standardised = spread > 0.0 ? (accuracies[i] - middle) / spread : 0.0;
        points.emplace_back(accuracies[i], rankShare * score + (1.0 - rankShare) * standardised);
    }
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    for (const auto& [percent, target] : points) {
        m_percents.push_back(percent);
        m_targets.push_back(target);
    }
}

float TargetScale::toTarget(double percent) const
{
    return static_cast<float>(interpolate(m_percents, m_targets, percent));
}

double TargetScale::toPercent(double target) const
{
    return std::clamp(interpolate(m_targets, m_percents, target), 0.0, 100.0);
}

double TargetScale::slope(double target) const
{
    constexpr double step = 0.05;
    return (toPercent(target + step) - toPercent(target - step)) / (2 * step);
}

} // namespace inverso
