// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchmark_options.h"

#include "core/base/error.h"
#include "core/benchmark/catalogue.h"

#include <CLI/CLI.hpp>
#include <spdlog/spdlog.h>

namespace inverso::cli {

namespace {

std::string datasetNames(const Table& table)
{
    std::string names;
    for (const Table::Dataset& dataset : table.datasets())
        names += (names.empty() ? "" : ", ") + dataset.name;
    return names;
}

// The first table of the wanted space that can be read; info tells why others cannot.
std::shared_ptr<const Table> firstTable(const std::string& space)
{
    for (const CatalogueEntry& entry : findTables()) {
        try {
            auto table = Table::load(entry.path);
            if (space.empty() || table->space().name() == space)
                return table;
        } catch (const Error& error) {
            spdlog::debug("Passing over a table: {}", error.what());
        }
    }
    throw Error("No benchmark table" + (space.empty() ? std::string() : " of " + space)
                + " was found (info lists what there is): give a CSV file with --benchmark, or put one into the folder "
                  "named by "
                  "INVERSO_BENCHMARKS (see README.md, How to bring a table).");
}

} // namespace

void addSpaceOption(CLI::App& command, std::string& space)
{
    command.add_option("--space", space, "Search space (default nasbench201)")->type_name("S");
}

void BenchmarkOptions::addTo(CLI::App& command)
{
    command.add_option("--space", space, "Search space (default: the table's)")->type_name("S");
    command.add_option("--benchmark", benchmark, "Table of accuracies: a CSV file, or a name that info lists")
        ->type_name("FILE|NAME");
    command.add_option("--dataset", dataset, "Data set of the table (default: its only one)")->type_name("D");
}

std::shared_ptr<const TableBenchmark> BenchmarkOptions::open() const
{
    if (!space.empty())
        searchSpace(space); // an unknown name is wrong usage, whatever tables there are
    const std::shared_ptr<const Table> table = benchmark.empty() ? firstTable(space) : openTable(benchmark);
    if (!space.empty() && table->space().name() != space)
        throw UsageError("--space is " + space + ", but " + table->source() + " is a table of "
                         + std::string(table->space().name()) + "; allowed: the same space in both.");
    if (dataset.empty() && table->datasets().size() != 1)
        throw UsageError("--dataset is missing, and " + table->source()
                         + " has more than one; allowed: " + datasetNames(*table) + ".");
    return std::make_shared<TableBenchmark>(table, dataset.empty() ? table->datasets()[0].name : dataset);
}

} // namespace inverso::cli
