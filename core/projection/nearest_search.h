// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace inverso {

/// The k smallest of a stream of distances.
class NearestSet
{
public:
    using Entry = std::pair<float, std::uint32_t>; ///< distance, index

    explicit NearestSet(std::size_t count)
        : m_count(count)
    {
        m_entries.reserve(2 * count + 16);
    }
    /// Offers distances to the points first, first+1, …; `lows` has the minimum of each 16 of them.
    void offer(const float* distances, const float* lows, std::size_t count, std::uint32_t first);
    /// The entries of the set, at most k, in no order.
    std::vector<Entry>& entries();
    void clear();

private:
    void shrink();

    std::size_t m_count;
    float m_limit = 3.402823466e38F;
    std::vector<Entry> m_entries;
};

/// Rows of a matrix with half their squared lengths, for searching.
class SearchRows
{
public:
    explicit SearchRows(const Matrix& rows);

    /// Offers the points begin … end−1 to each set, with their distances from the query row of the same number, as
    /// |p|²/2 − q·p, which has the same order as the distance.
    void offer(const float* queries, std::span<NearestSet* const> sets, std::size_t begin, std::size_t end,
               std::vector<float>& workspace) const;

private:
    const Matrix& m_rows;
    std::vector<float> m_halfSquares;
};

} // namespace inverso
