// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run_record.h"

#include <algorithm>
#include <iterator>

namespace inverso::ui {

void RunRecord::append(std::vector<Round> rounds, double activeSeconds)
{
    if (m_rounds.empty() && rounds.size() == 1) { // the first fit takes longer than those of later rounds
        m_firstRoundSeconds = activeSeconds;
        m_firstRoundQueries = static_cast<int>(rounds.front().queries.size());
    }
    for (const Round& round : rounds) {
        for (const Query& query : round.queries) {
            if (!m_queryOf.try_emplace(query.cell, m_queries.size()).second)
                continue;
            if (m_queries.empty() || query.label.valid > m_queries[m_best].label.valid)
                m_best = m_queries.size();
            m_queries.push_back(query);
            const Label& best = m_queries[m_best].label;
            m_curve.push_back({static_cast<int>(m_queries.size()), best.valid, best.test});
        }
    }
    m_rounds.insert(m_rounds.end(), std::make_move_iterator(rounds.begin()), std::make_move_iterator(rounds.end()));
    m_activeSeconds = activeSeconds;
}

const Query* RunRecord::best() const
{
    return m_queries.empty() ? nullptr : &m_queries[m_best];
}

const Query* RunRecord::query(CellIndex cell) const
{
    const auto it = m_queryOf.find(cell);
    return it == m_queryOf.end() ? nullptr : &m_queries[it->second];
}

std::optional<double> RunRecord::remainingSeconds() const
{
    const auto asked = static_cast<int>(m_queries.size()) - m_firstRoundQueries;
    const double seconds = m_activeSeconds - m_firstRoundSeconds;
    if (asked <= 0 || seconds <= 0.0)
        return std::nullopt;
    const int left = std::max(0, m_settings.budget - static_cast<int>(m_queries.size()));
    return seconds / asked * left;
}

int RunRecord::expectedRounds() const
{
    const int seen = m_rounds.empty() ? 0 : m_rounds.back().number;
    const int asked = m_rounds.empty() ? 0 : static_cast<int>(m_rounds.back().queries.size());
    const int perRound = seen > 0 && asked > 0 ? asked : std::max(1, m_settings.topK);
    const int left = std::max(0, m_settings.budget - static_cast<int>(m_queries.size()));
    const int byBudget = seen + (left + perRound - 1) / perRound;
    const bool limited = m_settings.rounds > seen; // model-free methods do not count rounds
    return std::max(1, limited ? std::min(byBudget, m_settings.rounds) : byBudget);
}

} // namespace inverso::ui
