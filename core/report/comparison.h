// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_record.h"
#include "core/report/wilcoxon.h"

#include <optional>
#include <string>
#include <vector>

namespace inverso {

/// What the seeds of one search of a plan gave on one benchmark, a number a seed in the order of seeds; percent.
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

/// Whether the run is one of that search of a plan, whatever its seed. What the search leaves to the preset is what
/// this program's preset says; of a method that it lacks, anything.
bool isRunOf(const SearchRecord& run, const PlanSearch& search);
bool isRunOf(const EvaluationRecord& run, const PlanEvaluation& evaluation);

/// The quantile (linear interpolation between order statistics) of numbers of which some are beyond reach: none when it
/// falls among those.
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
    std::vector<double> differences; ///< first − second, points, a seed each
    SignedRank test;
    double adjusted = 1.0; ///< p after Holm, over all comparisons that were made together
};

/// A row to compare: its budget, and whether the others are compared with it (all with all where none is).
struct ComparedRow
{
    int budget = 0;
    bool reference = false;
    const SeedResults* results = nullptr;
};
/// Pairs of rows with about the same budget (5 %) and at least two seeds in common.
std::vector<PairedComparison> comparePairs(const std::vector<ComparedRow>& rows);

} // namespace inverso
