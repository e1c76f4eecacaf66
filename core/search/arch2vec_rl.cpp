// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/arch2vec_rl.h"

#include "core/base/error.h"
#include "core/model/runtime.h"
#include "core/search/embedded_cells.h"
#include "core/search/learning_search.h"
#include "core/training/arch2vec.h"
#include "core/training/gaussian_policy.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_set>
#include <utility>

namespace inverso {

namespace {

constexpr double firstBaseline = 0.95;
constexpr double baselineMomentum = 0.95; // the mean reward of a round has the weight 0.05

class Arch2vecRl : public LearningSearch
{
public:
    Arch2vecRl(const SearchSettings& settings, QueryLedger& ledger)
        : LearningSearch("arch2vec-rl", Origin::Policy, settings, ledger)
    {
        setThreads(1); // networks of this size are slower on several; searches may run side by side
    }

protected:
    Proposal propose(std::stop_token stop) override;
    std::vector<Candidate> rank(std::span<const CellIndex> cells, std::stop_token stop) override;
    void learn(bool first, std::stop_token stop) override;
    std::vector<LossPoint> takeLosses() override { return std::exchange(m_losses, {}); }
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const override { return m_cells->codes(cells); }

private:
    void start(const std::stop_token& stop);

    std::optional<StandIns> m_cells; ///< all cells that can be queried, by their embeddings, after the first labels
    std::optional<GaussianPolicy> m_policy;
    CellIndex m_at = 0; ///< the current cell of the walk
    double m_baseline = firstBaseline;
    std::vector<LossPoint> m_losses;
};

void Arch2vecRl::start(const std::stop_token& stop)
{
    m_cells.emplace(embedded(ledger(), stop));
    m_policy.emplace(GaussianPolicy::Settings(), Arch2vec::dimension, rng().split("policy"));
    m_at = ledger().history().back().cell;
}

void Arch2vecRl::learn(bool first, std::stop_token stop)
{
    if (first) { // the policy cannot learn from random cells, which it did not choose
        start(stop);
        return;
    }
    std::vector<double> advantages;
    double sum = 0.0;
    for (const Query& query : ledger().history()) {
        if (query.round != round())
            continue;
        const double reward = query.label.valid / 100.0;
        advantages.push_back(reward - m_baseline);
        sum += reward;
    }
    m_losses.push_back({"policy", round(), static_cast<float>(m_policy->learn(advantages))});
    const double average = sum / static_cast<double>(advantages.size());
    m_baseline = baselineMomentum * m_baseline + (1.0 - baselineMomentum) * average;
}

Proposal Arch2vecRl::propose(std::stop_token stop)
{
    Proposal proposal;
    std::unordered_set<CellIndex> proposed;
    m_policy->begin();
    while (proposal.cells.size() < static_cast<std::size_t>(settings().topK)) {
        if (stop.stop_requested())
            throw Cancelled();
        const std::vector<float> action = m_policy->act(codes(std::span(&m_at, 1)).values);
        const auto cell =
            m_cells->nearest(action, [&](CellIndex near) { return isWanted(near) && !proposed.contains(near); });
        if (!cell)
            break;
        proposed.insert(*cell);
        proposal.cells.push_back(*cell);
        m_at = *cell;
    }
    return proposal;
}

// In the order of the walk.
std::vector<Candidate> Arch2vecRl::rank(std::span<const CellIndex> cells, std::stop_token /*stop*/)
{
    std::vector<Candidate> candidates;
    for (const CellIndex cell : cells)
        candidates.push_back({cell, std::numeric_limits<float>::quiet_NaN(), 0.0F});
    return candidates;
}

} // namespace

std::unique_ptr<SearchStrategy> createArch2vecRl(const SearchSettings& settings, QueryLedger& ledger)
{
    return std::make_unique<Arch2vecRl>(settings, ledger);
}

} // namespace inverso
