// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/benchmark/query_ledger.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace inverso {

/// Cells that a benchmark can answer for, found by their codes. Where it knows few cells of its space, a generated cell
/// that the benchmark lacks is no candidate; the nearest one that it has stands in for it.
class StandIns
{
public:
    /// Cells that can be asked; of more than `most` an even spread.
    static std::vector<CellIndex> answerable(const QueryLedger& ledger, std::size_t most = 16384);

    /// `cells` in ascending order; `codes`: a row for each.
    StandIns(std::vector<CellIndex> cells, Matrix codes);

    /// Codes of some of the cells, a row each.
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const;
    /// The cell nearest to `code` (Euclidean distance; the first among equals) that is wanted; none when none is.
    [[nodiscard]] std::optional<CellIndex> nearest(std::span<const float> code,
                                                   const std::function<bool(CellIndex)>& isWanted);

private:
    std::vector<CellIndex> m_cells;
    Matrix m_codes;
    std::vector<float> m_halfNorms; ///< ½‖code‖² of each
    std::vector<float> m_products;  ///< scratch
};

} // namespace inverso
