// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <vector>

namespace inverso {

/// The path encoding of White et al. 2021 (BANANAS): the sequences of operations on the paths of a cell from its input
/// to its output. Each sequence that a cell of the space could have has a number: the shorter ones first,
/// those of one length in the order of the space's labels, the first operation most significant. None and
/// skip_connect are operations like others.
class PathEncoding
{
public:
    explicit PathEncoding(const SearchSpace& space);

    /// Number of possible sequences: 155 in NAS-Bench-201 (1 to 3 operations), 364 in NAS-Bench-101 (0 to 5).
    [[nodiscard]] std::size_t size() const { return sizeUpTo(m_longest); }
    /// Number of sequences of at most `operations` operations; these have the lowest numbers.
    [[nodiscard]] std::size_t sizeUpTo(int operations) const;
    /// Maximum number of operations on a path.
    [[nodiscard]] int longest() const { return m_longest; }
    /// The numbers of a cell's paths, ascending; paths with the same operations count once.
    [[nodiscard]] std::vector<std::size_t> paths(CellIndex cell) const;

private:
    const SearchSpace& m_space;
    std::size_t m_operations; ///< different ones
    int m_shortest;           ///< fewest and most operations on a path
    int m_longest;
};

} // namespace inverso
