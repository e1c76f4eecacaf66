// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/html_report.h"

#include "app/cli/search_curve.h"
#include "app/cli/text_table.h"
#include "core/base/statistics.h"
#include "core/export/cell_export.h"

#include <algorithm>

namespace inverso::cli {

namespace {

constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --line: #c8cdd3; --text: #1f2933; --muted: #5f6b7a; --back: #fff; --mark: #0b6bcb; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3c4650; --text: #e4e8ec; --muted: #9aa7b4; --back: #161b20; --mark: #6cb4ff; }
}
body { font: 15px/1.5 system-ui, sans-serif; max-width: 76em; margin: 2em auto; padding: 0 1em;
       color: var(--text); background: var(--back); }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 2em; }
table { border-collapse: collapse; font-size: .93em; font-variant-numeric: tabular-nums; }
th, td { padding: .25em .5em; text-align: right; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } td { white-space: nowrap; }
td:last-child, th:last-child { text-align: left; white-space: normal; overflow-wrap: anywhere; min-width: 10em; }
code { font-size: .9em; } .note { color: var(--muted); }
.scroll { overflow-x: auto; } .cell { background: #fff; padding: 1em; border-radius: 6px; }
svg[role] { max-width: 60em; } svg text { fill: var(--muted); font-size: 12px; } .cell svg text { fill: #000; }
)css";

std::string row(const std::vector<std::string>& cells, const std::string& tag)
{
    std::string text = "<tr>";
    for (const std::string& cell : cells)
        text += "<" + tag + ">" + cell + "</" + tag + ">";
    return text + "</tr>\n";
}

/// A cell in text that may be broken between its nodes.
std::string breakable(const std::string& cell)
{
    std::string text;
    for (const char c : escaped(cell))
        text += c == '+' ? std::string("+<wbr>") : std::string(1, c);
    return text;
}

std::string seedTable(const SearchResults& results, const SearchSummary& summary)
{
    const SearchSpace& space = results.benchmark->space();
    std::string text = "<div class=\"scroll\"><table>\n"
                       + row({"seed", "queries", "best valid, %", "test of it, %", "max test, %", "first at query",
                              "seconds", "best cell"},
                             "th");
    for (const SearchRun& run : results.runs) {
        const Query* best = run.best();
        text += row({std::to_string(run.settings.seed), std::to_string(run.queries.size()), fixed(best->label.valid, 3),
                     fixed(best->label.test, 3), fixed(run.maxTest(), 3), std::to_string(best->number),
                     fixed(run.seconds, 2), "<code>" + breakable(space.text(best->cell)) + "</code>"},
                    "td");
    }
    if (results.runs.size() > 1)
        text += row({"all", "", meanAndDeviation(summary.bestValid, 3), meanAndDeviation(summary.testOfBest, 3),
                     meanAndDeviation(summary.maxTest, 3), "median " + fixed(median(summary.firstBest), 1),
                     meanAndDeviation(summary.seconds, 2), "mean ± std"},
                    "td");
    return text + "</table></div>\n";
}

/// Without the XML prologue, which has no place inside a page.
std::string inlineSvg(const SearchSpace& space, CellIndex cell)
{
    const std::string svg = toSvg(space, cell);
    return svg.substr(std::min(svg.find("<svg"), svg.size()));
}

} // namespace

std::string htmlReport(const SearchResults& results)
{
    const SearchSpace& space = results.benchmark->space();
    const SearchSummary summary = summarise(results);
    const auto bestRun = std::ranges::max_element(
        results.runs, {}, [](const SearchRun& run) { return run.best() ? run.best()->label.valid : 0.0; });
    const Query& best = *bestRun->best();

    std::string page =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Inverso: search report</title>\n"
        "<style>"
        + std::string(style) + "</style>\n</head>\n<body>\n<h1>Search report</h1>\n<p>" + escaped(describe(results))
        + ".</p>\n<p class=\"note\">Table: " + escaped(results.benchmark->source());
    if (!results.weights.empty())
        page += "<br>Weights: " + escaped(results.weights);
    page += "<br>Inverso " INVERSO_VERSION "</p>\n";
    page += "<h2>Search curve</h2>\n<p class=\"note\">Best validation accuracy found so far; thin: each seed, bold: "
            "their mean.</p>\n"
            + searchCurve(results, summary.tableBest);
    page += "<h2>Result</h2>\n<p class=\"note\">Test accuracy is that of the best-validation cell; “max test” is the "
            "highest among all queried cells. At the table’s best: "
            + std::to_string(summary.atTableBest) + " of " + std::to_string(results.runs.size()) + ".</p>\n"
            + seedTable(results, summary);
    page += "<h2>Best cell</h2>\n<p><code>" + escaped(space.text(best.cell)) + "</code><br>"
            + fixed(best.label.valid, 3) + " % valid, " + fixed(best.label.test, 3) + " % test (seed "
            + std::to_string(bestRun->settings.seed) + ", query " + std::to_string(best.number)
            + ")</p>\n<div class=\"cell scroll\">" + inlineSvg(space, best.cell) + "</div>\n";
    return page + "</body>\n</html>\n";
}

} // namespace inverso::cli
