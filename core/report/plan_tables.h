// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/comparison.h"
#include "core/report/printed_results.h"
#include "core/report/report.h"

#include <string>
#include <vector>

namespace inverso {

/// A search of a plan on one benchmark, with its results.
struct SearchRow
{
    const PlanSearch* search = nullptr;
    SeedResults results;
    PrintedResult printed;
    int expected = 0;   ///< seeds
    std::string remark; ///< why results are missing; empty: none are missing
};

/// An evaluation of a plan on one benchmark, with its results by seed.
struct EvaluationRow
{
    const PlanEvaluation* evaluation = nullptr;
    std::vector<const EvaluationRecord*> runs;
    int expected = 0;
    std::string remark;
};

using TableAbout = std::vector<std::pair<std::string, std::string>>;

ReportTable accuracyTable(const std::vector<SearchRow>& rows, TableAbout about);
ReportTable effortTable(const std::vector<SearchRow>& rows, TableAbout about);
/// No rows if there is nothing to compare.
ReportTable testTable(const std::vector<SearchRow>& rows, TableAbout about);
ReportTable regressionTable(const std::vector<EvaluationRow>& rows, TableAbout about);
ReportTable inversionTable(const std::vector<EvaluationRow>& rows, TableAbout about);

/// Search curves of rows that have results, mean ± standard deviation; of rows with the same label, the one with the
/// largest budget. No series without results.
Plot curvePlot(const std::vector<const SearchRow*>& rows, const std::string& title, double tableBest);
/// Regression, inversion of the data's accuracies and of the sweep: the first seed's.
std::vector<Plot> evaluationPlots(const EvaluationRow& row, const PlanBenchmark& benchmark);

} // namespace inverso
