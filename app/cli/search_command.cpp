// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchmark_options.h"
#include "app/cli/model_options.h"
#include "app/cli/parse.h"
#include "app/cli/program.h"
#include "app/cli/search_job.h"
#include "app/cli/setting_options.h"
#include "core/session/session_header.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

namespace inverso::cli {

namespace {

struct SearchOptions
{
    BenchmarkOptions benchmark;
    SearchSettings settings;
    SettingOptions given; ///< of the settings
    ModelOptions model;
    std::string seeds;
    std::string initial;
    std::string out;
    std::string session;
    std::string report;
    bool force = false;
};

// The settings without their seed, checked before anything is opened.
SearchSettings settingsOf(const SearchOptions& options, const Program& program)
{
    SearchSettings settings = options.settings;
    settings.model.overrides = options.model.overrides();
    settings.seed = program.common.seed;
    if (!options.initial.empty()) {
        const LabelSplit split = parseLabels(options.initial, "--initial");
        settings.initialTraining = split.training;
        settings.initialValidation = split.validation;
    }
    std::vector<std::string> given = options.given.given();
    if (options.model.hasWeights())
        given.emplace_back("weights");
    requireUsed(settings, given);
    return resolved(settings);
}

// Files are opened before the search: one that cannot be written must not cost a search.
void openOutputs(SearchJob& job, const SearchOptions& options)
{
    if (!options.out.empty())
        job.log = std::make_unique<LineFile>(options.out, options.force);
    if (!options.report.empty())
        job.report = std::make_unique<OutputFile>(options.report, options.force);
    if (options.session.empty())
        return;
    const SessionHeader header =
        sessionHeader(INVERSO_VERSION, *job.benchmark, job.latents ? job.latents->source() : std::string());
    std::vector<SearchSettings> settings;
    for (const SearchRun& run : job.runs)
        settings.push_back(run.settings);
    job.sessionPath = options.session;
    requireNew(options.session, options.force);
    job.session = SessionFile::create(options.session, header, settings, options.force);
}

void run(const SearchOptions& options, Program& program)
{
    const SearchSettings settings = settingsOf(options, program);
    const std::vector<std::uint64_t> seeds =
        options.seeds.empty() ? std::vector{program.common.seed} : parseSeeds(options.seeds);
    SearchJob job;
    job.benchmark = options.benchmark.open(program.stop);
    if (methodNamed(settings.method).needsModel)
        job.latents = options.model.loadLatents(job.benchmark->space(), settings.model.preset);
    for (const std::uint64_t seed : seeds) {
        SearchRun& one = job.runs.emplace_back();
        one.settings = settings;
        one.settings.seed = seed;
    }
    openOutputs(job, options);
    execute(job, program);
}

std::string defaultsOf(const MethodInfo& method)
{
    const MethodDefaults& defaults = method.defaults;
    if (defaults.topK == 0)
        return {};
    return " (--top-k " + std::to_string(defaults.topK)
           + (defaults.candidates > 0 ? ", --candidates " + std::to_string(defaults.candidates) : std::string()) + ")";
}

std::string methodSummaries()
{
    std::string text = "Methods:\n";
    for (const MethodInfo& method : searchMethods())
        text += "  " + std::string(method.name) + std::string(12 - std::min<std::size_t>(11, method.name.size()), ' ')
                + std::string(method.summary) + defaultsOf(method) + "\n";
    return text;
}

/// The settings of --set; methods with the same ones share a list.
std::string ownSettings()
{
    struct List
    {
        std::string methods;
        std::string preset;
        std::string table;
    };
    std::vector<List> lists;
    for (const MethodInfo& method : searchMethods()) {
        for (const Preset preset : {Preset::Default, Preset::Thesis}) {
            if (!method.settings || (preset == Preset::Thesis && !method.hasPresets))
                continue;
            const std::string table = settingTable(method.settings(preset).fields());
            const auto same = std::ranges::find(lists, table, &List::table);
            if (same != lists.end())
                same->methods += ", " + std::string(method.name);
            else
                lists.push_back({std::string(method.name),
                                 method.hasPresets ? ", preset " + std::string(presetName(preset)) : "", table});
        }
    }
    std::string text;
    for (const List& list : lists)
        text += "\nSettings of " + list.methods + list.preset + " (--set):\n" + list.table;
    return text;
}

/// The settings of a search with an option of their own: not those that every command has, nor T+V.
std::vector<SettingField> optionFields(SearchSettings& settings)
{
    auto fields = settingFields(settings);
    std::erase_if(fields, [](const SettingField& field) {
        return field.id == "seed" || field.id == "threads" || field.id.starts_with("initial_");
    });
    return fields;
}

} // namespace

void addSearchCommand(CLI::App& app, Program& program)
{
    const auto options = std::make_shared<SearchOptions>();
    CLI::App* command = addCommand(app, program, "search", "Search for the best cell with a budget of queries",
                                   [options, &program] { run(*options, program); });
    command->footer(methodSummaries() + ownSettings());
    options->benchmark.addTo(*command);
    options->given.addTo(*command, optionFields(options->settings));
    command->add_option("--initial", options->initial, "Initial labels: N, or T+V for training and validation")
        ->type_name("N|T+V");
    command->add_option("--seeds", options->seeds, "Seeds A..B, one search each, in parallel (default: that of --seed)")
        ->type_name("A..B")
        ->excludes("--seed");
    options->model.addTo(*command);
    command->add_option("--out", options->out, "Log of every query, round and end, as JSON lines")
        ->type_name("F.jsonl");
    command->add_option("--session", options->session, "Record the search, so that resume can continue it")
        ->type_name("F");
    command->add_option("--report", options->report, "A page with the search curve, the results and the best cell")
        ->type_name("F.html");
    command->add_flag("--force", options->force, "Overwrite the files of --out, --session and --report");
}

} // namespace inverso::cli
