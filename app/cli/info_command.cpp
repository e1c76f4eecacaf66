// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"
#include "app/cli/text_table.h"
#include "core/base/error.h"
#include "core/benchmark/catalogue.h"
#include "core/images/image_set.h"
#include "core/model/runtime.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <cstdio>

namespace inverso::cli {

using Json = nlohmann::ordered_json;

namespace {

struct Known
{
    std::string name;
    std::string space;
    std::string dataset;
    std::size_t cells;
    std::string source;
};

std::vector<Known> knownBenchmarks()
{
    std::vector<Known> known;
    for (const CatalogueEntry& entry : findTables()) {
        try {
            const auto table = Table::load(entry.path);
            for (const Table::Dataset& dataset : table->datasets())
                known.push_back(
                    {entry.name, std::string(table->space().name()), dataset.name, dataset.known, entry.path.string()});
        } catch (const Error& error) {
            spdlog::warn("Skipping a table: {}", error.what());
        }
    }
    for (const std::string& images : installedImages())
        for (const std::string_view space : searchSpaceNames())
            known.push_back(
                {"live:" + images, std::string(space), images, searchSpace(space).size(), "trained on demand"});
    return known;
}

std::string asJson(const RuntimeInfo& runtime, int threads, const std::vector<Known>& known)
{
    Json benchmarks = Json::array();
    for (const Known& one : known)
        benchmarks.push_back(
            {{"space", one.space}, {"dataset", one.dataset}, {"cells", one.cells}, {"source", one.source}});
    return Json{{"version", INVERSO_VERSION}, {"libtorch", runtime.libtorch},
                {"blas", runtime.blas},       {"reference_blas", runtime.referenceBlas},
                {"threads", threads},         {"benchmarks", std::move(benchmarks)}}
               .dump()
           + "\n";
}

std::string asText(const RuntimeInfo& runtime, int threads, const std::vector<Known>& known)
{
    std::string text = "Inverso " INVERSO_VERSION "\nLibTorch " + runtime.libtorch + "\nBLAS " + runtime.blas
                       + "\nThreads " + std::to_string(threads) + "\n\n";
    if (known.empty())
        return text
               + "Benchmark tables: none found. Put CSV files into the folder named by INVERSO_BENCHMARKS, or into\n"
                 "~/.local/share/inverso/benchmarks (see docs/benchmarks.md).\n";
    using enum TextTable::Align;
    TextTable table;
    table.addColumn("benchmark", Left);
    table.addColumn("space", Left);
    table.addColumn("data set", Left);
    table.addColumn("cells", Right);
    table.addColumn("source", Left);
    for (const Known& one : known)
        table.addRow({one.name, one.space, one.dataset, std::to_string(one.cells), one.source});
    return text + table.text();
}

} // namespace

void addInfoCommand(CLI::App& app, Program& program)
{
    addCommand(app, program, "info", "Versions, the BLAS in use, and the benchmarks found", [&program] {
        const RuntimeInfo runtime = runtimeInfo();
        if (runtime.referenceBlas)
            spdlog::warn("LibTorch runs on the {}, tens of times slower than OpenBLAS: install libopenblas0-pthread.",
                         runtime.blas);
        const auto known = knownBenchmarks();
        const std::string text =
            program.common.json ? asJson(runtime, program.threads(), known) : asText(runtime, program.threads(), known);
        std::fputs(text.c_str(), stdout);
    });
}

} // namespace inverso::cli
