// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/projection/neighbours.h"

#include <cstdint>
#include <vector>

namespace inverso {

/// Points sorted into lists of near ones.
struct NeighbourLists
{
    std::vector<std::uint32_t> order; ///< points, list after list
    std::vector<std::size_t> begin;   ///< of each list in `order`, and the end of the last
    std::size_t probes = 0;           ///< number of lists that are searched for a point
    std::vector<std::uint32_t> probe; ///< points, in this order, × probes: the lists to search

    [[nodiscard]] std::size_t size() const { return begin.empty() ? 0 : begin.size() - 1; }
};

/// All points in one list: the exact search.
NeighbourLists singleList(std::size_t points);
/// About 1.5·√n lists by k-means on a sample. Throws Cancelled.
NeighbourLists clusterLists(const Matrix& points, const NeighbourSettings& settings, std::stop_token stop);

} // namespace inverso
