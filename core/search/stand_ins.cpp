// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/stand_ins.h"

#include "core/model/kernels.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace inverso {

namespace {

constexpr std::size_t mostCells = 16384;

} // namespace

StandIns::StandIns(const QueryLedger& ledger, const Matrix& codes)
    : m_codes(codes)
{
    std::vector<CellIndex> answerable;
    for (CellIndex cell = 0; cell < ledger.space().size(); ++cell)
        if (ledger.canAnswer(cell))
            answerable.push_back(cell);
    const std::size_t count = std::min(answerable.size(), mostCells);
    m_known = Matrix(count, codes.columns);
    for (std::size_t i = 0; i < count; ++i) {
        m_cells.push_back(answerable[i * answerable.size() / count]);
        const auto code = codes.row(m_cells.back());
        std::ranges::copy(code, m_known.row(i).begin());
        m_halfNorms.push_back(0.5F * std::inner_product(code.begin(), code.end(), code.begin(), 0.0F));
    }
    m_products.resize(count);
}

std::optional<CellIndex> StandIns::nearest(CellIndex cell, const std::function<bool(CellIndex)>& isWanted)
{
    // ½‖known − code‖² without what is the same for all: ½‖known‖² − known·code.
    kernels::multiply(m_known.data(), false, m_codes.row(cell).data(), false, m_products.data(), m_cells.size(), 1,
                      m_codes.columns, 0.0F);
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
