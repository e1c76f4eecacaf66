// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace inverso {

/// The indices 0 … count−1, sorted by `less(i, j)`; equal ones stay in ascending order.
template <typename Less> std::vector<std::size_t> sortedOrder(std::size_t count, Less less)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, less);
    return order;
}

} // namespace inverso
