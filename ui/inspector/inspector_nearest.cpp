// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector_nearest.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inverso::ui {

namespace {

/// Eight sums at a time, so that the compiler may use vector instructions.
float squaredDistance(std::span<const float> a, std::span<const float> b)
{
    constexpr std::size_t lanes = 8;
    std::array<float, lanes> sums{};
    std::size_t i = 0;
    for (; i + lanes <= a.size(); i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const float difference = a[i + lane] - b[i + lane];
            sums[lane] += difference * difference;
        }
    }
    float result = 0.0F;
    for (; i < a.size(); ++i)
        result += (a[i] - b[i]) * (a[i] - b[i]);
    for (const float sum : sums)
        result += sum;
    return result;
}

} // namespace

NearestCells::NearestCells(std::shared_ptr<const LatentSpace> latents, CellIndex cell, std::size_t count)
    : m_latents(std::move(latents))
    , m_cell(cell)
    , m_count(count)
{
}

bool NearestCells::advance(std::size_t cells)
{
    const Matrix& means = m_latents->means();
    const std::size_t end = std::min(means.rows, m_next + cells);
    const std::span<const float> own = means.row(m_cell);
    for (; m_next < end; ++m_next) {
        if (m_next == m_cell)
            continue;
        const std::pair found(squaredDistance(own, means.row(m_next)), static_cast<CellIndex>(m_next));
        if (m_heap.size() == m_count && !(found < m_heap.front()))
            continue;
        if (m_heap.size() == m_count) {
            std::ranges::pop_heap(m_heap);
            m_heap.pop_back();
        }
        m_heap.push_back(found);
        std::ranges::push_heap(m_heap);
    }
    return m_next == means.rows;
}

std::vector<NearestCells::Neighbour> NearestCells::nearest() const
{
    std::vector<std::pair<float, CellIndex>> sorted = m_heap;
    std::ranges::sort(sorted);
    std::vector<Neighbour> result;
    result.reserve(sorted.size());
    for (const auto& [squared, cell] : sorted)
        result.push_back({cell, std::sqrt(squared)});
    return result;
}

float latentDistance(const LatentSpace& latents, CellIndex a, CellIndex b)
{
    return std::sqrt(squaredDistance(latents.means().row(a), latents.means().row(b)));
}

} // namespace inverso::ui
