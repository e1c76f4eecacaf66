// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace inverso {

/// A finished t-SNE of the latents of a whole space, with its settings. Stored as safetensors: the tensor "positions"
/// and the rest as metadata.
struct LatentMap
{
    Matrix positions; ///< size of the space × 2; the row is the CellIndex
    std::string space;
    std::string weightsHash; ///< fileHash() of the weights: other weights have another map
    double perplexity = 0.0;
    int iterations = 0;
    std::uint64_t seed = 0;
    double klDivergence = 0.0; ///< in nats

    /// Throws Error naming the file: missing, damaged, not a map.
    static LatentMap read(const std::filesystem::path& path);
    /// Writes the whole file or nothing. Throws Error when it cannot be written.
    void write(const std::filesystem::path& path) const;
};

/// The shipped map of these weights, if there is one: a file <space>-*.safetensors in the folder "maps" of the
/// resources. Files that cannot be read are skipped, because a map can always be computed.
std::optional<LatentMap> findLatentMap(std::string_view space, std::string_view weightsHash);

} // namespace inverso
