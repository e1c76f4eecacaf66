// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"

#include "core/base/sorted_order.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <numeric>

namespace inverso {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Pairs inside each run of equal neighbours of a sorted sequence.
template <typename Equal> double tiedPairs(std::size_t size, Equal equal)
{
    double pairs = 0.0;
    std::size_t run = 1;
    for (std::size_t i = 1; i <= size; ++i) {
        if (i < size && equal(i - 1, i)) {
            ++run;
        } else {
            pairs += 0.5 * static_cast<double>(run) * static_cast<double>(run - 1);
            run = 1;
        }
    }
    return pairs;
}

/// Sorts values[begin, end) and returns the number of exchanges of neighbours that this takes.
double mergeSortExchanges(std::span<double> values, std::vector<double>& scratch)
{
    if (values.size() < 2)
        return 0.0;
    const std::size_t half = values.size() / 2;
    double exchanges = mergeSortExchanges(values.first(half), scratch);
    exchanges += mergeSortExchanges(values.subspan(half), scratch);
    scratch.clear();
    std::size_t left = 0;
    std::size_t right = half;
    while (left < half || right < values.size()) {
        if (right == values.size() || (left < half && values[left] <= values[right])) {
            scratch.push_back(values[left++]);
        } else {
            exchanges += static_cast<double>(half - left);
            scratch.push_back(values[right++]);
        }
    }
    std::ranges::copy(scratch, values.begin());
    return exchanges;
}

double pearson(std::span<const double> a, std::span<const double> b)
{
    const double meanA = mean(a);
    const double meanB = mean(b);
    double ab = 0.0;
    double aa = 0.0;
    double bb = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - meanA) * (b[i] - meanB);
        aa += (a[i] - meanA) * (a[i] - meanA);
        bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa > 0.0 && bb > 0.0 ? ab / std::sqrt(aa * bb) : nan;
}

} // namespace

double mean(std::span<const double> values)
{
    return values.empty() ? nan
                          : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values)
{
    if (values.size() < 2)
        return 0.0;
    const double centre = mean(values);
    double sum = 0.0;
    for (const double value : values)
        sum += (value - centre) * (value - centre);
    return std::sqrt(sum / static_cast<double>(values.size() - 1));
}

double quantile(std::vector<double> values, double p)
{
    if (values.empty())
        return nan;
    std::ranges::sort(values);
    const double place = std::clamp(p, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

double rootMeanSquaredError(std::span<const double> a, std::span<const double> b)
{
    assert(a.size() == b.size());
    if (a.empty())
        return nan;
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(sum / static_cast<double>(a.size()));
}

std::vector<double> ranks(std::span<const double> values)
{
    const std::vector<std::size_t> order =
        sortedOrder(values.size(), [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
    std::vector<double> result(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        const double shared = 0.5 * static_cast<double>(begin + 1 + end); // the mean of begin+1 … end
        for (; begin < end; ++begin)
            result[order[begin]] = shared;
    }
    return result;
}

double spearman(std::span<const double> a, std::span<const double> b)
{
    assert(a.size() == b.size());
    return pearson(ranks(a), ranks(b));
}

double kendall(std::span<const double> a, std::span<const double> b)
{
    assert(a.size() == b.size());
    const std::size_t n = a.size();
    const std::vector<std::size_t> order =
        sortedOrder(n, [&](std::size_t i, std::size_t j) { return a[i] != a[j] ? a[i] < a[j] : b[i] < b[j]; });
    const auto sameA = [&](std::size_t i, std::size_t j) { return a[order[i]] == a[order[j]]; };
    const auto sameBoth = [&](std::size_t i, std::size_t j) { return sameA(i, j) && b[order[i]] == b[order[j]]; };
    const double pairs = 0.5 * static_cast<double>(n) * (static_cast<double>(n) - 1.0);
    const double tiedA = tiedPairs(n, sameA);
    const double tiedBoth = tiedPairs(n, sameBoth);

    std::vector<double> sorted(n);
    std::ranges::transform(order, sorted.begin(), [&](std::size_t i) { return b[i]; });
    std::vector<double> scratch;
    scratch.reserve(n);
    const double exchanges = mergeSortExchanges(sorted, scratch);
    const double tiedB = tiedPairs(n, [&](std::size_t i, std::size_t j) { return sorted[i] == sorted[j]; });

    const double scale = std::sqrt((pairs - tiedA) * (pairs - tiedB));
    return scale > 0.0 ? (pairs - tiedA - tiedB + tiedBoth - 2.0 * exchanges) / scale : nan;
}

double normalCdf(double x)
{
    return 0.5 * std::erfc(-x / std::numbers::sqrt2);
}

double normalQuantile(double p)
{
    if (p == 0.0 || p == 1.0)
        return p == 0.0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (!(p > 0.0 && p < 1.0))
        return nan;
    if (p == 0.5)
        return 0.0;
    if (p > 0.5)
        return -normalQuantile(1.0 - p);
    // Start: Abramowitz & Stegun 26.2.23 (error < 4.5e-4). Then Halley's method, cubic.
    const double t = std::sqrt(-2.0 * std::log(p));
    double x = (2.515517 + t * (0.802853 + t * 0.010328)) / (1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
    for (int i = 0; i < 3; ++i) {
        // Near the centre the difference to 1/2 keeps the digits that Φ(x) − p would lose.
        const double error = p > 0.25 ? 0.5 * std::erf(x / std::numbers::sqrt2) - (p - 0.5) : normalCdf(x) - p;
        const double step = error * std::sqrt(2.0 * std::numbers::pi) * std::exp(0.5 * x * x);
        x -= step / (1.0 + 0.5 * x * step);
    }
    return x;
}

} // namespace inverso
