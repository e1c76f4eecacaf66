// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/latent_space.h"

#include <memory>
#include <utility>
#include <vector>

namespace inverso::ui {

/// Finds the cells whose latent codes are nearest to that of one cell, a piece at a time, so that a large
/// space does not hold up the window.
class NearestCells
{
public:
    struct Neighbour
    {
        CellIndex cell = 0;
        float distance = 0.0F; ///< Euclidean, between the means
    };

    NearestCells(std::shared_ptr<const LatentSpace> latents, CellIndex cell, std::size_t count);

    /// Looks at so many more cells; true once all have been seen.
    bool advance(std::size_t cells);
    /// The nearest so far but the cell itself, nearest first; of equally near ones the lower index first.
    [[nodiscard]] std::vector<Neighbour> nearest() const;

private:
    std::shared_ptr<const LatentSpace> m_latents;
    CellIndex m_cell;
    std::size_t m_count;
    std::size_t m_next = 0;
    std::vector<std::pair<float, CellIndex>> m_heap; ///< squared distance; the farthest on top
};

/// Euclidean distance of two cells' codes.
float latentDistance(const LatentSpace& latents, CellIndex a, CellIndex b);

} // namespace inverso::ui
