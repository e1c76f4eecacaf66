// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/benchmark/query_ledger.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace inverso {

/// Replacements for missing cells: finds the benchmark's cells by their codes. If the benchmark does not have a
/// generated cell, the nearest one that it has becomes the candidate.
class StandIns
{
public:
    /// Cells that can be queried; an even selection if there are more than `most`.
    static std::vector<CellIndex> answerable(const QueryLedger& ledger, std::size_t most = 16384);

    /// `cells` in ascending order; `codes`: one row for each.
    StandIns(std::vector<CellIndex> cells, Matrix codes);

    /// Codes of some of the cells, one per row.
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const;
    /// The wanted cell nearest to `code` (Euclidean distance; the first among equals); none if no cell is wanted.
    [[nodiscard]] std::optional<CellIndex> nearest(std::span<const float> code,
                                                   const std::function<bool(CellIndex)>& isWanted);

private:
    std::vector<CellIndex> m_cells;
    Matrix m_codes;
    std::vector<float> m_halfNorms; ///< ½‖code‖² of each
    std::vector<float> m_products;  ///< scratch
};

} // namespace inverso
