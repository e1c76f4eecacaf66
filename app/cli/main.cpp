// SPDX-License-Identifier: GPL-3.0-or-later
// inverso-cli: the core without a display (cli.md has the contract).
#include "app/cli/interrupt.h"
#include "app/cli/program.h"
#include "app/cli/setting_options.h"
#include "core/base/error.h"
#include "core/base/thread_limit.h"
#include "core/model/runtime.h"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <exception>

namespace inverso::cli {

namespace {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, Interrupted = 130 };

// Results go to stdout; all messages go to stderr, one sentence per line.
void setUpLog()
{
    spdlog::set_default_logger(spdlog::stderr_color_mt("inverso-cli"));
    spdlog::set_pattern("%n: %^%l%$: %v");
}

// The deepest command that was given: "space" when no "count" or "show" followed.
const CLI::App& chosenCommand(const CLI::App& app)
{
    const CLI::App* command = &app;
    while (!command->get_subcommands().empty())
        command = command->get_subcommands().back();
    return *command;
}

// The commands that are allowed where none, or an unknown one, was given.
ExitCode reportCommands(const CLI::App& app)
{
    const CLI::App& parent = chosenCommand(app);
    std::string names;
    for (const CLI::App* command : parent.get_subcommands({}))
        if (!command->get_group().empty()) // else it is hidden
            names += (names.empty() ? "" : ", ") + command->get_name();
    const std::vector<std::string> rest = app.remaining(true);
    spdlog::error("{} needs a command{}; allowed: {}.", parent.get_name(),
                  rest.empty() ? std::string() : ", and \"" + rest.front() + "\" is not a command", names);
    return WrongUsage;
}

// CLI11's messages, as a sentence that refers to --help.
ExitCode reportUsage(const CLI::ParseError& error)
{
    std::string text = error.what();
    while (!text.empty() && (text.back() == '\n' || text.back() == '.'))
        text.pop_back();
    spdlog::error("{}; see --help of the command.", text);
    return WrongUsage;
}

// The core names settings by their ids.
ExitCode reportUsage(const UsageError& error)
{
    const auto* setting = dynamic_cast<const SettingError*>(&error);
    spdlog::error("{}", setting != nullptr ? setting->sentence(optionName(setting->setting())) : error.what());
    return WrongUsage;
}

ExitCode perform(const Program& program)
{
    try {
        setThreads(1); // the parallelism is in our workers
        const ThreadLimit limit(program.threads());
        program.action();
        return Done;
    } catch (const UsageError& error) {
        return reportUsage(error);
    } catch (const Cancelled&) {
        spdlog::error("Interrupted: {}.", program.finished);
        return Interrupted;
    } catch (const std::bad_alloc&) {
        spdlog::error("Out of memory; close other programs, or search fewer seeds at once (--threads).");
        return Failed;
    } catch (const std::exception& error) {
        spdlog::error("{}", error.what());
        return Failed;
    }
}

int run(int argc, char** argv)
{
    setUpLog();
    const Interrupt interrupt;
    Program program;
    program.stop = interrupt.token();

    CLI::App app("Generates neural-network cells by inverting their accuracy.", "inverso-cli");
    app.set_version_flag("--version", "inverso-cli " INVERSO_VERSION);
    addInfoCommand(app, program);
    addSpaceCommand(app, program);
    addPretrainCommand(app, program);
    addSearchCommand(app, program);
    addResumeCommand(app, program);
    addInvertCommand(app, program);
    addEvaluateCommand(app, program);
    addTrainCellCommand(app, program);
    addTableCommand(app, program);
    addImportCommand(app, program);
    addTsneCommand(app, program);
    addReproduceCommand(app, program);
    addReportCommand(app, program);
    addReferenceCommand(app, program);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ExtrasError& error) {
        return chosenCommand(app).get_subcommands({}).empty() ? reportUsage(error) : reportCommands(app);
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : reportUsage(error);
    } catch (const UsageError& error) {
        return reportUsage(error);
    }
    return program.action ? perform(program) : reportCommands(app);
}

} // namespace

} // namespace inverso::cli

int main(int argc, char** argv)
{
    return inverso::cli::run(argc, argv);
}
