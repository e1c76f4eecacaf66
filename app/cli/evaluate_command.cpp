// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fit_options.h"
#include "app/cli/progress_line.h"
#include "app/cli/text_table.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace inverso::cli {

using Json = nlohmann::ordered_json;

namespace {

struct EvaluateOptions
{
    FitOptions fit;
    int targets = 500;
};

void printHeading(const FitOptions::Fit& fit)
{
    std::printf("%s, %s: a model fitted on %zu+%zu labels\n\n", std::string(fit.benchmark->space().title()).c_str(),
                fit.benchmark->dataset().c_str(), fit.fitted.training.size(), fit.fitted.validation.size());
}

void regression(const EvaluateOptions& options, const Program& program)
{
    options.fit.requireTable();
    const FitOptions::Fit fit = options.fit.fit(program);
    const RegressionResult result = evaluateRegression(*fit.fitted.model, *fit.benchmark, fit.fitted.test);
    if (program.common.json) {
        const Json object = {{"n", result.points.size()},
                             {"rmse", result.rmse},
                             {"spearman", result.spearman},
                             {"kendall", result.kendall}};
        std::printf("%s\n", object.dump().c_str());
        return;
    }
    printHeading(fit);
    std::printf(
        "Regression on the 10 %% test split, %zu cells:\n  RMSE          %.3f percentage points\n  Spearman's ρ  %.4f\n"
        "  Kendall's τ   %.4f\n",
        result.points.size(), result.rmse, result.spearman, result.kendall);
}

Json dataJson(const InversionResult& result)
{
    return {{"n", result.points.size()},      {"mean", result.mean},
            {"median", result.median},        {"p90", result.p90},
            {"invalid", result.invalidShare}, {"distinct", result.distinctShare}};
}

Json sweepJson(const InversionResult& result)
{
    return {{"n", result.points.size()},
            {"mean", result.mean},
            {"median", result.median},
            {"p90", result.p90},
            {"best_possible", result.bestPossible},
            {"range_low", result.rangeLow},
            {"range_high", result.rangeHigh}};
}

void inversion(const EvaluateOptions& options, const Program& program)
{
    options.fit.requireTable();
    const FitOptions::Fit fit = options.fit.fit(program);
    InversionResult data;
    InversionResult sweep;
    {
        ProgressLine progress;
        data = evaluateInversionOnData(fit.fitted, *fit.benchmark, options.targets, program.common.seed,
                                       progress.sink(), program.stop);
        sweep = evaluateInversionSweep(fit.fitted, *fit.benchmark, program.common.seed, progress.sink(), program.stop);
    }
    if (program.common.json) {
        std::printf("%s\n", Json{{"data", dataJson(data)}, {"sweep", sweepJson(sweep)}}.dump().c_str());
        return;
    }
    printHeading(fit);
    using enum TextTable::Align;
    TextTable table;
    table.addColumn("re-simulation error, percentage points", Left);
    table.addColumn("targets", Right);
    table.addColumn("mean", Right);
    table.addColumn("median", Right);
    table.addColumn("p90", Right);
    table.addColumn("best possible", Right);
    const auto row = [&](const std::string& name, const InversionResult& result) {
        table.addRow({name, std::to_string(result.points.size()), fixed(result.mean, 2), fixed(result.median, 2),
                      fixed(result.p90, 2), fixed(result.bestPossible, 2)});
    };
    row("accuracies drawn from the data", data);
    row("0 to 100 % in steps of 0.5 %", sweep);
    std::printf("%s\nCells reach %.2f to %.2f %%; the sweep stays inside that range.\n"
                "Invalid decodes from z ~ N(0, I): %.2f %%; distinct cells: %.1f %%\n",
                table.text().c_str(), sweep.rangeLow, sweep.rangeHigh, 100.0 * data.invalidShare,
                100.0 * data.distinctShare);
}

} // namespace

void addEvaluateCommand(CLI::App& app, Program& program)
{
    CLI::App* evaluate = app.add_subcommand("evaluate", "Measure a model fitted on random labels");
    const auto options = std::make_shared<EvaluateOptions>();
    CLI::App* forward = addCommand(*evaluate, program, "regression", "Predicted against true accuracy",
                                   [options, &program] { regression(*options, program); });
    options->fit.addTo(*forward);
    CLI::App* inverse = addCommand(*evaluate, program, "inversion", "Target against true accuracy of generated cells",
                                   [options, &program] { inversion(*options, program); });
    options->fit.addTo(*inverse);
    inverse->add_option("--targets", options->targets, "Targets drawn from the data's accuracies (default 500)")
        ->check(CLI::Range(1, 1000000));
}

} // namespace inverso::cli
