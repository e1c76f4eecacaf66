// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/search_output.h"

#include "app/cli/search_job.h"
#include "app/cli/text_table.h"
#include "core/base/statistics.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace inverso::cli {

using Json = nlohmann::ordered_json; // NaN becomes null

namespace {

Json phasesJson(const PhaseSeconds& phases)
{
    return {{"fine_tune", phases.fineTune},
            {"retrain", phases.retrain},
            {"generate", phases.generate},
            {"predict", phases.predict},
            {"other", phases.other}};
}

// Tables have accuracies in single precision, so more digits would be noise.
double percent(double value)
{
    return std::round(value * 1e5) / 1e5;
}

std::string percentOf(int part, int whole)
{
    return fixed(100.0 * part / std::max(1, whole), 1) + " %";
}

} // namespace

SearchResults finishedResults(const SearchJob& job)
{
    SearchResults results{job.benchmark, job.latents ? job.latents->source() : std::string(), {}, job.seconds};
    std::ranges::copy_if(job.runs, std::back_inserter(results.runs), &SearchRun::finished);
    return results;
}

SearchSummary summarise(const SearchResults& results)
{
    SearchSummary summary;
    if (const auto best = results.benchmark->bestCell())
        summary.tableBest = results.benchmark->label(*best, {}).valid;
    for (const SearchRun& run : results.runs) {
        const Query* best = run.best();
        if (!best)
            continue;
        summary.bestValid.push_back(best->label.valid);
        summary.testOfBest.push_back(best->label.test);
        summary.maxTest.push_back(run.maxTest());
        summary.firstBest.push_back(best->number);
        summary.seconds.push_back(run.seconds);
        summary.atTableBest += best->label.valid >= summary.tableBest ? 1 : 0;
    }
    return summary;
}

std::vector<std::string> roundEvents(const SearchRun& run, const Round& round, const SearchSpace& space)
{
    std::vector<std::string> lines;
    for (const Query& query : round.queries) {
        lines.push_back(Json{{"event", "query"},
                             {"seed", run.settings.seed},
                             {"n", query.number},
                             {"cell", space.text(query.cell)},
                             {"valid", percent(query.label.valid)},
                             {"test", percent(query.label.test)},
                             {"round", query.round},
                             {"predicted", percent(query.predicted)}}
                            .dump());
    }
    const Query* best = run.best();
    lines.push_back(Json{{"event", "round"},
                         {"seed", run.settings.seed},
                         {"round", round.number},
                         {"queries", run.queries.size()},
                         {"best_valid", best ? Json(percent(best->label.valid)) : Json()},
                         {"candidates", round.candidates.size()},
                         {"generated", round.decodes.total},
                         {"invalid", round.decodes.invalid},
                         {"duplicates", round.decodes.duplicates},
                         {"lacking", round.decodes.lacking},
                         {"phases", phasesJson(round.seconds)}}
                        .dump());
    return lines;
}

std::string endEvent(const SearchRun& run, const SearchSpace& space, const std::string& dataset)
{
    const Query* best = run.best();
    return Json{{"event", "end"},
                {"method", run.settings.method},
                {"dataset", dataset},
                {"seed", run.settings.seed},
                {"queries", run.queries.size()},
                {"best_cell", best ? Json(space.text(best->cell)) : Json()},
                {"best_valid", best ? Json(percent(best->label.valid)) : Json()},
                {"test_of_best_valid", best ? Json(percent(best->label.test)) : Json()},
                {"max_test", percent(run.maxTest())},
                {"first_best_query", best ? Json(best->number) : Json()},
                {"seconds", run.seconds},
                {"phases", phasesJson(run.phases)},
                {"invalid", run.decodes.invalid},
                {"duplicates", run.decodes.duplicates},
                {"generated", run.decodes.total},
                {"lacking", run.decodes.lacking}}
        .dump();
}

std::string endEvents(const SearchResults& results)
{
    std::string text;
    for (const SearchRun& run : results.runs)
        text += endEvent(run, results.benchmark->space(), results.benchmark->dataset()) + "\n";
    return text;
}

std::string describe(const SearchResults& results)
{
    if (results.runs.empty())
        return {};
    const SearchSettings& settings = results.runs.front().settings;
    std::string text =
        std::string(results.benchmark->space().title()) + ", " + results.benchmark->dataset() + ": " + settings.method;
    if (const std::string set = whatIsSet(settings); !set.empty())
        text += " (" + set + ")";
    return text + ", budget " + std::to_string(settings.budget) + " queries, initial labels "
           + std::to_string(settings.initialTraining) + "+" + std::to_string(settings.initialValidation);
}

std::string resultTable(const SearchResults& results)
{
    const SearchSummary summary = summarise(results);
    if (summary.bestValid.empty())
        return {};
    using enum TextTable::Align;
    TextTable table;
    table.addColumn("seed", Right);
    table.addColumn("queries", Right);
    table.addColumn("best valid %", Right);
    table.addColumn("test of best %", Right);
    table.addColumn("max test %", Right);
    table.addColumn("first at query", Right);
    table.addColumn("seconds", Right);
    table.addColumn("best cell", Left);
    for (const SearchRun& run : results.runs) {
        const Query* best = run.best();
        table.addRow({std::to_string(run.settings.seed), std::to_string(run.queries.size()),
                      fixed(best->label.valid, 3), fixed(best->label.test, 3), fixed(run.maxTest(), 3),
                      std::to_string(best->number), fixed(run.seconds, 2),
                      results.benchmark->space().text(best->cell)});
    }
    const std::size_t seeds = summary.bestValid.size();
    if (seeds > 1)
        table.addRow({"all", "", meanAndDeviation(summary.bestValid, 3), meanAndDeviation(summary.testOfBest, 3),
                      meanAndDeviation(summary.maxTest, 3), "", meanAndDeviation(summary.seconds, 2), "mean ± std"});

    std::string text = describe(results) + "\nTable: " + results.benchmark->source() + "\n";
    if (!results.weights.empty())
        text += "Weights: " + results.weights + "\n";
    Decodes decodes;
    for (const SearchRun& run : results.runs)
        decodes += run.decodes;
    if (decodes.lacking > 0)
        text += "Generated cells missing from the table: " + percentOf(decodes.lacking, decodes.total - decodes.invalid)
                + " of the valid ones; the nearest cells of the table were queried instead\n";
    text += "\n" + table.text() + "\n";
    text += "Queries until the best cell was found: median " + fixed(median(summary.firstBest), 1)
            + ", 90th percentile " + fixed(quantile(summary.firstBest, 0.9), 1) + "\n";
    if (results.benchmark->bestCell())
        text += "At the table's best (" + fixed(summary.tableBest, 3)
                + " % valid): " + std::to_string(summary.atTableBest) + " of " + std::to_string(seeds)
                + (seeds == 1 ? " seed" : " seeds") + "\n";
    return text + "Time: " + fixed(results.seconds, 1) + " s in total\n";
}

} // namespace inverso::cli
