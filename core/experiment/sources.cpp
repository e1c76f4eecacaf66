// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sources.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/benchmark/catalogue.h"
#include "core/session/fingerprint.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace inverso {

namespace {

/// The first of the wanted data sets that the table has; null when it has none.
const Table::Dataset* wantedDataset(const Table& table, const PlanBenchmark& wanted)
{
    if (table.space().name() != wanted.space)
        return nullptr;
    if (wanted.datasets.empty())
        return table.datasets().size() == 1 ? &table.datasets().front() : nullptr;
    for (const std::string& name : wanted.datasets) {
        const auto found = std::ranges::find(table.datasets(), name, &Table::Dataset::name);
        if (found != table.datasets().end())
            return &*found;
    }
    return nullptr;
}

std::shared_ptr<const Benchmark> openNamed(const PlanBenchmark& wanted)
{
    auto table = openTable(wanted.source);
    const Table::Dataset* dataset = wantedDataset(*table, wanted);
    if (!dataset)
        throw Error("The plan's benchmark " + inQuotes(wanted.name) + " is " + wanted.source
                    + ", which is not a table of " + wanted.space
                    + " with the data set that the plan names; correct its space, datasets or source.");
    return std::make_shared<TableBenchmark>(std::move(table), dataset->name);
}

} // namespace

std::shared_ptr<const Benchmark> findBenchmark(const PlanBenchmark& wanted)
{
    if (!wanted.source.empty())
        return openNamed(wanted);
    std::shared_ptr<const Table> best;
    const Table::Dataset* bestDataset = nullptr;
    for (const CatalogueEntry& entry : findTables()) {
        try {
            auto table = Table::load(entry.path);
            const Table::Dataset* dataset = wantedDataset(*table, wanted);
            if (!dataset || (bestDataset && dataset->known <= bestDataset->known))
                continue;
            best = std::move(table);
            bestDataset = dataset;
        } catch (const UsageError&) {
            throw;
        } catch (const Error&) {
            continue; // info reports why a table cannot be read
        }
    }
    return best ? std::make_shared<TableBenchmark>(best, bestDataset->name) : nullptr;
}

BenchmarkFacts factsOf(const Benchmark& benchmark)
{
    BenchmarkFacts facts;
    facts.source = std::filesystem::path(benchmark.source()).filename().string();
    facts.space = benchmark.space().name();
    facts.dataset = benchmark.dataset();
    facts.hash = contentHash(benchmark);
    facts.spaceCells = benchmark.space().size();
    for (CellIndex cell = 0; cell < benchmark.space().size(); ++cell) {
        if (!benchmark.knows(cell))
            continue;
        ++facts.cells;
        if (benchmark.bestCell()) // otherwise labels are computed on demand
            facts.maxTest = std::fmax(facts.maxTest, benchmark.label(cell, {}).test);
    }
    if (const auto best = benchmark.bestCell()) {
        const Label label = benchmark.label(*best, {});
        facts.bestValid = label.valid;
        facts.testOfBest = label.test;
    }
    return facts;
}

} // namespace inverso
