// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix_rows.h"
#include "core/base/random.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

namespace inverso {

/// Batches of the rows of a matrix in random order.
class MiniBatches
{
public:
    /// `data` outlives it; `size` > 0: rows in a batch. The last batch of an epoch has the remaining rows.
    MiniBatches(const Matrix& data, int size)
        : m_data(data)
        , m_size(static_cast<std::size_t>(size))
        , m_order(data.rows)
    {
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    }

    /// Calls `step` with each batch (a new Matrix) and the numbers of its rows.
    template <typename Step> void epoch(Rng& rng, Step step)
    {
        rng.shuffle(m_order);
        for (std::size_t first = 0; first < m_order.size(); first += m_size) {
            const auto rows =
                std::span<const std::size_t>(m_order).subspan(first, std::min(m_size, m_order.size() - first));
            step(rowsOf(m_data, rows), rows);
        }
    }

private:
    const Matrix& m_data;
    std::size_t m_size;
    std::vector<std::size_t> m_order;
};

} // namespace inverso
