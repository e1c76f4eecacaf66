// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/continued_search.h"

#include "core/base/error.h"

#include <utility>

namespace inverso {

ContinuedSearch::ContinuedSearch(std::shared_ptr<const Benchmark> benchmark, int budget, std::vector<Round> record,
                                 const std::optional<std::string>& checkpoint, const Make& make)
    : m_benchmark(std::move(benchmark), record)
    , m_record(std::move(record))
{
    start(budget, make);
    if (!checkpoint)
        return;
    try {
        m_restored = m_strategy->restore(m_record, *checkpoint);
    } catch (const Error&) { // the rounds can be repeated
        start(budget, make);
    }
}

void ContinuedSearch::start(int budget, const Make& make)
{
    m_strategy.reset();
    m_ledger = std::make_unique<QueryLedger>(m_benchmark, budget);
    m_strategy = make(*m_ledger);
}

void ContinuedSearch::verify(const Round& round) const
{
    if (isRecorded(round.number))
        verifyReplay(round, m_record[static_cast<std::size_t>(round.number)], m_benchmark.space());
}

} // namespace inverso
