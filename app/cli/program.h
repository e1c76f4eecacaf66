// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace CLI {
class App;
}

namespace inverso::cli {

/// The group of --help that holds CommonOptions.
inline constexpr const char* commonGroup = "Every command";

/// Options that every command takes (cli.md).
struct CommonOptions
{
    int threads = 0;
    std::uint64_t seed = 0;
    bool json = false;
};

/// The state of one invocation: parsing fills it in and picks the action, main() runs it.
struct Program
{
    CommonOptions common;
    std::function<void()> action;
    std::stop_token stop;
    /// For the message after an interrupt: the finished work and its place.
    std::string finished = "nothing was written";

    /// Worker threads to use: --threads, or all cores.
    [[nodiscard]] int threads() const;
};

/// Declares a command with the common options; `run` becomes the action when it is chosen.
CLI::App* addCommand(CLI::App& parent, Program& program, const std::string& name, const std::string& description,
                     std::function<void()> run);

void addInfoCommand(CLI::App& app, Program& program);
void addSpaceCommand(CLI::App& app, Program& program);
void addPretrainCommand(CLI::App& app, Program& program);
void addSearchCommand(CLI::App& app, Program& program);
void addResumeCommand(CLI::App& app, Program& program);
void addInvertCommand(CLI::App& app, Program& program);
void addEvaluateCommand(CLI::App& app, Program& program);
void addTrainCellCommand(CLI::App& app, Program& program);
void addTableCommand(CLI::App& app, Program& program);
void addTsneCommand(CLI::App& app, Program& program);
void addImportCommand(CLI::App& app, Program& program);
void addReproduceCommand(CLI::App& app, Program& program);
void addReportCommand(CLI::App& app, Program& program);
void addReferenceCommand(CLI::App& app, Program& program);

} // namespace inverso::cli
