// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plan_tables.h"

#include "core/base/statistics.h"
#include "core/base/text.h"

#include <algorithm>

namespace inverso {

namespace {

using enum ReportColumn::Kind;

constexpr int accuracyDecimals = 3;
constexpr int printedDecimals = 2;

/// "12.3" percent of a whole; an empty text for 0 of 0.
ReportCell share(int part, int whole)
{
    return whole > 0 ? ReportCell::of(100.0 * part / whole, 1) : ReportCell();
}

ReportCell queriesCell(const SearchRow& row, double p)
{
    const SeedResults& results = row.results;
    if (results.seeds.empty())
        return {};
    if (const auto value = reachedQuantile(results.optimumQueries, p))
        return ReportCell::of(*value, 1);
    return "> " + std::to_string(row.search->settings.budget);
}

std::string probability(double p)
{
    return p < 0.00005 ? "< 0.0001" : fixed(p, 4);
}

/// A number of every run of an evaluation.
template <typename Member> std::vector<double> collect(const EvaluationRow& row, Member member)
{
    std::vector<double> values;
    for (const EvaluationRecord* run : row.runs)
        values.push_back(member(*run));
    return values;
}

std::vector<ReportCell> inversionCells(const EvaluationRow& row, const std::string& targets,
                                       RecordedInversion EvaluationRecord::*which)
{
    const auto over = [&](double RecordedInversion::*number, double factor = 1.0) {
        return collect(row, [&](const EvaluationRecord& run) { return factor * (run.*which.*number); });
    };
    const auto counts = collect(row, [&](const EvaluationRecord& run) { return double((run.*which).targets); });
    return {row.evaluation->label,
            targets,
            std::to_string(row.runs.size()),
            counts.empty() ? ReportCell() : ReportCell::of(mean(counts), 0),
            ReportCell::of(over(&RecordedInversion::mean), 2),
            ReportCell::of(over(&RecordedInversion::median), 2),
            ReportCell::of(over(&RecordedInversion::p90), 2),
            ReportCell::of(over(&RecordedInversion::bestPossible), 2),
            ReportCell::of(over(&RecordedInversion::invalid, 100.0), 1),
            ReportCell::of(over(&RecordedInversion::distinct, 100.0), 1)};
}

/// A table without the columns of printed numbers when there are none.
ReportTable withoutEmptyPrinted(ReportTable table)
{
    for (std::size_t i = table.columns.size(); i-- > 0 && !table.rows.empty();) {
        if (!table.columns[i].title.ends_with("printed")
            || std::ranges::any_of(table.rows, [i](const auto& row) { return !row[i].text.empty(); }))
            continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        table.columns.erase(table.columns.begin() + at);
        for (auto& row : table.rows)
            row.erase(row.begin() + at);
    }
    return table;
}

} // namespace

ReportTable accuracyTable(const std::vector<SearchRow>& rows, TableAbout about)
{
    ReportTable table;
    table.about = std::move(about);
    table.columns = {{"method", Text},
                     {"queries", Number},
                     {"seeds", Number},
                     {"valid, %", Deviating},
                     {"valid, printed", Deviating},
                     {"test of best valid, %", Deviating},
                     {"max test, %", Deviating},
                     {"max test, printed", Deviating},
                     {"remark", Wide}};
    for (const SearchRow& row : rows) {
        table.rows.push_back(
            {row.search->label, std::to_string(row.search->settings.budget), std::to_string(row.results.seeds.size()),
             ReportCell::of(row.results.bestValid, accuracyDecimals),
             ReportCell::of(row.printed.valid, row.printed.validDeviation, printedDecimals),
             ReportCell::of(row.results.testOfBest, accuracyDecimals),
             ReportCell::of(row.results.maxTest, accuracyDecimals),
             ReportCell::of(row.printed.test, row.printed.testDeviation, printedDecimals), row.remark});
    }
    return withoutEmptyPrinted(std::move(table));
}

ReportTable effortTable(const std::vector<SearchRow>& rows, TableAbout about)
{
    ReportTable table;
    table.about = std::move(about);
    table.columns = {{"method", Text},
                     {"queries", Number},
                     {"at optimum", Number},
                     {"queries to optimum, median", Number},
                     {"queries to optimum, 90 %", Number},
                     {"seconds per search", Deviating},
                     {"GPU hours, printed", Number},
                     {"decoded", Number},
                     {"invalid, %", Number},
                     {"duplicates, %", Number},
                     {"lacking, %", Number}};
    for (const SearchRow& row : rows) {
        const SeedResults& results = row.results;
        const Decodes& decodes = results.decodes;
        table.rows.push_back({row.search->label, std::to_string(row.search->settings.budget),
                              results.seeds.empty() ? ReportCell()
                                                    : ReportCell(std::to_string(results.atOptimum()) + " of "
                                                                 + std::to_string(results.seeds.size())),
                              queriesCell(row, 0.5), queriesCell(row, 0.9), ReportCell::of(results.seconds, 2),
                              ReportCell::of(row.printed.gpuHours, 2),
                              decodes.total > 0 ? ReportCell(std::to_string(decodes.total)) : ReportCell(),
                              share(decodes.invalid, decodes.total), share(decodes.duplicates, decodes.total),
                              share(decodes.lacking, decodes.total - decodes.invalid)});
    }
    return withoutEmptyPrinted(std::move(table));
}

ReportTable testTable(const std::vector<SearchRow>& rows, TableAbout about)
{
    std::vector<ComparedRow> compared;
    for (const SearchRow& row : rows)
        compared.push_back({row.search->settings.budget, row.search->reference, &row.results});
    ReportTable table;
    table.about = std::move(about);
    table.columns = {{"method", Text},
                     {"compared with", Text},
                     {"seeds", Number},
                     {"difference, points", Deviating},
                     {"seeds that differ", Number},
                     {"W", Number},
                     {"p", Number},
                     {"p, Holm", Number},
                     {"distribution", Text}};
    const auto name = [&](std::size_t i) {
        return rows[i].search->label + ", " + std::to_string(rows[i].search->settings.budget);
    };
    for (const PairedComparison& one : comparePairs(compared)) {
        table.rows.push_back({name(one.first), name(one.second), std::to_string(one.differences.size()),
                              ReportCell::of(one.differences, accuracyDecimals), std::to_string(one.test.pairs),
                              ReportCell::of(one.test.w, 1), probability(one.test.p), probability(one.adjusted),
                              std::string(one.test.exact ? "exact" : "normal")});
    }
    return table;
}

ReportTable regressionTable(const std::vector<EvaluationRow>& rows, TableAbout about)
{
    ReportTable table;
    table.about = std::move(about);
    table.columns = {{"method", Text},
                     {"seeds", Number},
                     {"test cells", Number},
                     {"RMSE, points", Deviating},
                     {"Spearman's ρ", Deviating},
                     {"Kendall's τ", Deviating},
                     {"seconds", Deviating},
                     {"remark", Wide}};
    for (const EvaluationRow& row : rows) {
        table.rows.push_back({row.evaluation->label, std::to_string(row.runs.size()),
                              row.runs.empty() ? ReportCell() : ReportCell(std::to_string(row.runs.front()->cells)),
                              ReportCell::of(collect(row, [](const EvaluationRecord& run) { return run.rmse; }), 3),
                              ReportCell::of(collect(row, [](const EvaluationRecord& run) { return run.spearman; }), 3),
                              ReportCell::of(collect(row, [](const EvaluationRecord& run) { return run.kendall; }), 3),
                              ReportCell::of(collect(row, [](const EvaluationRecord& run) { return run.seconds; }), 1),
                              row.remark});
    }
    return table;
}

ReportTable inversionTable(const std::vector<EvaluationRow>& rows, TableAbout about)
{
    ReportTable table;
    table.about = std::move(about);
    table.columns = {{"method", Text},
                     {"targets", Text},
                     {"seeds", Number},
                     {"number", Number},
                     {"mean error, points", Deviating},
                     {"median error", Deviating},
                     {"90 % error", Deviating},
                     {"best possible", Deviating},
                     {"invalid, %", Deviating},
                     {"distinct, %", Deviating}};
    for (const EvaluationRow& row : rows) {
        table.rows.push_back(inversionCells(row, "the data's accuracies", &EvaluationRecord::data));
        table.rows.push_back(inversionCells(row, "0 to 100 % in steps of 0.5 %", &EvaluationRecord::sweep));
    }
    return table;
}

Plot curvePlot(const std::vector<const SearchRow*>& rows, const std::string& title, double tableBest)
{
    Plot plot;
    plot.title = title;
    plot.xTitle = "queries";
    plot.yTitle = "best validation accuracy, %";
    // The first few random cells would compress the interesting part of the curves at the upper edge.
    constexpr std::size_t start = 20;
    int colour = 0;
    for (const SearchRow* row : rows) {
        const bool longer = std::ranges::any_of(rows, [&](const SearchRow* other) {
            return other->search->label == row->search->label && !other->results.seeds.empty()
                   && other->search->settings.budget > row->search->settings.budget;
        });
        if (longer)
            continue;
        ++colour; // also for missing results, so that a method keeps its colour
        if (row->results.seeds.empty())
            continue;
        const CurveBand band = curveBand(row->results.curves);
        PlotSeries series;
        series.name = row->search->label;
        series.colour = colour;
        series.y = band.mean;
        if (row->results.seeds.size() > 1)
            series.deviation = band.deviation;
        for (std::size_t i = 0; i < band.mean.size(); ++i)
            series.x.push_back(static_cast<double>(i + 1));
        const double low = band.mean[std::min(start, band.mean.size() - 1)];
        plot.low = std::isnan(plot.low) ? low : std::min(plot.low, low);
        plot.series.push_back(std::move(series));
    }
    if (tableBest > 0.0) {
        plot.level = tableBest;
        plot.levelText = "best of the table, " + fixed(tableBest, accuracyDecimals) + " %";
    }
    return plot;
}

std::vector<Plot> evaluationPlots(const EvaluationRow& row, const PlanBenchmark& benchmark)
{
    if (row.runs.empty())
        return {};
    const EvaluationRecord& run = *row.runs.front();
    const std::string who =
        benchmark.name + ", " + row.evaluation->label + ", seed " + std::to_string(run.settings.seed);
    const auto plot = [&](const std::string& figure, const std::string& what, const std::string& x,
                          const std::string& y, const RecordedPoints& points) {
        Plot result;
        result.title = (figure.empty() ? "" : figure + ": ") + what + ", " + who;
        result.xTitle = x;
        result.yTitle = y;
        result.diagonal = true;
        PlotSeries series;
        series.kind = PlotSeries::Kind::Points;
        series.x = points.x;
        series.y = points.y;
        result.series.push_back(std::move(series));
        return result;
    };
    return {plot(benchmark.regressionFigure, "regression", "true accuracy, %", "predicted accuracy, %", run.regression),
            plot(benchmark.dataFigure, "inversion of the data's accuracies", "target accuracy, %",
                 "true accuracy of the cell, %", run.data.points),
            plot(benchmark.sweepFigure, "inversion over the range", "target accuracy, %",
                 "true accuracy of the cell, %", run.sweep.points)};
}

} // namespace inverso
