// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/latent_space.h"

#include <memory>
#include <utility>
#include <vector>

namespace inverso::ui {

/// Finds the cells whose latent codes are nearest to that of one cell, in portions, so that a large space does not
/// block the window.
class NearestCells
{
public:
    struct Neighbour
    {
        CellIndex cell = 0;
        float distance = 0.0F; ///< Euclidean, between the means
    };

    NearestCells(std::shared_ptr<const LatentSpace> latents, CellIndex cell, std::size_t count);

    /// Examines up to that number of further cells; true when all have been examined.
    bool advance(std::size_t cells);
    /// The nearest cells so far, without the cell itself, nearest first; ties are ordered by index.
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
