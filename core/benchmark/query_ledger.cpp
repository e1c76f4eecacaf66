// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/query_ledger.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace inverso {

namespace {

/// This number of cells without a label in a row is not an accident.
constexpr int mostRefusedInARow = 8;

} // namespace

QueryLedger::QueryLedger(const Benchmark& benchmark, int budget)
    : m_benchmark(benchmark)
    , m_budget(budget)
{
    if (budget <= 0)
        throw UsageError("The budget is " + std::to_string(budget) + " queries; allowed: 1 or more.");
    if (const auto best = benchmark.bestCell())
        m_bestPossible = benchmark.label(*best, {}).valid;
}

std::optional<Label> QueryLedger::query(CellIndex cell, int round, double predicted, std::stop_token stop)
{
    if (const auto known = m_byCell.find(cell); known != m_byCell.end())
        return m_history[known->second].label;
    if (remaining() <= 0)
        throw Error("The budget of " + std::to_string(m_budget) + " queries is spent; no further cell can be queried.");
    if (!canAnswer(cell)) {
        throw Error("The benchmark " + m_benchmark.source() + " has no accuracy of " + space().text(cell) + " on "
                    + m_benchmark.dataset() + "; query only cells that it knows.");
    }

    Label label;
    try {
        label = m_benchmark.label(cell, std::move(stop));
    } catch (const Unanswerable& error) {
        if (++m_refusedInARow >= mostRefusedInARow)
            throw Unanswerable(std::to_string(m_refusedInARow) + " cells in a row have no accuracy. " + error.what());
        m_refusals.push_back({cell, error.what()});
        return std::nullopt;
    }
    record({count() + 1, cell, label, round, predicted});
    return label;
}

void QueryLedger::record(const Query& query)
{
    const Label& label = query.label;
    m_refusedInARow = 0;
    m_byCell.emplace(query.cell, m_history.size());
    m_history.push_back(query);
    if (label.valid > m_history[m_best].label.valid)
        m_best = m_history.size() - 1;
    if (!m_firstBest && m_bestPossible && label.valid >= *m_bestPossible)
        m_firstBest = count();
    m_maxTest = std::fmax(m_maxTest, label.test); // fmax ignores NaN
}

void QueryLedger::restore(std::span<const Query> queries, std::span<const Refusal> refused, int refusedInARow)
{
    for (const Query& query : queries)
        record(query);
    m_refusals.assign(refused.begin(), refused.end());
    m_refusedInARow = refusedInARow;
}

bool QueryLedger::isRefused(CellIndex cell) const
{
    return std::ranges::find(m_refusals, cell, &Refusal::cell) != m_refusals.end();
}

const Query* QueryLedger::best() const
{
    return m_history.empty() ? nullptr : &m_history[m_best];
}

} // namespace inverso
