// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/progress.h"
#include "core/cell/search_space.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace inverso {

struct SafeTensors;

/// A pre-trained GVAE applied to its whole search space: the latent code of every cell, and back.
/// The codes are μ (|V|·16 numbers per cell, vertex-major; method.md §2). Immutable for its users; several threads may
/// use it.
class LatentSpace
{
public:
    /// Loads weights. Throws Error: missing or truncated file, wrong shapes, weights of another space.
    static std::shared_ptr<const LatentSpace> load(const std::filesystem::path& weights);
    virtual ~LatentSpace() = default;

    [[nodiscard]] virtual const SearchSpace& space() const = 0;
    /// |V|·16.
    [[nodiscard]] virtual std::size_t dimension() const { return means().columns; }
    /// size() × dimension(): μ of every cell. Computed on the first call, which takes seconds for a large space.
    [[nodiscard]] virtual const Matrix& means() const = 0;
    /// μ of some cells, one row each; in a large space only these are computed.
    [[nodiscard]] virtual Matrix means(std::span<const CellIndex> cells) const
    {
        const Matrix& all = means();
        Matrix some(cells.size(), all.columns);
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::ranges::copy(all.row(cells[i]), some.row(i).begin());
        return some;
    }
    /// Where the weights came from.
    [[nodiscard]] virtual const std::string& source() const = 0;
    /// Cells of n × (|V|·16) latents; none where the decode is not a cell of the space. In spaces with fixed edges only
    /// the operations are decoded.
    [[nodiscard]] virtual std::vector<std::optional<CellIndex>> decode(const Matrix& latents) const = 0;
    /// The stored weights, for fine-tuning a copy; null without a network.
    [[nodiscard]] virtual const SafeTensors* weights() const { return nullptr; }
    /// n × 2 coordinates of every cell for a map: the two leading principal components of μ.
    [[nodiscard]] virtual Matrix principalMap() const = 0;
};

} // namespace inverso
