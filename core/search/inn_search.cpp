// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/inn_search.h"

#include "core/base/error.h"
#include "core/training/trainable_model.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace inverso {

namespace {

/// Adds the time from construction (or the last lap) to a phase.
class Stopwatch
{
public:
    void lap(double& phase)
    {
        const auto now = std::chrono::steady_clock::now();
        phase += std::chrono::duration<double>(now - m_last).count();
        m_last = now;
    }

private:
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

class InnSearch : public SearchStrategy
{
public:
    InnSearch(const SearchSettings& settings, QueryLedger& ledger, std::shared_ptr<const LatentSpace> latents);

    [[nodiscard]] std::string_view name() const override { return m_random ? "inn-random" : "inn"; }
    Round step(std::stop_token stop) override;
    [[nodiscard]] bool isFinished() const override;
    [[nodiscard]] const AccuracyModel* model() const override { return m_fitted ? m_model.get() : nullptr; }

private:
    void labelInitial(Round& round, std::stop_token stop);
    void searchRound(Round& round, std::stop_token stop);
    std::vector<CellIndex> propose(Round& round, std::stop_token stop);
    std::vector<CellIndex> drawUnseen();
    void ask(CellIndex cell, double predicted, std::vector<LabelledCell>& set, Round& round, std::stop_token stop);
    [[nodiscard]] bool isWanted(CellIndex cell) const { return m_ledger.canAnswer(cell) && !m_ledger.isLabelled(cell); }

    SearchSettings m_settings;
    QueryLedger& m_ledger;
    bool m_random;
    Rng m_rng;
    std::unique_ptr<TrainableModel> m_model;
    std::vector<LabelledCell> m_training;
    std::vector<LabelledCell> m_validation;
    int m_round = 0;
    bool m_fitted = false;
    bool m_exhausted = false;
};

InnSearch::InnSearch(const SearchSettings& settings, QueryLedger& ledger, std::shared_ptr<const LatentSpace> latents)
    : m_settings(settings)
    , m_ledger(ledger)
    , m_random(settings.method == "inn-random")
    , m_rng(Rng(settings.seed).split("inn"))
{
    ModelSettings model;
    model.preset = settings.preset;
    model.fineTune = settings.fineTune;
    model.rankWeight = settings.rankWeight;
    model.seed = m_rng.split("model").next();
    model.threads = settings.threads;
    model.overrides = settings.overrides;
    m_model = createModel(model, std::move(latents));
}

bool InnSearch::isFinished() const
{
    if (m_round == 0)
        return false;
    return m_exhausted || m_ledger.remaining() <= 0 || m_round > m_settings.rounds
           || (m_settings.stopAtBest && m_ledger.foundBest());
}

Round InnSearch::step(std::stop_token stop)
{
    Round round;
    round.number = m_round;
    if (m_round == 0)
        labelInitial(round, stop);
    else
        searchRound(round, stop);
    round.losses = m_model->takeLosses();
    ++m_round;
    return round;
}

void InnSearch::ask(CellIndex cell, double predicted, std::vector<LabelledCell>& set, Round& round,
                    std::stop_token stop)
{
    const Label label = m_ledger.query(cell, m_round, predicted, stop);
    set.push_back({cell, label.valid});
    round.queries.push_back(m_ledger.history().back());
}

void InnSearch::labelInitial(Round& round, std::stop_token stop)
{
    Stopwatch watch;
    Rng rng = m_rng.split("initial");
    const auto order = rng.sample(m_ledger.space().size(), m_ledger.space().size());
    const auto total = static_cast<std::size_t>(m_settings.initialTotal());
    for (const CellIndex cell : order) {
        if (round.queries.size() == total)
            break;
        if (!isWanted(cell))
            continue;
        const bool trains = round.queries.size() < static_cast<std::size_t>(m_settings.initialTraining);
        ask(cell, std::numeric_limits<double>::quiet_NaN(), trains ? m_training : m_validation, round, stop);
    }
    if (m_training.size() < 2)
        throw Error("The benchmark knows too few cells to start a search: it needs at least two labels for training.");
    watch.lap(round.seconds.other);
    m_model->fit(m_training, m_validation, {}, stop);
    m_fitted = true;
    watch.lap(round.seconds.fineTune);
}

std::vector<CellIndex> InnSearch::drawUnseen()
{
    std::vector<CellIndex> cells;
    Rng rng = m_rng.split("random").split(static_cast<std::uint64_t>(m_round));
    for (const CellIndex cell : rng.sample(m_ledger.space().size(), m_ledger.space().size())) {
        if (cells.size() == static_cast<std::size_t>(m_settings.candidates))
            break;
        if (isWanted(cell))
            cells.push_back(cell);
    }
    return cells;
}

std::vector<CellIndex> InnSearch::propose(Round& round, std::stop_token stop)
{
    if (m_random)
        return drawUnseen();
    Proposal proposal = m_model->propose(
        static_cast<std::size_t>(m_settings.candidates), [this](CellIndex cell) { return isWanted(cell); }, stop);
    round.generated = proposal.decoded;
    round.invalid = proposal.invalid;
    round.duplicates = proposal.duplicates;
    // The generator ran dry (a tiny table, or nearly all labelled): go on with what is left.
    return proposal.cells.empty() ? drawUnseen() : std::move(proposal.cells);
}

void InnSearch::searchRound(Round& round, std::stop_token stop)
{
    Stopwatch watch;
    const auto cells = propose(round, stop);
    watch.lap(round.seconds.generate);
    if (cells.empty()) {
        m_exhausted = true;
        return;
    }

    const auto worth = m_model->acquisition(cells);
    const auto predictions = m_model->predict(cells);
    std::vector<std::size_t> order(cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
    for (const std::size_t i : order)
        round.candidates.push_back({cells[i], predictions[i].mean, predictions[i].deviation});
    watch.lap(round.seconds.predict);

    const auto asked = std::min(
        {static_cast<std::size_t>(m_settings.topK), cells.size(), static_cast<std::size_t>(m_ledger.remaining())});
    for (std::size_t i = 0; i < asked; ++i) {
        ask(round.candidates[i].cell, round.candidates[i].predicted, m_training, round, stop);
        if (m_settings.stopAtBest && m_ledger.foundBest())
            break;
    }
    watch.lap(round.seconds.other);
    m_model->refit(m_training, m_validation, {}, stop);
    watch.lap(round.seconds.retrain);
}

} // namespace

std::unique_ptr<SearchStrategy> createInnSearch(const SearchSettings& settings, QueryLedger& ledger,
                                                std::shared_ptr<const LatentSpace> latents)
{
    return std::make_unique<InnSearch>(settings, ledger, std::move(latents));
}

} // namespace inverso
