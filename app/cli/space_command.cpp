// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchmark_options.h"
#include "app/cli/output_file.h"
#include "app/cli/parse.h"
#include "app/cli/program.h"
#include "core/base/error.h"
#include "core/export/cell_export.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <memory>
#include <optional>
#include <unistd.h>

namespace inverso::cli {

using Json = nlohmann::ordered_json;

namespace {

struct SpaceOptions
{
    std::string space = "nasbench201";
    std::string cell;
    std::string format = "text";
    std::string out;
    bool force = false;
};

std::string inFormat(const SearchSpace& space, CellIndex cell, const std::string& format)
{
    if (format == "json")
        return toJson(space, cell);
    if (format == "hash")
        return space.identity(cell) + "\n";
    if (format == "dot")
        return toDot(space, cell);
    if (format == "svg")
        return toSvg(space, cell);
    if (format == "python")
        return toPython(space, cell);
    if (format == "onnx")
        return toOnnx(space, cell);
    return space.text(cell) + "\n";
}

void show(const SpaceOptions& options, const Program& program)
{
    const SearchSpace& space = searchSpace(options.space);
    const CellIndex cell = parseCell(space, options.cell);
    if (options.format == "onnx" && (program.common.json || (options.out.empty() && isatty(STDOUT_FILENO) != 0)))
        throw UsageError("--format onnx is binary: name a file with --out, without --json.");
    std::optional<OutputFile> file;
    if (!options.out.empty())
        file.emplace(options.out, options.force);
    std::string text = inFormat(space, cell, options.format);
    if (program.common.json && options.format != "json")
        text = Json{{"space", space.name()}, {"cell", space.text(cell)}, {options.format, text}}.dump() + "\n";
    else if (program.common.json)
        text = toJson(space, cell, -1);
    if (file)
        file->commit(text);
    else
        std::fwrite(text.data(), 1, text.size(), stdout);
}

void count(const SpaceOptions& options, const Program& program)
{
    const SearchSpace& space = searchSpace(options.space);
    const std::string text = program.common.json ? Json{{"space", space.name()},
                                                        {"count", space.size()},
                                                        {"functional_classes", space.functionalClassCount()}}
                                                       .dump()
                                                 : std::to_string(space.size());
    std::printf("%s\n", text.c_str());
}

} // namespace

void addSpaceCommand(CLI::App& app, Program& program)
{
    CLI::App* space = app.add_subcommand("space", "Show a search space and its cells");
    const auto options = std::make_shared<SpaceOptions>();

    CLI::App* counting = addCommand(*space, program, "count", "Number of cells in the space",
                                    [options, &program] { count(*options, program); });
    addSpaceOption(*counting, options->space);

    CLI::App* showing =
        addCommand(*space, program, "show", "A cell in another form", [options, &program] { show(*options, program); });
    showing->add_option("cell", options->cell, "The cell as text, for example NAS-Bench-201's arch string")
        ->type_name("CELL")
        ->required();
    addSpaceOption(*showing, options->space);
    showing
        ->add_option("--format", options->format,
                     "text, json, hash, dot, svg, python (a PyTorch file) or onnx (binary)")
        ->check(CLI::IsMember({"text", "json", "hash", "dot", "svg", "python", "onnx"}));
    showing->add_option("--out", options->out, "Write to this file instead of stdout")->type_name("F");
    showing->add_flag("--force", options->force, "Overwrite the file of --out");
}

} // namespace inverso::cli
