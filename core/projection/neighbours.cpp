// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/neighbours.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/projection/nearest_search.h"
#include "core/projection/neighbour_lists.h"
#include "core/projection/tsne_kernels.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace inverso {

namespace {

constexpr std::size_t queriesTogether = 128;
/// Number of additional neighbours that are kept, because products in single precision can confuse the order of nearly
/// equal distances. The final distances are computed from differences.
constexpr std::size_t spare = 8;

/// Points in the order of the lists.
struct Range
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

void check(const Matrix& points, std::size_t k)
{
    if (k == 0 || points.rows <= k)
        throw UsageError("There are " + std::to_string(points.rows) + " points, but " + std::to_string(k)
                         + " neighbours of each are needed; give more points or request fewer neighbours.");
    for (std::size_t i = 0; i < points.values.size(); ++i) {
        if (!std::isfinite(points.values[i]))
            throw Error("Point " + std::to_string(i / points.columns) + " has a coordinate that is not a finite number;"
                        + " remove it or correct its source.");
    }
}

/// The points minus their mean, in the order of the lists: small numbers lose less precision in the products.
Matrix centredRows(const Matrix& points, const std::vector<std::uint32_t>& order)
{
    std::vector<double> mean(points.columns, 0.0);
    for (std::size_t i = 0; i < points.rows; ++i)
        for (std::size_t j = 0; j < points.columns; ++j)
            mean[j] += static_cast<double>(points(i, j)) / static_cast<double>(points.rows);
    Matrix rows(points.rows, points.columns);
    for (std::size_t i = 0; i < points.rows; ++i)
        for (std::size_t j = 0; j < points.columns; ++j)
            rows(i, j) = static_cast<float>(static_cast<double>(points(order[i], j)) - mean[j]);
    return rows;
}

class NeighbourSearch
{
public:
    NeighbourSearch(const Matrix& points, const NeighbourLists& lists, std::size_t k)
        : m_lists(lists)
        , m_rows(centredRows(points, lists.order))
        , m_search(m_rows)
        , m_k(k)
    {
        m_result.count = k;
        m_result.index.resize(points.rows * k);
        m_result.squaredDistance.resize(points.rows * k);
    }

    void run(const Range& task)
    {
        std::vector<NearestSet> sets(task.end - task.begin, NearestSet(m_k + 1 + spare)); // a point is its own nearest
        std::vector<Probe> probes;
        for (std::size_t q = task.begin; q < task.end; ++q)
            for (std::size_t j = 0; j < m_lists.probes; ++j)
                probes.emplace_back(m_lists.probe[q * m_lists.probes + j], q);
        std::ranges::sort(probes);
        search(task, probes, sets);
        for (std::size_t q = task.begin; q < task.end; ++q) {
            if (sets[q - task.begin].entries().size() <= m_k) // lists that small happen when points coincide
                searchAll(q, sets[q - task.begin]);
            store(q, sets[q - task.begin].entries());
        }
    }

    Neighbours take() { return std::move(m_result); }

private:
    using Probe = std::pair<std::uint32_t, std::size_t>; ///< a list, and a point for which it is searched

    /// Searches each list once, for all points that need it.
    void search(const Range& task, const std::vector<Probe>& probes, std::vector<NearestSet>& sets) const
    {
        std::vector<NearestSet*> wanting;
        std::vector<float> queries;
        std::vector<float> workspace;
        for (std::size_t at = 0; at < probes.size();) {
            const std::uint32_t list = probes[at].first;
            wanting.clear();
            queries.clear();
            for (; at < probes.size() && probes[at].first == list; ++at) {
                const std::span<const float> row = m_rows.row(probes[at].second);
                queries.insert(queries.end(), row.begin(), row.end());
                wanting.push_back(&sets[probes[at].second - task.begin]);
            }
            m_search.offer(queries.data(), wanting, m_lists.begin[list], m_lists.begin[list + 1], workspace);
        }
    }

    void searchAll(std::size_t row, NearestSet& set) const
    {
        std::vector<float> workspace;
        set.clear();
        NearestSet* const only[] = {&set};
        m_search.offer(m_rows.row(row).data(), only, 0, m_rows.rows, workspace);
    }

    /// `row`: in the order of the lists.
    void store(std::size_t row, std::vector<NearestSet::Entry>& found)
    {
        std::erase_if(found, [row](const NearestSet::Entry& entry) { return entry.second == row; });
        for (auto& [distance, other] : found) {
            distance = kernels::squaredDistance(m_rows.row(row).data(), m_rows.row(other).data(), m_rows.columns);
            other = m_lists.order[other];
        }
        std::ranges::sort(found);
        const std::size_t at = m_lists.order[row] * m_k;
        for (std::size_t j = 0; j < m_k; ++j) {
            m_result.squaredDistance[at + j] = found[j].first;
            m_result.index[at + j] = found[j].second;
        }
    }

    const NeighbourLists& m_lists;
    Matrix m_rows;
    SearchRows m_search;
    std::size_t m_k;
    Neighbours m_result;
};

} // namespace

Neighbours nearestNeighbours(const Matrix& points, const NeighbourSettings& settings, const ProgressSink& progress,
                             std::stop_token stop)
{
    check(points, settings.count);
    const bool exact = points.rows <= settings.exactUpTo;
    const NeighbourLists lists = exact ? singleList(points.rows) : clusterLists(points, settings, stop);
    NeighbourSearch search(points, lists, settings.count);
    const std::size_t tasks = (points.rows + queriesTogether - 1) / queriesTogether;
    std::atomic<std::size_t> done = 0;
    parallelFor(settings.threads, tasks, [&](std::size_t i) {
        if (stop.stop_requested())
            return;
        search.run({i * queriesTogether, std::min(points.rows, (i + 1) * queriesTogether)});
        const std::size_t finished = ++done;
        if (progress && i % 16 == 0)
            progress({"Finding neighbours", static_cast<double>(finished) / static_cast<double>(tasks), {}});
    });
    if (stop.stop_requested())
        throw Cancelled();
    return search.take();
}

} // namespace inverso
