// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fit_options.h"
#include "app/cli/parse.h"
#include "app/cli/recorded_search.h"
#include "app/cli/text_table.h"
#include "core/base/statistics.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <cmath>
#include <cstdio>
#include <limits>
#include <memory>

namespace inverso::cli {

namespace {

struct InvertOptions
{
    FitOptions fit;
    std::string target;
    std::string session;
    InversionSettings inversion;
};

double trueAccuracy(const Benchmark& benchmark, CellIndex cell)
{
    return benchmark.knows(cell) ? benchmark.label(cell, {}).valid : std::numeric_limits<double>::quiet_NaN();
}

void printJson(const Inversion& inversion, const Benchmark& benchmark)
{
    for (const InvertedCell& cell : inversion.cells) {
        const nlohmann::ordered_json object = {{"target", cell.target},
                                               {"cell", benchmark.space().text(cell.cell)},
                                               {"predicted", cell.predicted},
                                               {"true", trueAccuracy(benchmark, cell.cell)}};
        std::printf("%s\n", object.dump().c_str());
    }
}

void printTable(const Inversion& inversion, const Benchmark& benchmark, double target)
{
    using enum TextTable::Align;
    TextTable table;
    table.addColumn("predicted %", Right);
    table.addColumn("expected error", Right);
    table.addColumn("true %", Right);
    table.addColumn("error, points", Right);
    table.addColumn("cell", Left);
    std::vector<double> errors;
    for (const InvertedCell& cell : inversion.cells) {
        const double truth = trueAccuracy(benchmark, cell.cell);
        if (!std::isnan(truth))
            errors.push_back(std::abs(truth - target));
        table.addRow({fixed(cell.predicted, 2), fixed(cell.expectedError, 2), fixed(truth, 2), fixed(truth - target, 2),
                      benchmark.space().text(cell.cell)});
    }
    std::printf("%s, %s: %zu cells for a validation accuracy of %s %%\n\n%s",
                std::string(benchmark.space().title()).c_str(), benchmark.dataset().c_str(), inversion.cells.size(),
                fixed(target, 2).c_str(), table.text().c_str());
    if (!errors.empty())
        std::printf("\nRe-simulation error: mean %.2f, median %.2f percentage points\n", mean(errors), median(errors));
    std::printf("Decodes: %d, invalid %d, repeated %d\n", inversion.decodes.total, inversion.decodes.invalid,
                inversion.decodes.duplicates);
}

void run(const InvertOptions& options, const Program& program)
{
    const Target target = parseTarget(options.target);
    if (target.readAsPercent)
        spdlog::info("--target {} is read as {} percent.", options.target, fixed(target.percent, 2));
    const auto finish = [&](const AccuracyModel& model, const Benchmark& benchmark) {
        Rng rng = Rng(program.common.seed).split("invert");
        const Inversion inversion = model.invert(target.percent, options.inversion, rng, program.stop);
        if (static_cast<int>(inversion.cells.size()) < options.inversion.count)
            spdlog::warn("Only {} of {} cells were found: decoding for this target yields no more new cells.",
                         inversion.cells.size(), options.inversion.count);
        if (program.common.json)
            printJson(inversion, benchmark);
        else
            printTable(inversion, benchmark, target.percent);
    };
    if (!options.session.empty()) {
        const ReplayedSearch search({options.session, {}, {}}, program.common.seed, program.threads(), program.stop);
        finish(search.model(), search.benchmark());
    } else {
        const FitOptions::Fit fit = options.fit.fit(program);
        finish(*fit.fitted.model, *fit.benchmark);
    }
}

} // namespace

void addInvertCommand(CLI::App& app, Program& program)
{
    const auto options = std::make_shared<InvertOptions>();
    CLI::App* command = addCommand(app, program, "invert", "Generate cells for a target accuracy",
                                   [options, &program] { run(*options, program); });
    command->add_option("--target", options->target, "Wanted validation accuracy: 0 to 1, or percent if above 1")
        ->type_name("Y")
        ->required();
    command->add_option("--count", options->inversion.count, "Number of different cells to generate (default 32)")
        ->check(CLI::Range(1, 100000));
    command
        ->add_option("--draws", options->inversion.draws, "Latents tried for each cell; the best is kept (default 128)")
        ->check(CLI::Range(1, 100000));
    options->fit.addTo(*command);
    command
        ->add_option("--session", options->session,
                     "Invert the model of this recorded search instead of one fitted on random labels")
        ->type_name("F")
        ->excludes("--labels", "--benchmark", "--dataset", "--space", "--weights");
}

} // namespace inverso::cli
