// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace inverso {

/// Wilcoxon's signed-rank test of pairs.
struct SignedRank
{
    int pairs = 0;     ///< pairs that differ; equal ones are left out
    double w = 0.0;    ///< the smaller of the two rank sums
    double p = 1.0;    ///< two-sided; 1 where no pair differs
    bool exact = true; ///< from the distribution of all sign changes, ties and all; else the normal approximation
};

/// Tests whether a[i] − b[i] lies symmetrically about 0. Equally long. Ties share their mean rank. Exact up to 50
/// pairs that differ; beyond them the normal approximation, corrected for ties and continuity (Hollander & Wolfe 1999,
/// §3.1).
SignedRank signedRank(std::span<const double> a, std::span<const double> b);

/// Holm's adjustment of p-values that belong to one family, in their order.
std::vector<double> holmAdjusted(std::span<const double> p);

} // namespace inverso
