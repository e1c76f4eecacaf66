// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>
#include <utility>

namespace inverso::cli {

int Program::threads() const
{
    if (common.threads > 0)
        return common.threads;
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

CLI::App* addCommand(CLI::App& parent, Program& program, const std::string& name, const std::string& description,
                     std::function<void()> run)
{
    CLI::App* command = parent.add_subcommand(name, description);
    CommonOptions& common = program.common;
    command->add_option("--threads", common.threads, "Worker threads; 0: all cores. Does not change results")
        ->check(CLI::Range(0, 1024))
        ->group(commonGroup);
    command->add_option("--seed", common.seed, "Seed of all randomness (default 0)")->group(commonGroup);
    command->add_flag("--json", common.json, "Print JSON on stdout, and nothing else")->group(commonGroup);
    command->callback([&program, run = std::move(run)] { program.action = run; });
    return command;
}

} // namespace inverso::cli
