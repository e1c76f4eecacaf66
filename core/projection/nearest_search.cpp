// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/nearest_search.h"

#include "core/projection/tsne_kernels.h"

#include <cblas.h>

#include <algorithm>

namespace inverso {

namespace {

constexpr std::size_t group = 16;            // distances whose minimum is compared first
constexpr std::size_t pointsTogether = 2048; // points of one product, whose result fits in the cache
static_assert(pointsTogether % group == 0);

std::size_t wholeGroups(std::size_t count)
{
    return (count + group - 1) / group * group;
}

} // namespace

void NearestSet::offer(const float* distances, const float* lows, std::size_t count, std::uint32_t first)
{
    for (std::size_t begin = 0; begin < count; begin += group) {
        if (lows[begin / group] >= m_limit)
            continue;
        const std::size_t end = std::min(count, begin + group);
        for (std::size_t j = begin; j < end; ++j) {
            if (distances[j] < m_limit)
                m_entries.emplace_back(distances[j], first + static_cast<std::uint32_t>(j));
        }
        if (m_entries.size() >= 2 * m_count)
            shrink();
    }
}

void NearestSet::shrink()
{
    if (m_entries.size() < m_count)
        return;
    const auto last = m_entries.begin() + static_cast<std::ptrdiff_t>(m_count) - 1;
    std::nth_element(m_entries.begin(), last, m_entries.end());
    m_limit = last->first;
    m_entries.resize(m_count);
}

std::vector<NearestSet::Entry>& NearestSet::entries()
{
    shrink();
    return m_entries;
}

void NearestSet::clear()
{
    *this = NearestSet(m_count);
}

SearchRows::SearchRows(const Matrix& rows)
    : m_rows(rows)
    , m_halfSquares(rows.rows + group, 0.0F)
{
    const std::vector<float> zero(rows.columns, 0.0F);
    for (std::size_t i = 0; i < rows.rows; ++i)
        m_halfSquares[i] = 0.5F * kernels::squaredDistance(rows.row(i).data(), zero.data(), rows.columns);
}

void SearchRows::offer(const float* queries, std::span<NearestSet* const> sets, std::size_t begin, std::size_t end,
                       std::vector<float>& workspace) const
{
    const std::size_t queryCount = sets.size();
    const auto width = static_cast<int>(m_rows.columns);
    workspace.resize(queryCount * pointsTogether + group);
    std::vector<float> lows(pointsTogether / group);
    for (std::size_t from = begin; from < end; from += pointsTogether) {
        const std::size_t count = std::min(pointsTogether, end - from);
        const std::size_t pitch = wholeGroups(count);
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, static_cast<int>(queryCount), static_cast<int>(count),
                    width, -1.0F, queries, width, m_rows.data() + from * m_rows.columns, width, 0.0F, workspace.data(),
                    static_cast<int>(pitch));
        for (std::size_t q = 0; q < queryCount; ++q) {
            float* distances = workspace.data() + q * pitch;
            std::fill(distances + count, distances + pitch, 0.0F);
            // The numbers after the last point have no meaning; at worst they make one group be checked without need.
            kernels::addAndFindLows(distances, m_halfSquares.data() + from, lows.data(), pitch);
            sets[q]->offer(distances, lows.data(), count, static_cast<std::uint32_t>(from));
        }
    }
}

} // namespace inverso
