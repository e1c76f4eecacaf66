// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parse.h"
#include "app/cli/program.h"
#include "app/cli/progress_line.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/experiment/reproduction.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

namespace inverso::cli {

namespace {

struct ReproduceOptions
{
    std::string plan;
    int seeds = 0;
    std::string out;
    std::string shard = "1/1";
};

std::vector<std::string> missingTables(const PreparedPlan& prepared)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < prepared.benchmarks.size(); ++i)
        if (!prepared.benchmarks[i])
            names.push_back(prepared.record.plan.benchmarks[i].name);
    return names;
}

std::vector<std::string> absentSentences(const PreparedPlan& prepared)
{
    std::vector<std::string> sentences;
    for (const PlanRecord::Absent& absent : prepared.record.absent)
        sentences.push_back(absent.label + (absent.benchmark.empty() ? "" : " on " + absent.benchmark) + ": "
                            + absent.reason);
    return sentences;
}

// Before the work, so that a mistake is reported at once and not after hours.
void warnOfWhatIsMissing(const PreparedPlan& prepared)
{
    for (std::size_t i = 0; i < prepared.benchmarks.size(); ++i) {
        const PlanBenchmark& wanted = prepared.record.plan.benchmarks[i];
        const BenchmarkFacts& facts = prepared.record.benchmarks[i];
        if (!prepared.benchmarks[i])
            spdlog::warn("No table of {} for {} was found (info lists what there is); its runs are left out.",
                         wanted.space, wanted.name);
        else if (!facts.isWhole())
            spdlog::warn("{}: {} has {} of the space's {} cells; it is not the whole benchmark.", wanted.name,
                         facts.source, facts.cells, facts.spaceCells);
    }
    for (const std::string& sentence : absentSentences(prepared))
        spdlog::warn("Not available: {}.", sentence);
}

std::string sums(const ReproduceResult& result)
{
    return std::to_string(result.known + result.done) + " of " + std::to_string(result.runs) + " runs finished, "
           + std::to_string(result.done) + " of them now";
}

void print(const PreparedPlan& prepared, const ReproduceResult& result, double seconds, const std::string& out,
           bool json)
{
    if (!json) {
        std::printf("%s: %s, in %.1f s. See them with: inverso-cli report %s\n", prepared.record.plan.name.c_str(),
                    sums(result).c_str(), seconds, out.c_str());
        return;
    }
    const nlohmann::ordered_json object = {{"plan", prepared.record.plan.name},
                                           {"runs", result.runs},
                                           {"known", result.known},
                                           {"done", result.done},
                                           {"failed", result.failed},
                                           {"missing_tables", missingTables(prepared)},
                                           {"not_available", absentSentences(prepared)},
                                           {"seconds", seconds}};
    std::printf("%s\n", object.dump().c_str());
}

void run(const ReproduceOptions& options, Program& program)
{
    const auto start = std::chrono::steady_clock::now();
    const Shard shard = parseShard(options.shard);
    const Plan plan = loadPlan(options.plan);
    ReproduceSettings settings;
    settings.program = INVERSO_VERSION;
    settings.seeds = options.seeds;
    settings.part = shard.part;
    settings.parts = shard.of;
    settings.threads = program.threads();
    const std::string name =
        shard.of == 1 ? "results" : "results-" + std::to_string(shard.part) + "-of-" + std::to_string(shard.of);
    ResultStore store = ResultStore::openToWrite(options.out, name);
    for (const std::string& remark : store.remarks())
        spdlog::warn("{}", remark);
    const PreparedPlan prepared = prepare(plan, settings, standardSources(program.stop), program.stop);
    warnOfWhatIsMissing(prepared);

    ReproduceResult result;
    try {
        ProgressLine progress;
        reproduce(prepared, settings, store, result, progress.sink(), program.stop);
    } catch (const Cancelled&) {
        program.finished = sums(result) + "; they are in " + options.out + ", the same command continues";
        throw;
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    print(prepared, result, seconds, options.out, program.common.json);
    for (const std::string& failed : result.failed)
        spdlog::warn("Failed: {}", failed);
    if (!result.failed.empty())
        throw Error(std::to_string(result.failed.size()) + " of " + std::to_string(result.runs)
                    + " runs failed; correct the problems reported above, and start the same command again.");
}

} // namespace

void addReproduceCommand(CLI::App& app, Program& program)
{
    const auto options = std::make_shared<ReproduceOptions>();
    CLI::App* command = addCommand(app, program, "reproduce", "Run the remaining part of an experiment",
                                   [options, &program] { run(*options, program); });
    command
        ->add_option("plan", options->plan,
                     "A table of the thesis (" + joined(shippedPlans()) + "), or a plan of your own")
        ->type_name("NAME|PLAN.json")
        ->required();
    command->add_option("--seeds", options->seeds, "Number of seeds, from 0 up (default: the plan's, 10)")
        ->type_name("N")
        ->check(CLI::Range(1, 100000))
        ->excludes("--seed");
    command->add_option("--out", options->out, "Folder for the results; runs that are finished there are not repeated")
        ->type_name("DIR")
        ->required();
    command
        ->add_option("--shard", options->shard,
                     "Do part I of N; the parts may run at the same time, on several "
                     "machines, into one folder or several")
        ->type_name("I/N");
}

} // namespace inverso::cli
