// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/inn_search.h"

#include "core/base/error.h"
#include "core/search/stand_ins.h"
#include "core/training/trainable_model.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <unordered_set>
#include <utility>

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
    Phase advance(std::stop_token stop) override;
    [[nodiscard]] bool isFinished() const override;
    [[nodiscard]] const AccuracyModel* model() const override { return m_fitted ? m_model.get() : nullptr; }

private:
    // A phase each; they fill in what they did and say which is next; none: the round is over.
    std::optional<PhaseKind> label(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> fit(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> generate(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> decode(Phase& phase);
    std::optional<PhaseKind> predict(Phase& phase);
    std::optional<PhaseKind> select(Phase& phase);
    std::optional<PhaseKind> query(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> retrain(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> run(Phase& phase, std::stop_token stop);

    std::vector<CellIndex> drawUnseen();
    std::optional<CellIndex> admit(CellIndex decoded, std::span<const float> code,
                                   const std::unordered_set<CellIndex>& proposed);
    void ask(CellIndex cell, double predicted, std::vector<LabelledCell>& set, std::stop_token stop);
    [[nodiscard]] bool isWanted(CellIndex cell) const { return m_ledger.canAnswer(cell) && !m_ledger.isLabelled(cell); }

    SearchSettings m_settings;
    QueryLedger& m_ledger;
    bool m_random;
    Rng m_rng;
    std::unique_ptr<TrainableModel> m_model;
    std::vector<LabelledCell> m_training;
    std::vector<LabelledCell> m_validation;
    PhaseKind m_next = PhaseKind::Label;
    Round m_current;                    ///< the round in progress
    std::vector<CellIndex> m_cells;     ///< its new cells
    std::optional<StandIns> m_standIns; ///< once the benchmark lacked a cell
    int m_lacking = 0;                  ///< decodes of the round that it lacked
    std::size_t m_asked = 0;            ///< so many of its candidates are chosen
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

Phase InnSearch::advance(std::stop_token stop)
{
    if (stop.stop_requested()) // some phases are too short to look for it themselves
        throw Cancelled();
    Phase phase{.kind = m_next, .round = m_round};
    m_current.number = m_round;
    if (const auto next = run(phase, stop)) {
        m_next = *next;
        return phase;
    }
    m_current.losses = m_model->takeLosses();
    phase.finished = std::exchange(m_current, {});
    m_next = PhaseKind::Generate;
    ++m_round;
    return phase;
}

std::optional<PhaseKind> InnSearch::run(Phase& phase, std::stop_token stop)
{
    switch (phase.kind) {
    case PhaseKind::Label:
        return label(phase, stop);
    case PhaseKind::Fit:
        return fit(phase, stop);
    case PhaseKind::Generate:
        return generate(phase, stop);
    case PhaseKind::Decode:
        return decode(phase);
    case PhaseKind::Predict:
        return predict(phase);
    case PhaseKind::Select:
        return select(phase);
    case PhaseKind::Query:
        return query(phase, stop);
    case PhaseKind::Retrain:
        return retrain(phase, stop);
    }
    throw std::logic_error("no such phase");
}

void InnSearch::ask(CellIndex cell, double predicted, std::vector<LabelledCell>& set, std::stop_token stop)
{
    const Label label = m_ledger.query(cell, m_round, predicted, stop);
    set.push_back({cell, label.valid});
    m_current.queries.push_back(m_ledger.history().back());
}

std::optional<PhaseKind> InnSearch::label(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    Rng rng = m_rng.split("initial");
    const auto order = rng.sample(m_ledger.space().size(), m_ledger.space().size());
    const auto total = static_cast<std::size_t>(m_settings.initialTotal());
    std::vector<CellIndex> wanted;
    for (const CellIndex cell : order) {
        if (m_current.queries.size() + wanted.size() == total)
            break;
        if (isWanted(cell))
            wanted.push_back(cell);
    }
    m_ledger.expect(wanted);
    for (const CellIndex cell : wanted) {
        const bool trains = m_current.queries.size() < static_cast<std::size_t>(m_settings.initialTraining);
        ask(cell, std::numeric_limits<double>::quiet_NaN(), trains ? m_training : m_validation, stop);
    }
    if (m_training.size() < 2)
        throw Error("The benchmark knows too few cells to start a search: it needs at least two labels for training.");
    noteQueries(phase, m_current.queries);
    watch.lap(m_current.seconds.other);
    return PhaseKind::Fit;
}

std::optional<PhaseKind> InnSearch::fit(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    m_model->fit(m_training, m_validation, {}, stop);
    m_fitted = true;
    phase.labels = static_cast<int>(m_training.size());
    watch.lap(m_current.seconds.fineTune);
    return std::nullopt;
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

std::optional<CellIndex> InnSearch::admit(CellIndex decoded, std::span<const float> code,
                                          const std::unordered_set<CellIndex>& proposed)
{
    const auto isNew = [&](CellIndex cell) { return !m_ledger.isLabelled(cell) && !proposed.contains(cell); };
    if (m_ledger.canAnswer(decoded))
        return isNew(decoded) ? std::optional(decoded) : std::nullopt;
    ++m_lacking;
    if (!m_standIns) {
        auto cells = StandIns::answerable(m_ledger);
        Matrix codes = m_model->codes(cells);
        m_standIns.emplace(std::move(cells), std::move(codes));
    }
    return m_standIns->nearest(code, isNew);
}

// Latents are decoded here too, for more are inverted until enough new cells have come out; Decode tells of it.
std::optional<PhaseKind> InnSearch::generate(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    m_cells.clear();
    if (!m_random) {
        m_lacking = 0;
        Proposal proposal = m_model->propose(
            static_cast<std::size_t>(m_settings.candidates),
            [this](CellIndex cell, std::span<const float> code, const auto& proposed) {
                return admit(cell, code, proposed);
            },
            stop);
        m_current.decodes = proposal.decodes;
        m_current.decodes.lacking = m_lacking;
        phase.decodes.total = proposal.decodes.total;
        m_cells = std::move(proposal.cells);
    }
    const bool decoded = !m_cells.empty();
    if (!decoded) { // the ablation, or the generator ran dry (a tiny table, or nearly all labelled): what is left
        m_cells = drawUnseen();
        phase.cells = m_cells;
    }
    watch.lap(m_current.seconds.generate);
    if (m_cells.empty()) {
        m_exhausted = true;
        return std::nullopt;
    }
    return decoded ? PhaseKind::Decode : PhaseKind::Predict;
}

std::optional<PhaseKind> InnSearch::decode(Phase& phase)
{
    phase.cells = m_cells;
    phase.decodes = m_current.decodes;
    return PhaseKind::Predict;
}

std::optional<PhaseKind> InnSearch::predict(Phase& phase)
{
    Stopwatch watch;
    const auto worth = m_model->acquisition(m_cells);
    const auto predictions = m_model->predict(m_cells);
    std::vector<std::size_t> order(m_cells.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
    for (const std::size_t i : order) {
        m_current.candidates.push_back({m_cells[i], predictions[i].mean, predictions[i].deviation});
        phase.best = std::fmax(phase.best, double{predictions[i].mean});
    }
    phase.cells = m_cells;
    watch.lap(m_current.seconds.predict);
    return PhaseKind::Select;
}

std::optional<PhaseKind> InnSearch::select(Phase& phase)
{
    m_asked = std::min({static_cast<std::size_t>(m_settings.topK), m_current.candidates.size(),
                        static_cast<std::size_t>(m_ledger.remaining())});
    for (std::size_t i = 0; i < m_asked; ++i)
        phase.cells.push_back(m_current.candidates[i].cell);
    m_ledger.expect(phase.cells);
    return PhaseKind::Query;
}

std::optional<PhaseKind> InnSearch::query(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    for (std::size_t i = 0; i < m_asked; ++i) {
        ask(m_current.candidates[i].cell, m_current.candidates[i].predicted, m_training, stop);
        if (m_settings.stopAtBest && m_ledger.foundBest())
            break;
    }
    noteQueries(phase, m_current.queries);
    watch.lap(m_current.seconds.other);
    return PhaseKind::Retrain;
}

std::optional<PhaseKind> InnSearch::retrain(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    m_model->refit(m_training, m_validation, {}, stop);
    phase.labels = static_cast<int>(m_training.size());
    watch.lap(m_current.seconds.retrain);
    return std::nullopt;
}

} // namespace

std::unique_ptr<SearchStrategy> createInnSearch(const SearchSettings& settings, QueryLedger& ledger,
                                                std::shared_ptr<const LatentSpace> latents)
{
    return std::make_unique<InnSearch>(settings, ledger, std::move(latents));
}

} // namespace inverso
