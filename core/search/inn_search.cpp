// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/inn_search.h"

#include "core/base/error.h"
#include "core/base/sorted_order.h"
#include "core/search/learning_search.h"
#include "core/training/create_model.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace inverso {

namespace {

constexpr std::size_t rankedTogether = 4096; // cells between two checks for a stop

Origin originOf(std::string_view method)
{
    if (method == "enumerate")
        return Origin::WholeSpace;
    return method == "inn-random" ? Origin::Random : Origin::Inversion;
}

class InnSearch : public LearningSearch
{
public:
    InnSearch(const SearchSettings& settings, QueryLedger& ledger, std::shared_ptr<const LatentSpace> latents);

    [[nodiscard]] const AccuracyModel* model() const override { return m_fitted ? m_model.get() : nullptr; }

protected:
    Proposal propose(std::stop_token stop) override;
    std::vector<Candidate> rank(std::span<const CellIndex> cells, std::stop_token stop) override;
    void learn(bool first, std::stop_token stop) override;
    std::vector<LossPoint> takeLosses() override { return m_model->takeLosses(); }
    std::optional<SafeTensors> learnt() override { return m_model->state(); }
    void restoreLearnt(const SafeTensors& learnt) override;
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const override { return m_model->codes(cells); }

private:
    std::unique_ptr<TrainableModel> m_model;
    bool m_fitted = false;
};

InnSearch::InnSearch(const SearchSettings& settings, QueryLedger& ledger, std::shared_ptr<const LatentSpace> latents)
    : LearningSearch("inn", originOf(settings.method), settings, ledger)
{
    m_model = createModel(settings.model, Purpose::Search, rng().split("model").next(), std::move(latents));
}

void InnSearch::learn(bool first, std::stop_token stop)
{
    if (first)
        m_model->fit(training(), validation(), {}, stop);
    else
        m_model->refit(training(), validation(), {}, stop);
    m_fitted = true;
}

void InnSearch::restoreLearnt(const SafeTensors& learnt)
{
    m_model->restore(learnt, training(), validation());
    m_fitted = true;
}

Proposal InnSearch::propose(std::stop_token stop)
{
    if (origin() == Origin::Random)
        return {drawUnseen(), {}};
    if (origin() == Origin::WholeSpace)
        return {allUnseen(), {}};
    return m_model->propose(
        static_cast<std::size_t>(settings().candidates),
        [this](CellIndex cell, std::span<const float> code, const auto& proposed) {
            return admit(cell, code, proposed);
        },
        stop);
}

std::vector<Candidate> InnSearch::rank(std::span<const CellIndex> cells, std::stop_token stop)
{
    std::vector<float> worth;
    for (std::size_t first = 0; first < cells.size(); first += rankedTogether) {
        if (stop.stop_requested())
            throw Cancelled();
        const auto part = m_model->acquisition(cells.subspan(first, std::min(rankedTogether, cells.size() - first)));
        worth.insert(worth.end(), part.begin(), part.end());
    }
    std::vector<std::size_t> order =
        sortedOrder(cells.size(), [&](std::size_t i, std::size_t j) { return worth[i] > worth[j]; });
    order.resize(std::min(order.size(), static_cast<std::size_t>(settings().candidates)));
    std::vector<CellIndex> best;
    for (const std::size_t i : order)
        best.push_back(cells[i]);
    const auto predictions = m_model->predict(best);
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < best.size(); ++i)
        candidates.push_back({best[i], predictions[i].mean, predictions[i].deviation});
    return candidates;
}

} // namespace

std::unique_ptr<SearchStrategy> createInnSearch(const SearchSettings& settings, QueryLedger& ledger,
                                                std::shared_ptr<const LatentSpace> latents)
{
    return std::make_unique<InnSearch>(settings, ledger, std::move(latents));
}

} // namespace inverso
