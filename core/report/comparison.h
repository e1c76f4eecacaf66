// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_record.h"
#include "core/report/wilcoxon.h"

#include <optional>
#include <string>
#include <vector>

namespace inverso {

/// The results of one search of a plan on one benchmark, one number per seed in the order of seeds; percent.
struct SeedResults
{
    std::vector<std::uint64_t> seeds;
    std::vector<double> bestValid;
    std::vector<double> testOfBest; ///< of the cell with the best validation accuracy
    std::vector<double> maxTest;    ///< of any queried cell
    std::vector<double> seconds;
    std::vector<std::optional<int>>
        optimumQueries;                      ///< the query that first reached the table's best; none: not reached
    std::vector<std::vector<double>> curves; ///< best validation accuracy after each query
    Decodes decodes;                         ///< of all together

    [[nodiscard]] int atOptimum() const;
};
SeedResults seedResults(const std::vector<const SearchRecord*>& runs);

/// Whether the run belongs to that search of a plan, for any seed. Settings that the search leaves to the preset have
/// the values of this program's preset; for an unknown method they may have any value.
bool isRunOf(const SearchRecord& run, const PlanSearch& search);
bool isRunOf(const EvaluationRecord& run, const PlanEvaluation& evaluation);

/// The quantile (linear interpolation between order statistics) of numbers of which some were not reached; none when it
/// falls among these.
std::optional<double> reachedQuantile(const std::vector<std::optional<int>>& values, double p);

/// Mean and standard deviation after each query; a seed that ended early keeps its last value.
struct CurveBand
{
    std::vector<double> mean;
    std::vector<double> deviation;
};
CurveBand curveBand(const std::vector<std::vector<double>>& curves);

/// Two searches on the seeds that both have, by best validation accuracy.
struct PairedComparison
{
    std::size_t first = 0; ///< number among the rows
    std::size_t second = 0;
    std::vector<double> differences; ///< first − second in percentage points, one per seed
    SignedRank test;
    double adjusted = 1.0; ///< p after Holm, over all comparisons that were made together
};

/// A row to compare: its budget, and whether the others are compared with it (without such a row, all with all).
struct ComparedRow
{
    int budget = 0;
    bool reference = false;
    const SeedResults* results = nullptr;
};
/// Pairs of rows with about the same budget (5 %) and at least two seeds in common.
std::vector<PairedComparison> comparePairs(const std::vector<ComparedRow>& rows);

} // namespace inverso
