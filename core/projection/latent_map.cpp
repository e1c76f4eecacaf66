// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/latent_map.h"

#include "core/base/error.h"
#include "core/base/resources.h"
#include "core/base/text.h"
#include "core/model/safetensors.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace inverso {

namespace {

std::string textOf(double value)
{
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

/// Throws std::out_of_range if the entry is missing, Error if it is not a number.
template <typename Number> Number numberOf(const SafeTensors& file, const std::string& name)
{
    const auto value = parseNumber<Number>(file.metadata.at(name));
    if (!value)
        throw Error("its " + name + " is not a number");
    return *value;
}

LatentMap mapOf(const SafeTensors& file)
{
    const StoredTensor& positions = file.tensors.at("positions");
    if (positions.shape.size() != 2 || positions.shape[1] != 2)
        throw Error("its positions are not two numbers per cell");
    if (!std::ranges::all_of(positions.values, [](float value) { return std::isfinite(value); }))
        throw Error("a position in it is not a finite number");
    LatentMap map;
    map.positions.rows = static_cast<std::size_t>(positions.shape[0]);
    map.positions.columns = 2;
    map.positions.values = positions.values;
    map.space = file.metadata.at("space");
    map.weightsHash = file.metadata.at("weights_hash");
    map.perplexity = numberOf<double>(file, "perplexity");
    map.iterations = numberOf<int>(file, "iterations");
    map.seed = numberOf<std::uint64_t>(file, "seed");
    map.klDivergence = numberOf<double>(file, "kl_divergence");
    return map;
}

} // namespace

LatentMap LatentMap::read(const std::filesystem::path& path)
{
    std::string problem;
    try {
        return mapOf(SafeTensors::read(path));
    } catch (const std::out_of_range&) {
        problem = "it contains no map";
    } catch (const Error& error) {
        problem = error.what();
    }
    throw Error("The latent map " + path.string() + " cannot be used (" + problem
                + "); make it again with inverso-cli tsne.");
}

void LatentMap::write(const std::filesystem::path& path) const
{
    SafeTensors file;
    file.tensors["positions"] = {{static_cast<std::int64_t>(positions.rows), 2}, positions.values};
    file.metadata = {{"space", space},
                     {"weights_hash", weightsHash},
                     {"perplexity", textOf(perplexity)},
                     {"iterations", std::to_string(iterations)},
                     {"seed", std::to_string(seed)},
                     {"kl_divergence", textOf(klDivergence)}};
    file.write(path);
}

std::optional<LatentMap> findLatentMap(std::string_view space, std::string_view weightsHash)
{
    namespace fs = std::filesystem;
    for (const fs::path& folder : resourceFolders("maps")) {
        std::error_code error;
        std::set<fs::path> files; // in the order of their names
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
            if (entry->path().filename().string().starts_with(std::string(space) + "-"))
                files.insert(entry->path());
        }
        for (const fs::path& file : files) {
            try {
                LatentMap map = LatentMap::read(file);
                if (map.space == space && map.weightsHash == weightsHash)
                    return map;
            } catch (const Error&) { // try the next file
            }
        }
    }
    return std::nullopt;
}

} // namespace inverso
