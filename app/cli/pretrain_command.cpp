// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchmark_options.h"
#include "app/cli/output_file.h"
#include "app/cli/parse.h"
#include "app/cli/program.h"
#include "app/cli/progress_line.h"
#include "app/cli/setting_options.h"
#include "app/cli/text_table.h"
#include "core/training/pretraining_plan.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>

namespace inverso::cli {

namespace {

struct PretrainOptions
{
    std::string space = "nasbench201";
    std::string preset = "fast";
    std::string out;
    std::vector<std::string> overrides;
    bool force = false;
};

void print(const PretrainingResult& result, const std::string& out, bool json)
{
    if (json) {
        const nlohmann::ordered_json object = {{"epochs", result.epochs},
                                               {"seconds", result.seconds},
                                               {"reconstruction", result.reconstruction},
                                               {"validity", result.validity},
                                               {"uncut_validity", result.uncutValidity},
                                               {"uniqueness", result.uniqueness},
                                               {"novelty", result.novelty}};
        std::printf("%s\n", object.dump().c_str());
        return;
    }
    std::printf("%d epochs in %.1f s, weights in %s\n", result.epochs, result.seconds, out.c_str());
    using enum TextTable::Align;
    TextTable table;
    table.addColumn("share", Left);
    table.addColumn("%", Right);
    table.addRow({"held-out cells reconstructed exactly", fixed(100.0 * result.reconstruction, 2)});
    table.addRow({"valid, of draws from the latents' own distribution", fixed(100.0 * result.validity, 2)});
    if (result.uncutValidity < result.validity)
        table.addRow({"of these, without cutting edges beyond the limit", fixed(100.0 * result.uncutValidity, 2)});
    table.addRow({"unique, of the valid draws", fixed(100.0 * result.uniqueness, 2)});
    table.addRow({"novel (not trained on), of the unique draws", fixed(100.0 * result.novelty, 2)});
    std::fputs(table.text().c_str(), stdout);
    if (result.descriptorR2 > 0.0)
        std::printf("R² of the descriptors on held-out cells: %.3f\n", result.descriptorR2);
}

void run(const PretrainOptions& options, const Program& program)
{
    const SearchSpace& space = searchSpace(options.space);
    PretrainingSettings settings;
    settings.preset = options.preset;
    settings.seed = program.common.seed;
    settings.threads = program.common.threads;
    settings.overrides = parseOverrides(options.overrides);
    pretrainingPlan(space, settings); // checked before the file is looked at
    requireNew(options.out, options.force);
    PretrainingResult result;
    {
        ProgressLine progress;
        result = pretrain(space, settings, options.out, progress.sink(), program.stop);
    }
    print(result, options.out, program.common.json);
}

} // namespace

void addPretrainCommand(CLI::App& app, Program& program)
{
    const auto options = std::make_shared<PretrainOptions>();
    CLI::App* command = addCommand(app, program, "pretrain", "Train the graph VAE of a space on its unlabelled cells",
                                   [options, &program] { run(*options, program); });
    addSpaceOption(*command, options->space);
    command->add_option("--preset", options->preset, "fast (ours) or thesis (the printed schedule, much longer)")
        ->check(CLI::IsMember({"fast", "thesis"}));
    command->add_option("--out", options->out, "The weights file to write (safetensors)")
        ->type_name("W.safetensors")
        ->required();
    command->add_option("--set", options->overrides, "A setting, name=value; repeatable")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command->add_flag("--force", options->force, "Overwrite the file of --out");
    PretrainingPlan plan = pretrainingPlan(searchSpace("nasbench201"), {});
    command->footer("Settings (--set), with the values of the preset fast in NAS-Bench-201:\n"
                    + settingTable(settingFields(plan)));
}

} // namespace inverso::cli
