// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/wilcoxon.h"

#include "core/base/sorted_order.h"
#include "core/base/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <numeric>

namespace inverso {

namespace {

constexpr int mostExact = 50; // 2^50 sign changes are still counted exactly in a double

/// P(rank sum ≤ w) when every sign is equally likely. Ranks are multiples of a half, so that doubled they are whole.
double exactShare(const std::vector<double>& ranksOfPairs, double w)
{
    std::vector<std::size_t> doubled;
    for (const double rank : ranksOfPairs)
        doubled.push_back(static_cast<std::size_t>(std::lround(2.0 * rank)));
    const std::size_t total = std::accumulate(doubled.begin(), doubled.end(), std::size_t{0});
    std::vector<double> ways(total + 1, 0.0); // by doubled rank sum
    ways[0] = 1.0;
    std::size_t reached = 0;
    for (const std::size_t rank : doubled) {
        for (std::size_t sum = reached + 1; sum-- > 0;)
            ways[sum + rank] += ways[sum];
        reached += rank;
    }
    const auto limit = static_cast<std::size_t>(std::lround(2.0 * w));
    const double below = std::accumulate(ways.begin(), ways.begin() + static_cast<std::ptrdiff_t>(limit) + 1, 0.0);
    return std::ldexp(below, -static_cast<int>(doubled.size()));
}

double normalTwoSided(const std::vector<double>& ranksOfPairs, double w)
{
    const auto n = static_cast<double>(ranksOfPairs.size());
    std::map<double, double> ties;
    for (const double rank : ranksOfPairs)
        ties[rank] += 1.0;
    double variance = n * (n + 1.0) * (2.0 * n + 1.0) / 24.0;
    for (const auto& [rank, count] : ties)
        variance -= (count * count * count - count) / 48.0;
    const double z = (w - n * (n + 1.0) / 4.0 + 0.5) / std::sqrt(variance);
    return std::min(1.0, 2.0 * normalCdf(z));
}

} // namespace

SignedRank signedRank(std::span<const double> a, std::span<const double> b)
{
    assert(a.size() == b.size());
    std::vector<double> sizes;
    std::vector<bool> positive;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] == b[i])
            continue;
        // Differences of percentages: beyond the ninth decimal only rounding makes them differ in size.
        sizes.push_back(std::round(std::abs(a[i] - b[i]) * 1e9) / 1e9);
        positive.push_back(a[i] > b[i]);
    }
    SignedRank result;
    result.pairs = static_cast<int>(sizes.size());
    if (sizes.empty())
        return result;
    const std::vector<double> rankOf = ranks(sizes);
    double up = 0.0;
    for (std::size_t i = 0; i < rankOf.size(); ++i)
        up += positive[i] ? rankOf[i] : 0.0;
    const double all = std::accumulate(rankOf.begin(), rankOf.end(), 0.0);
    result.w = std::min(up, all - up);
    result.exact = result.pairs <= mostExact;
    result.p = result.exact ? std::min(1.0, 2.0 * exactShare(rankOf, result.w)) : normalTwoSided(rankOf, result.w);
    return result;
}

std::vector<double> holmAdjusted(std::span<const double> p)
{
    const std::vector<std::size_t> order =
        sortedOrder(p.size(), [&](std::size_t i, std::size_t j) { return p[i] < p[j]; });
    std::vector<double> adjusted(p.size());
    double highest = 0.0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        highest = std::max(highest, std::min(1.0, p[order[i]] * static_cast<double>(order.size() - i)));
        adjusted[order[i]] = highest;
    }
    return adjusted;
}

} // namespace inverso
