// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/benchmark/query_ledger.h"

#include <functional>
#include <optional>
#include <vector>

namespace inverso {

/// For a benchmark that knows few cells of its space: those it can answer for, found by their codes. A generated cell
/// that the benchmark lacks is no candidate; the nearest one that it has stands in for it.
class StandIns
{
public:
    /// `codes`: size() × D, must stay. Looks among at most 16,384 answerable cells: of more, an even spread.
    StandIns(const QueryLedger& ledger, const Matrix& codes);

    /// The answerable cell nearest to `cell` (Euclidean distance of codes; the lower index among equals) that is
    /// wanted; none when none is.
    [[nodiscard]] std::optional<CellIndex> nearest(CellIndex cell, const std::function<bool(CellIndex)>& isWanted);

private:
    const Matrix& m_codes;
    std::vector<CellIndex> m_cells;
    Matrix m_known;                 ///< their codes
    std::vector<float> m_halfNorms; ///< ½‖code‖² of each
    std::vector<float> m_products;  ///< scratch
};

} // namespace inverso
