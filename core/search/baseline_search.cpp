// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/baseline_search.h"

#include "core/base/error.h"

#include <chrono>

namespace inverso {

namespace {

/// After this number of proposals in a row without a new cell, the strategy is stuck among cells that are labelled or
/// unknown to the benchmark; a random cell frees it.
constexpr int longestIdling = 1000;

SearchSettings resolvedFor(std::string_view name, SearchSettings settings)
{
    settings.method = name;
    return resolved(std::move(settings));
}

} // namespace

BaselineSearch::BaselineSearch(std::string_view name, const SearchSettings& settings, QueryLedger& ledger)
    : m_name(name)
    , m_ledger(ledger)
    , m_rng(Rng(settings.seed).split(name))
    , m_initial(resolvedFor(name, settings).initialTotal())
    , m_perStep(resolvedFor(name, settings).topK)
    , m_stopAtBest(settings.stopAtBest)
{
    for (CellIndex cell = 0; cell < ledger.space().size(); ++cell) {
        if (ledger.canAnswer(cell))
            m_undrawn.push_back(cell);
    }
    m_exhausted = m_undrawn.empty();
}

bool BaselineSearch::isFinished() const
{
    return m_exhausted || m_ledger.remaining() <= 0 || (m_stopAtBest && m_ledger.foundBest());
}

Phase BaselineSearch::advance(std::stop_token stop)
{
    const auto start = std::chrono::steady_clock::now();
    const int countBefore = m_ledger.count();
    const auto refusedBefore = static_cast<std::ptrdiff_t>(m_ledger.refusals().size());
    const int wanted = m_round == 0 ? m_initial : m_perStep;
    while (m_ledger.count() - countBefore < wanted && !isFinished())
        lookAtNext(stop);

    Round round;
    round.number = m_round;
    round.queries.assign(m_ledger.history().begin() + countBefore, m_ledger.history().end());
    round.refusals.assign(m_ledger.refusals().begin() + refusedBefore, m_ledger.refusals().end());
    if (m_round++ == 0)
        begin(round.queries);
    round.seconds.other = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    Phase phase{.kind = round.number == 0 ? PhaseKind::Label : PhaseKind::Query, .round = round.number};
    noteQueries(phase, round.queries);
    phase.finished = std::move(round);
    return phase;
}

void BaselineSearch::lookAtNext(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Cancelled();
    const bool atRandom = m_round == 0 || m_idle > longestIdling;
    const std::optional<CellIndex> cell = atRandom ? drawNew() : propose();
    if (!cell) {
        m_exhausted = true;
        return;
    }
    ++m_idle;
    if (!m_ledger.canAnswer(*cell))
        return;
    if (!m_ledger.isLabelled(*cell))
        m_idle = 0;
    const auto label = m_ledger.query(*cell, m_round, stop);
    if (label && m_round > 0)
        observe(*cell, label->valid);
}

std::optional<CellIndex> BaselineSearch::drawNew()
{
    while (!m_undrawn.empty()) {
        std::swap(m_undrawn[m_rng.below(m_undrawn.size())], m_undrawn.back());
        const CellIndex cell = m_undrawn.back();
        m_undrawn.pop_back();
        if (!m_ledger.isLabelled(cell))
            return cell;
    }
    return std::nullopt;
}

} // namespace inverso
