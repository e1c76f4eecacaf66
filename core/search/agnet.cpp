// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/agnet.h"

#include "core/base/error.h"
#include "core/cell/graph_codes.h"
#include "core/model/runtime.h"
#include "core/search/learning_search.h"
#include "core/training/generator_model.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace inverso {

namespace {

// Batches of latents in a round: 100, 200, … until there are enough candidates.
constexpr std::size_t firstBatch = 100;
constexpr std::size_t lastBatch = 900;

class AgNet : public LearningSearch
{
public:
    AgNet(const SearchSettings& settings, QueryLedger& ledger)
        : LearningSearch("agnet", Origin::Noise, settings, ledger)
    {
        setThreads(1); // networks of this size are slower on several; searches may run side by side
    }

protected:
    Proposal propose(std::stop_token stop) override;
    std::vector<Candidate> rank(std::span<const CellIndex> cells, std::stop_token stop) override;
    void learn(bool first, std::stop_token stop) override;
    std::vector<LossPoint> takeLosses() override { return m_model ? m_model->takeLosses() : std::vector<LossPoint>(); }
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const override
    {
        return graphCodes(ledger().space(), cells);
    }

private:
    std::optional<GeneratorModel> m_model;
    std::unordered_map<CellIndex, float> m_predictions; ///< of the round's cells, percent
};

void AgNet::learn(bool /*first*/, std::stop_token stop)
{
    if (!m_model) {
        GeneratorModel::Settings model;
        model.epochs = ledger().space().name() == "nasbench101" ? 15 : 30; // as the authors set them
        m_model.emplace(model, ledger().space(), rng().split("model"), stop);
    }
    std::vector<LabelledCell> labels(training().begin(), training().end());
    // There is no early stopping, so validation labels are used for training, too.
    labels.insert(labels.end(), validation().begin(), validation().end());
    m_model->train(labels, stop);
}

// Surplus candidates are dropped at random, as in the authors' code, so that the predictor chooses from the set number
// of candidates.
Proposal AgNet::propose(std::stop_token stop)
{
    const auto wanted = static_cast<std::size_t>(settings().candidates);
    Rng noise = rng().split("noise").split(static_cast<std::uint64_t>(round()));
    Proposal proposal;
    std::unordered_set<CellIndex> proposed;
    m_predictions.clear();
    for (std::size_t batch = firstBatch; batch <= lastBatch && proposal.cells.size() < wanted; batch += firstBatch) {
        for (std::size_t done = 0; done < batch; done += firstBatch) {
            if (stop.stop_requested())
                throw Cancelled();
            for (const GeneratorModel::Sample& sample : m_model->sample(firstBatch, noise)) {
                proposal.add(
                    sample.cell, sample.code,
                    [this](CellIndex cell, std::span<const float> code, const auto& known) {
                        return admit(cell, code, known);
                    },
                    proposed);
                if (!proposal.cells.empty())
                    m_predictions.emplace(proposal.cells.back(), sample.predicted);
            }
        }
    }
    noise.shuffle(proposal.cells);
    proposal.cells.resize(std::min(proposal.cells.size(), wanted));
    return proposal;
}

std::vector<Candidate> AgNet::rank(std::span<const CellIndex> cells, std::stop_token /*stop*/)
{
    std::vector<Candidate> candidates;
    for (const CellIndex cell : cells) {
        // The predictor reads the generator's scores, so it cannot rate a cell that was drawn at random.
        const auto known = m_predictions.find(cell);
        candidates.push_back(
            {cell, known != m_predictions.end() ? known->second : std::numeric_limits<float>::quiet_NaN(), 0.0F});
    }
    std::ranges::stable_sort(candidates, std::greater(), [](const Candidate& candidate) {
        return std::isnan(candidate.predicted) ? -std::numeric_limits<float>::infinity() : candidate.predicted;
    });
    return candidates;
}

} // namespace

std::unique_ptr<SearchStrategy> createAgNet(const SearchSettings& settings, QueryLedger& ledger)
{
    return std::make_unique<AgNet>(settings, ledger);
}

} // namespace inverso
