// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace inverso {

double mean(std::span<const double> values);
/// Sample standard deviation (n − 1); 0 for fewer than two values.
double standardDeviation(std::span<const double> values);
/// Linear interpolation between order statistics, p in 0…1; NaN when empty.
double quantile(std::vector<double> values, double p);
double median(std::vector<double> values);

/// Root mean squared error of two equally long series.
double rootMeanSquaredError(std::span<const double> a, std::span<const double> b);
/// Spearman's ρ with mean ranks for ties.
double spearman(std::span<const double> a, std::span<const double> b);
/// Kendall's τ-b (ties corrected), Knight's O(n log n) algorithm.
double kendall(std::span<const double> a, std::span<const double> b);

/// Ranks 1…n, ties share their mean rank.
std::vector<double> ranks(std::span<const double> values);
/// The standard normal quantile function Φ⁻¹(p), 0 < p < 1, |relative error| < 1e-9.
double normalQuantile(double p);
/// The standard normal distribution function Φ(x).
double normalCdf(double x);

} // namespace inverso
