// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/html_report.h"

#include "app/cli/text_table.h"
#include "core/export/cell_export.h"
#include "core/report/html_page.h"
#include "core/report/report.h"

#include "core/base/statistics.h"

#include <algorithm>

namespace inverso::cli {

namespace {

/// The mean over the seeds; a seed that ended early keeps its last value.
std::vector<double> meanCurve(const std::vector<std::vector<double>>& curves)
{
    std::vector<double> result;
    std::size_t longest = 0;
    for (const auto& curve : curves)
        longest = std::max(longest, curve.size());
    for (std::size_t i = 0; i < longest; ++i) {
        double sum = 0.0;
        for (const auto& curve : curves)
            sum += curve[std::min(i, curve.size() - 1)];
        result.push_back(sum / static_cast<double>(curves.size()));
    }
    return result;
}

PlotSeries series(const std::vector<double>& curve)
{
    PlotSeries result;
    for (std::size_t i = 0; i < curve.size(); ++i)
        result.x.push_back(static_cast<double>(i + 1));
    result.y = curve;
    return result;
}

/// Best validation accuracy by query: a thin line per seed, and their mean bold.
Plot searchCurve(const SearchResults& results, double tableBest)
{
    std::vector<std::vector<double>> curves;
    for (const SearchRun& run : results.runs) {
        std::vector<double>& best = curves.emplace_back();
        for (const Query& query : run.queries)
            best.push_back(best.empty() ? query.label.valid : std::max(best.back(), query.label.valid));
    }
    Plot plot;
    plot.xTitle = "queries";
    plot.yTitle = "best validation accuracy, %";
    for (const auto& curve : curves)
        plot.series.emplace_back(series(curve)).faint = true;
    plot.series.push_back(series(meanCurve(curves)));
    // The first few random cells would compress the interesting part of the curves at the upper edge.
    constexpr std::size_t start = 4;
    plot.low = std::numeric_limits<double>::infinity();
    for (const auto& curve : curves)
        plot.low = std::min(plot.low, curve[std::min(start, curve.size() - 1)]);
    if (tableBest > 0.0) {
        plot.level = tableBest;
        plot.levelText = "best of the table, " + fixed(tableBest, 3) + " %";
    }
    return plot;
}

ReportTable seedTable(const SearchResults& results, const SearchSummary& summary)
{
    using enum ReportColumn::Kind;
    ReportTable table;
    table.columns = {
        {"seed", Number},        {"queries", Number},        {"best valid, %", Number}, {"test of best, %", Number},
        {"max test, %", Number}, {"first at query", Number}, {"seconds", Number},       {"best cell", Cell}};
    for (const SearchRun& run : results.runs) {
        const Query* best = run.best();
        table.rows.push_back({std::to_string(run.settings.seed), std::to_string(run.queries.size()),
                              ReportCell::of(best->label.valid, 3), ReportCell::of(best->label.test, 3),
                              ReportCell::of(run.maxTest(), 3), std::to_string(best->number),
                              ReportCell::of(run.seconds, 2), results.benchmark->space().text(best->cell)});
    }
    if (results.runs.size() > 1)
        table.rows.push_back({std::string("all"), ReportCell(), ReportCell::of(summary.bestValid, 3),
                              ReportCell::of(summary.testOfBest, 3), ReportCell::of(summary.maxTest, 3),
                              "median " + fixed(median(summary.firstBest), 1), ReportCell::of(summary.seconds, 2),
                              std::string("mean ± std")});
    return table;
}

} // namespace

std::string htmlReport(const SearchResults& results)
{
    const SearchSpace& space = results.benchmark->space();
    const SearchSummary summary = summarise(results);
    const auto bestRun = std::ranges::max_element(
        results.runs, {}, [](const SearchRun& run) { return run.best() ? run.best()->label.valid : 0.0; });
    const Query& best = *bestRun->best();

    Report report{"Search report", {describe(results) + ".", "Table: " + results.benchmark->source()}, {}};
    if (!results.weights.empty())
        report.notes.push_back("Weights: " + results.weights);
    report.notes.emplace_back("Inverso " INVERSO_VERSION);
    report.sections.push_back({2,
                               "Search curve",
                               {"Best validation accuracy found so far; thin: each seed, bold: their mean."},
                               std::nullopt,
                               {searchCurve(results, summary.tableBest)}});
    report.sections.push_back(
        {2,
         "Result",
         {"Test accuracy is that of the best-validation cell; “max test” is the highest among all queried cells. At "
          "the table’s best: "
          + std::to_string(summary.atTableBest) + " of " + std::to_string(results.runs.size()) + "."},
         seedTable(results, summary)});
    ReportSection cell{2, "Best cell"};
    cell.html = "<p><code>" + escaped(space.text(best.cell)) + "</code><br>" + fixed(best.label.valid, 3) + " % valid, "
                + fixed(best.label.test, 3) + " % test (seed " + std::to_string(bestRun->settings.seed) + ", query "
                + std::to_string(best.number) + ")</p>\n" + toPageElement(space, best.cell);
    report.sections.push_back(std::move(cell));
    return toHtml(report);
}

} // namespace inverso::cli
