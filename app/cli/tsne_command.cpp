// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/benchmark_options.h"
#include "app/cli/model_options.h"
#include "app/cli/output_file.h"
#include "app/cli/program.h"
#include "app/cli/progress_line.h"
#include "core/model/weights.h"
#include "core/projection/latent_map.h"
#include "core/projection/tsne.h"
#include "core/session/fingerprint.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <memory>

namespace inverso::cli {

namespace {

struct TsneOptions
{
    std::string space = "nasbench201";
    std::string weights;
    std::string out;
    TsneSettings map;
    bool force = false;
};

std::string quoted(const std::string& field)
{
    return field.find(',') == std::string::npos ? field : '"' + field + '"';
}

/// One line per cell, below the settings as comments.
std::string csvOf(const LatentMap& map, const SearchSpace& space, const std::filesystem::path& weights)
{
    char line[256];
    std::snprintf(line, sizeof line, "# perplexity: %g\n# iterations: %d\n# seed: %llu\n# KL divergence (nats): %.6f\n",
                  map.perplexity, map.iterations, static_cast<unsigned long long>(map.seed), map.klDivergence);
    std::string text = "# content: t-SNE of the latents of " + std::string(space.title())
                       + "\n# weights: " + weights.filename().string() + ", hash " + map.weightsHash + "\n" + line;
    const bool oneKey = space.keyColumns().size() == 1;
    text += (oneKey ? std::string(space.keyColumns().front()) : "cell") + ",x,y\n";
    for (CellIndex cell = 0; cell < space.size(); ++cell) {
        std::snprintf(line, sizeof line, ",%.6g,%.6g\n", static_cast<double>(map.positions(cell, 0)),
                      static_cast<double>(map.positions(cell, 1)));
        text += quoted(space.text(cell)) + line;
    }
    return text;
}

void run(TsneOptions& options, Program& program)
{
    const SearchSpace& space = searchSpace(options.space);
    const bool asMap = std::filesystem::path(options.out).extension() == ".safetensors";
    requireNew(options.out, options.force);
    std::unique_ptr<OutputFile> csv;
    if (!asMap)
        csv = std::make_unique<OutputFile>(options.out, options.force);
    const std::filesystem::path weights =
        options.weights.empty() ? findWeights(space.name(), "default") : std::filesystem::path(options.weights);
    const auto latents = loadLatents(weights, space);
    options.map.seed = program.common.seed;
    options.map.threads = program.threads();
    TsneResult result;
    {
        ProgressLine progress;
        result = tsne(latents->means(), options.map, progress.sink(), program.stop);
    }
    const LatentMap map{.positions = std::move(result.positions),
                        .space = std::string(space.name()),
                        .weightsHash = fileHash(weights),
                        .perplexity = options.map.perplexity,
                        .iterations = options.map.iterations,
                        .seed = options.map.seed,
                        .klDivergence = result.klDivergence};
    if (csv)
        csv->commit(csvOf(map, space, weights));
    else
        map.write(options.out);
    if (program.common.json) {
        const nlohmann::ordered_json object = {
            {"points", map.positions.rows}, {"seconds", result.seconds}, {"kl_divergence", map.klDivergence}};
        std::printf("%s\n", object.dump().c_str());
    } else {
        std::printf("%zu cells in %s; %.1f s, KL divergence %.4f nats\n", map.positions.rows, options.out.c_str(),
                    result.seconds, map.klDivergence);
    }
}

} // namespace

void addTsneCommand(CLI::App& app, Program& program)
{
    const auto options = std::make_shared<TsneOptions>();
    CLI::App* command =
        addCommand(app, program, "tsne", "Map the latents of every cell of a space to the plane (t-SNE)",
                   [options, &program] { run(*options, program); });
    addSpaceOption(*command, options->space);
    command->add_option("--weights", options->weights, "Pre-trained weights (default: those shipped)")
        ->type_name("FILE");
    command
        ->add_option(
            "--out", options->out,
            "The map to write: a CSV file of cell, x, y; a name that ends in .safetensors: the window's format")
        ->type_name("map.csv")
        ->required();
    command
        ->add_option("--perplexity", options->map.perplexity, "Effective number of neighbours of a cell (default 30)")
        ->check(CLI::Range(1.0, 10000.0));
    command->add_option("--iterations", options->map.iterations, "Iterations of the descent (default 1000)")
        ->check(CLI::Range(1, 1000000));
    command->add_flag("--force", options->force, "Overwrite the file of --out");
}

} // namespace inverso::cli
