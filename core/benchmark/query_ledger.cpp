// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/query_ledger.h"

#include "core/base/error.h"

#include <cmath>

namespace inverso {

QueryLedger::QueryLedger(const Benchmark& benchmark, int budget)
    : m_benchmark(benchmark)
    , m_budget(budget)
{
    if (budget <= 0)
        throw UsageError("The budget is " + std::to_string(budget) + " queries; allowed: 1 or more.");
    if (const auto best = benchmark.bestCell())
        m_bestPossible = benchmark.label(*best, {}).valid;
}

Label QueryLedger::query(CellIndex cell, int round, double predicted, std::stop_token stop)
{
    if (const auto known = m_byCell.find(cell); known != m_byCell.end())
        return m_history[known->second].label;
    if (remaining() <= 0)
        throw Error("The budget of " + std::to_string(m_budget) + " queries is spent; no further cell can be asked.");
    if (!canAnswer(cell)) {
        throw Error("The benchmark " + m_benchmark.source() + " has no accuracy of " + space().text(cell) + " on "
                    + m_benchmark.dataset() + "; ask only cells that it knows.");
    }

    const Label label = m_benchmark.label(cell, std::move(stop));
    m_byCell.emplace(cell, m_history.size());
    m_history.push_back({count() + 1, cell, label, round, predicted});
    if (label.valid > m_history[m_best].label.valid)
        m_best = m_history.size() - 1;
    if (!m_firstBest && m_bestPossible && label.valid >= *m_bestPossible)
        m_firstBest = count();
    m_maxTest = std::fmax(m_maxTest, label.test); // fmax: NaN gives way
    return label;
}

const Query* QueryLedger::best() const
{
    return m_history.empty() ? nullptr : &m_history[m_best];
}

} // namespace inverso
