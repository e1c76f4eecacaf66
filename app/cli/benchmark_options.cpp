// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchmark_options.h"

#include "app/cli/terminal_asker.h"
#include "core/base/error.h"
#include "core/benchmark/asked_benchmark.h"
#include "core/benchmark/catalogue.h"
#include "core/benchmark/table.h"
#include "core/live/live_benchmark.h"

#include <CLI/CLI.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace inverso::cli {

namespace {

std::string datasetNames(const Table& table)
{
    std::string names;
    for (const Table::Dataset& dataset : table.datasets())
        names += (names.empty() ? "" : ", ") + dataset.name;
    return names;
}

bool has(const Table& table, const std::string& dataset)
{
    return dataset.empty()
           || std::ranges::find(table.datasets(), dataset, &Table::Dataset::name) != table.datasets().end();
}

// The first readable table of the wanted space and data set; info reports why others cannot be read. If no table has
// the data set, the first table of the space: the error message then lists its data sets.
std::shared_ptr<const Table> firstTable(const std::string& space, const std::string& dataset)
{
    std::shared_ptr<const Table> other;
    for (const CatalogueEntry& entry : findTables()) {
        try {
            auto table = Table::load(entry.path);
            if (!space.empty() && table->space().name() != space)
                continue;
            if (has(*table, dataset))
                return table;
            if (!other)
                other = std::move(table);
        } catch (const Error& error) {
            spdlog::debug("Skipping a table: {}", error.what());
        }
    }
    if (other)
        return other;
    throw Error(
        "No benchmark table" + (space.empty() ? std::string() : " of " + space)
        + " was found (info lists the known ones): give a CSV file with --benchmark, or put one into the folder "
          "named by INVERSO_BENCHMARKS (see docs/benchmarks.md).");
}

std::shared_ptr<const Benchmark> benchmarkOf(std::shared_ptr<const Table> table, const std::string& space,
                                             const std::string& dataset)
{
    if (!space.empty() && table->space().name() != space)
        throw UsageError("--space is " + space + ", but " + table->source() + " is a table of "
                         + std::string(table->space().name()) + "; allowed: the same space in both.");
    if (dataset.empty() && table->datasets().size() != 1)
        throw UsageError("--dataset is missing, and " + table->source()
                         + " has more than one; allowed: " + datasetNames(*table) + ".");
    const std::string name = dataset.empty() ? table->datasets()[0].name : dataset;
    return std::make_shared<TableBenchmark>(std::move(table), name);
}

std::shared_ptr<const Benchmark> openAsked(const std::string& name, const std::string& space,
                                           const std::string& dataset)
{
    if (askedFile(name).empty())
        throw UsageError("--benchmark is " + name + "; allowed: ask: and the CSV file that keeps the labels.");
    auto asked = std::make_shared<AskedBenchmark>(searchSpace(space.empty() ? "nasbench201" : space), askedFile(name),
                                                  terminalAsker());
    if (!dataset.empty() && dataset != asked->dataset())
        throw UsageError("--dataset is " + dataset + ", but the data set of the labels that you enter is "
                         + asked->dataset() + "; allowed: that one, or no --dataset.");
    return asked;
}

std::shared_ptr<const Benchmark> openLive(const std::string& name, const std::string& space, const std::string& dataset,
                                          const std::stop_token& stop)
{
    auto live = openLiveBenchmark(name, searchSpace(space.empty() ? "nasbench201" : space), stop);
    if (!dataset.empty() && dataset != live->dataset())
        throw UsageError("--dataset is " + dataset + ", but --benchmark " + name + " trains on " + live->dataset()
                         + "; allowed: the same in both, or no --dataset.");
    return live;
}

} // namespace

void addSpaceOption(CLI::App& command, std::string& space)
{
    command.add_option("--space", space, "Search space (default nasbench201)")->type_name("S");
}

void BenchmarkOptions::addTo(CLI::App& command)
{
    command.add_option("--space", space, "Search space (default: the table's)")->type_name("S");
    command
        .add_option(
            "--benchmark", benchmark,
            "Table of accuracies: a CSV file, or a name that info lists; or live:fashion-mnist, live:DIR: train every "
            "queried cell on those images; or ask:FILE: you enter the accuracies, and FILE keeps them")
        ->type_name("FILE|NAME|live:IMAGES|ask:FILE");
    command.add_option("--dataset", dataset, "Data set of the table (default: its only one)")->type_name("D");
}

std::shared_ptr<const Benchmark> openBenchmark(const std::string& nameOrPath, const std::string& space,
                                               const std::string& dataset, const std::stop_token& stop)
{
    if (isAskedName(nameOrPath))
        return openAsked(nameOrPath, space, dataset);
    return isLiveName(nameOrPath) ? openLive(nameOrPath, space, dataset, stop)
                                  : benchmarkOf(openTable(nameOrPath), space, dataset);
}

std::shared_ptr<const Benchmark> BenchmarkOptions::open(const std::stop_token& stop) const
{
    if (!space.empty())
        searchSpace(space); // an unknown name is a usage error, with any tables
    return benchmark.empty() ? benchmarkOf(firstTable(space, dataset), space, dataset)
                             : openBenchmark(benchmark, space, dataset, stop);
}

void addImagesOption(CLI::App& command, std::string& images)
{
    command
        .add_option("--images", images, "fashion-mnist, or a folder: IDX files, or pictures in a folder for each class")
        ->type_name("NAME|DIR");
}

} // namespace inverso::cli
