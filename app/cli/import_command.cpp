// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"
#include "app/cli/program.h"
#include "app/cli/progress_line.h"
#include "core/base/error.h"
#include "core/benchmark/catalogue.h"
#include "core/import/nasbench101_import.h"
#include "core/import/nasbench201_import.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace inverso::cli {

namespace {

namespace fs = std::filesystem;

struct ImportOptions
{
    std::string file;
    std::string out; ///< empty: where tables are found by name
    bool force = false;
};

/// Where the table is written: --out, or the benchmark's name in the folder of the user's tables, which is created.
fs::path placeOf(const ImportOptions& options, const std::string& name)
{
    std::error_code error;
    if (!options.out.empty()) {
        if (fs::equivalent(options.file, options.out, error))
            throw UsageError("--out " + options.out + " is also the input file; choose another name.");
        return options.out;
    }
    const fs::path folder = userTablesFolder();
    if (folder.empty())
        throw UsageError(
            "--out is needed: the folder of your tables is unknown, since neither XDG_DATA_HOME nor HOME is set.");
    fs::create_directories(folder, error); // if not, the output file says that it cannot be written
    return folder / (name + ".csv");
}

/// The name under which to use the table; a table in $INVERSO_BENCHMARKS may already have the benchmark's name.
std::string howToFind(const fs::path& place)
{
    const auto tables = findTables();
    std::error_code error;
    const auto found = std::ranges::find_if(
        tables, [&](const CatalogueEntry& entry) { return fs::equivalent(entry.path, place, error); });
    return found == tables.end() ? place.string() : found->name;
}

struct Imported
{
    std::size_t cells = 0;
    std::size_t records = 0;
    std::size_t skipped = 0;
};

void say(const Imported& imported, const std::string& ofSpace, const fs::path& place, bool json)
{
    if (json) {
        const nlohmann::ordered_json object = {
            {"cells", imported.cells}, {"records", imported.records}, {"skipped", imported.skipped}};
        std::printf("%s\n", object.dump().c_str());
        return;
    }
    std::printf("%zu cells%s in %s; %zu records read, %zu skipped. Use it with --benchmark %s\n", imported.cells,
                ofSpace.c_str(), place.c_str(), imported.records, imported.skipped, howToFind(place).c_str());
}

void warnOf(const NasBench101Import& result)
{
    constexpr std::size_t most = 100; // of a file that is damaged throughout
    for (std::size_t i = 0; i < std::min(result.skipped.size(), most); ++i) {
        const SkippedRecord& record = result.skipped[i];
        spdlog::warn("Skipped the record at byte {} ({} bytes): {}.", record.offset, record.bytes, record.problem);
    }
    if (result.skipped.size() > most) {
        spdlog::warn("Skipped {} more records, the last at byte {}.", result.skipped.size() - most,
                     result.skipped.back().offset);
    }
    if (result.cutOff) {
        spdlog::warn("The file is cut off: it ends in the record at byte {}. At least {} bytes of that record are "
                     "missing, and everything after it. The complete records are kept.",
                     result.cutOff->offset, result.cutOff->missing);
    }
    if (result.incomplete > 0) {
        spdlog::warn("{} cells have fewer than {} trainings; their accuracies are the mean of the available ones.",
                     result.incomplete, NasBench101Import::runs);
    }
}

void runNasBench101(const ImportOptions& options, Program& program)
{
    const fs::path place = placeOf(options, "nasbench101");
    OutputFile out(place, options.force);
    NasBench101Import result;
    {
        ProgressLine progress;
        result = importNasBench101(options.file, progress.sink(), program.stop);
    }
    warnOf(result);
    out.commit(result.table);
    say({.cells = result.cells, .records = result.records, .skipped = result.skipped.size() + (result.cutOff ? 1 : 0)},
        " of " + std::to_string(NasBench101Import::wholeSpace), place, program.common.json);
}

void runNasBench201(const ImportOptions& options, Program& program)
{
    const fs::path place = placeOf(options, "nasbench201");
    OutputFile out(place, options.force);
    const NasBench201Import result = importNasBench201(options.file);
    out.commit(result.table);
    say({.cells = result.cells, .records = result.records}, {}, place, program.common.json);
}

void addImport(CLI::App& parent, Program& program, const std::string& name, const std::string& description,
               const std::string& file, void (*run)(const ImportOptions&, Program&))
{
    const auto options = std::make_shared<ImportOptions>();
    CLI::App* command =
        addCommand(parent, program, name, description, [options, run, &program] { run(*options, program); });
    command->add_option("FILE", options->file, file)->required();
    command
        ->add_option("--out", options->out,
                     "The table to write (default: " + name
                         + ".csv in the folder of your tables, where it is found by name)")
        ->type_name("T.csv");
    command->add_flag("--force", options->force, "Overwrite an existing table");
}

} // namespace

void addImportCommand(CLI::App& app, Program& program)
{
    CLI::App* import = app.add_subcommand("import", "Convert a benchmark's published file to a table");
    addImport(*import, program, "nasbench101", "NAS-Bench-101: mean of the runs at 108 epochs of every cell",
              "nasbench_only108.tfrecord or nasbench_full.tfrecord", &runNasBench101);
    addImport(*import, program, "nasbench201", "NAS-Bench-201: a CSV table, checked line by line",
              "A CSV table; tools/nasbench201_to_csv.py converts the authors' files to one", &runNasBench201);
}

} // namespace inverso::cli
