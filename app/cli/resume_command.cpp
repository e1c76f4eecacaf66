// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_options.h"
#include "app/cli/program.h"
#include "app/cli/recorded_search.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace inverso::cli {

namespace {

struct ResumeOptions
{
    RecordedSource source;
    std::string out;
    std::string report;
    bool force = false;
};

void run(const ResumeOptions& options, Program& program)
{
    SearchJob job = openRecorded(options.source, SessionFile::open(options.source.session), program.stop);
    if (!options.out.empty())
        job.log = std::make_unique<LineFile>(options.out, options.force);
    if (!options.report.empty())
        job.report = std::make_unique<OutputFile>(options.report, options.force);
    execute(job, program);
}

} // namespace

void addResumeCommand(CLI::App& app, Program& program)
{
    const auto options = std::make_shared<ResumeOptions>();
    CLI::App* command = addCommand(app, program, "resume", "Continue a recorded search where it stopped",
                                   [options, &program] { run(*options, program); });
    command->add_option("session", options->source.session, "The file that search --session wrote")
        ->type_name("SESSION")
        ->required();
    command->add_option("--benchmark", options->source.benchmark, "The table, if it has moved")->type_name("FILE|NAME");
    command->add_option("--weights", options->source.weights, "The weights, if they have moved")->type_name("FILE");
    command->add_option("--out", options->out, "Log of every query, round and end, as JSON lines, from the first round")
        ->type_name("F.jsonl");
    command->add_option("--report", options->report, "A page with the search curve, the results and the best cell")
        ->type_name("F.html");
    command->add_flag("--force", options->force, "Overwrite the files of --out and --report");
}

} // namespace inverso::cli
