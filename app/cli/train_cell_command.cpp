// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchmark_options.h"
#include "app/cli/parse.h"
#include "app/cli/program.h"
#include "app/cli/progress_line.h"
#include "app/cli/text_table.h"
#include "core/base/error.h"
#include "core/live/cell_trainer.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace inverso::cli {

namespace {

struct TrainCellOptions
{
    std::string cell;
    std::string space = "nasbench201";
    std::string images = "fashion-mnist";
};

void run(const TrainCellOptions& options, const Program& program)
{
    const SearchSpace& space = searchSpace(options.space);
    const CellIndex cell = parseCell(space, options.cell);
    const auto images = openImages(options.images, program.stop);
    const CellTrainer trainer(images, fittedTo(tableTraining(space), *images), program.stop);
    TrainedCell trained;
    {
        ProgressLine progress;
        const auto report = [&progress](const EpochReport& done) {
            progress.show("Training", static_cast<double>(done.epoch) / done.epochs,
                          "epoch " + std::to_string(done.epoch) + " of " + std::to_string(done.epochs) + ", loss "
                              + fixed(done.loss, 3) + ", " + fixed(done.accuracy, 1) + " % of the training images");
        };
        trained = trainer.train(space, cell, program.common.seed, report, program.stop);
    }
    if (program.common.json) {
        const nlohmann::ordered_json object = {{"cell", space.text(cell)},
                                               {"valid", trained.valid},
                                               {"test", trained.test},
                                               {"seconds", trained.seconds},
                                               {"parameters", trained.parameters * 1e6}};
        std::printf("%s\n", object.dump().c_str());
        return;
    }
    std::printf("%s\nvalidation %.2f %%, test %.2f %% (%d training images of %s, %d epochs, %.1f s, %.0f parameters)\n",
                space.text(cell).c_str(), trained.valid, trained.test, trainer.settings().trainingImages,
                trainer.images().name.c_str(), trainer.settings().epochs, trained.seconds, trained.parameters * 1e6);
}

} // namespace

void addTrainCellCommand(CLI::App& app, Program& program)
{
    const auto options = std::make_shared<TrainCellOptions>();
    CLI::App* command = addCommand(app, program, "train-cell", "Train one cell on a data set of images",
                                   [options, &program] { run(*options, program); });
    command->add_option("cell", options->cell, "The cell as text, for example NAS-Bench-201's arch string")
        ->type_name("CELL")
        ->required();
    addSpaceOption(*command, options->space);
    addImagesOption(*command, options->images);
}

} // namespace inverso::cli
