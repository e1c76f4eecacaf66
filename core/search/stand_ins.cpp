// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/stand_ins.h"

#include "core/base/matrix_rows.h"
#include "core/model/kernels.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace inverso {

std::vector<CellIndex> StandIns::answerable(const QueryLedger& ledger, std::size_t most)
{
    std::vector<CellIndex> all;
    for (CellIndex cell = 0; cell < ledger.space().size(); ++cell)
        if (ledger.canAnswer(cell))
            all.push_back(cell);
    std::vector<CellIndex> spread(std::min(all.size(), most));
    for (std::size_t i = 0; i < spread.size(); ++i)
        spread[i] = all[i * all.size() / spread.size()];
    return spread;
}

StandIns::StandIns(std::vector<CellIndex> cells, Matrix codes)
    : m_cells(std::move(cells))
    , m_codes(std::move(codes))
    , m_products(m_cells.size())
{
    for (std::size_t i = 0; i < m_codes.rows; ++i) {
        const auto code = std::as_const(m_codes).row(i);
        m_halfNorms.push_back(0.5F * std::inner_product(code.begin(), code.end(), code.begin(), 0.0F));
    }
}

Matrix StandIns::codes(std::span<const CellIndex> cells) const
{
    std::vector<std::size_t> rows;
    for (const CellIndex cell : cells)
        rows.push_back(static_cast<std::size_t>(std::ranges::lower_bound(m_cells, cell) - m_cells.begin()));
    return rowsOf(m_codes, std::span<const std::size_t>(rows));
}

std::optional<CellIndex> StandIns::nearest(std::span<const float> code, const std::function<bool(CellIndex)>& isWanted)
{
    // ½‖known − code‖² without the term that is equal for all: ½‖known‖² − known·code.
    kernels::multiply(m_codes.data(), false, code.data(), false, m_products.data(), m_cells.size(), 1, m_codes.columns,
                      0.0F);
    std::optional<CellIndex> best;
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const float distance = m_halfNorms[i] - m_products[i];
        if (distance < least && isWanted(m_cells[i])) {
            least = distance;
            best = m_cells[i];
        }
    }
    return best;
}

} // namespace inverso
