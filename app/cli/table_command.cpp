// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchmark_options.h"
#include "app/cli/output_file.h"
#include "app/cli/parse.h"
#include "app/cli/program.h"
#include "app/cli/progress_line.h"
#include "core/base/error.h"
#include "core/live/table_build.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <memory>

namespace inverso::cli {

namespace {

struct BuildOptions
{
    std::string space = "nasbench201";
    std::string images = "fashion-mnist";
    std::string shard = "1/1";
    TableBuildSettings build;
    bool force = false;
};

void run(BuildOptions& options, Program& program)
{
    const SearchSpace& space = searchSpace(options.space);
    const Shard shard = parseShard(options.shard);
    options.build.shard = shard.part;
    options.build.shards = shard.of;
    if (!options.build.resume)
        requireNew(options.build.out, options.force);
    const auto images = openImages(options.images, program.stop);
    const CellTrainer trainer(images, fittedTo(tableTraining(space), *images), program.stop);
    program.finished = "the finished trainings are kept; continue with --resume";
    TableBuildResult result;
    {
        ProgressLine progress;
        result = buildTable(space, trainer, options.build, progress.sink(), program.stop);
    }
    for (const std::string& sentence : result.broken)
        spdlog::warn("{}", sentence);
    if (program.common.json) {
        const nlohmann::ordered_json object = {{"cells", result.cells},
                                               {"trained", result.trained},
                                               {"missing", result.missing},
                                               {"seconds", result.seconds}};
        std::printf("%s\n", object.dump().c_str());
    } else if (result.missing > 0) {
        std::printf(
            "%zu trainings in %.0f s; %zu are still missing. Run the other shards, or continue with --resume.\n",
            result.trained, result.seconds, result.missing);
        if (result.cells > 0)
            std::printf("%zu cells in %s\n", result.cells, options.build.out.c_str());
    } else {
        std::printf("%zu cells in %s; %zu trainings in %.0f s\n", result.cells, options.build.out.c_str(),
                    result.trained, result.seconds);
    }
}

} // namespace

void addTableCommand(CLI::App& app, Program& program)
{
    CLI::App* table = app.add_subcommand("table", "Make a benchmark table");
    const auto options = std::make_shared<BuildOptions>();
    CLI::App* command =
        addCommand(*table, program, "build", "Train every cell of a space, each function once (takes hours)",
                   [options, &program] { run(*options, program); });
    addSpaceOption(*command, options->space);
    addImagesOption(*command, options->images);
    command->add_option("--out", options->build.out, "The table to write")->type_name("T.csv")->required();
    command->add_flag("--resume", options->build.resume, "Continue with the trainings that are kept beside the table");
    command->add_option("--shard", options->shard, "Do part I of N; the parts may run at the same time")
        ->type_name("I/N");
    command->add_option("--trainings", options->build.seeds, "Trainings per function, with different seeds")
        ->check(CLI::Range(1, 100));
    command->add_option("--top", options->build.topClasses, "Number of best functions that get more trainings")
        ->check(CLI::Range(0, 1000000));
    command->add_option("--top-trainings", options->build.topSeeds, "Trainings of each of these functions")
        ->check(CLI::Range(1, 100));
    command->add_option("--most", options->build.most, "Maximum number of trainings in this run (default: no limit)")
        ->check(CLI::Range(0, 1000000000));
    command->add_flag("--partial", options->build.partial,
                      "Write the table of the cells trained so far, even if most are missing");
    command->add_flag("--force", options->force, "Overwrite the file of --out");
}

} // namespace inverso::cli
