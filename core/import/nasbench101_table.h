// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/nasbench101_run.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace inverso {

/// Gathers the runs of cells, each known by its hash, and writes them as the table that NasBench101Import describes.
class NasBench101Table
{
public:
    /// The cell's form is that of its first run: others of the same hash are isomorphic.
    void add(const NasBench101Run& run);

    [[nodiscard]] std::size_t cells() const { return m_rows.size(); }
    /// Cells with fewer runs than that.
    [[nodiscard]] std::size_t cellsBelow(int runs) const;
    [[nodiscard]] std::string csv() const;

private:
    using Hash = decltype(NasBench101FileCell::hash);
    struct HashOfHash
    {
        std::size_t operator()(const Hash& hash) const;
    };
    struct Row
    {
        NasBench101FileCell cell;
        std::int32_t runs = 0;
        double valid = 0.0; ///< sums over the runs
        double test = 0.0;
        double seconds = 0.0;         ///< NaN when a run lacks it
        std::int32_t parameters = -1; ///< -1: not given

        [[nodiscard]] double meanSeconds() const;     ///< likewise
        [[nodiscard]] double knownParameters() const; ///< NaN when not given
    };

    [[nodiscard]] bool differ(double (Row::*number)() const) const;

    std::vector<Row> m_rows;
    std::unordered_map<Hash, std::uint32_t, HashOfHash> m_places; ///< in m_rows
};

} // namespace inverso
