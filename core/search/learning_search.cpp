// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/learning_search.h"

#include "core/base/error.h"
#include "core/base/thread_limit.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace inverso {

namespace {

/// Version of a checkpoint's layout and of the training: a checkpoint of another version is not resumed.
constexpr const char* checkpointForm = "1";

const std::string& entry(const SafeTensors& state, const std::string& name)
{
    const auto it = state.metadata.find(name);
    if (it == state.metadata.end())
        throw Error("The checkpoint has no entry '" + name + "'.");
    return it->second;
}

std::size_t count(const SafeTensors& state, const std::string& name)
{
    const std::string& text = entry(state, name);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::in_range<int>(value))
        throw Error("The checkpoint's entry '" + name + "' is not a number.");
    return value;
}

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

} // namespace

LearningSearch::LearningSearch(std::string_view stream, Origin origin, const SearchSettings& settings,
                               QueryLedger& ledger)
    : m_settings(settings)
    , m_ledger(ledger)
    , m_origin(origin)
    , m_rng(Rng(settings.seed).split(stream))
{
}

// ---- Checkpoints -----------------------------------------------------------------------------------

// The state of the model. Nothing else is needed: the random streams are split by the number of the round, and the
// replacements of missing cells depend only on the benchmark.
std::optional<std::string> LearningSearch::checkpoint()
{
    if (m_round == 0)
        return std::nullopt; // nothing is learnt yet
    auto state = learnt();
    if (!state)
        return std::nullopt;
    state->metadata["search.form"] = checkpointForm;
    state->metadata["search.method"] = m_settings.method;
    state->metadata["search.rounds"] = std::to_string(m_round);
    state->metadata["search.exhausted"] = m_exhausted ? "1" : "0";
    state->metadata["search.refused"] = std::to_string(m_ledger.refusedInARow());
    return state->bytes();
}

std::size_t LearningSearch::restore(std::span<const Round> rounds, std::string_view checkpoint)
{
    const ThreadLimit limit(m_settings.model.threads);
    const SafeTensors state = SafeTensors::parse(checkpoint, "of the checkpoint");
    if (entry(state, "search.form") != checkpointForm || entry(state, "search.method") != m_settings.method)
        throw Error("The checkpoint was made by another version of the program or of another search.");
    const std::size_t done = count(state, "search.rounds");
    if (done == 0 || done > rounds.size())
        throw Error("The checkpoint is of a round that was not recorded.");
    restoreLabels(rounds.first(done), static_cast<int>(count(state, "search.refused")));
    restoreLearnt(state);
    m_round = static_cast<int>(done);
    m_next = PhaseKind::Generate;
    m_exhausted = entry(state, "search.exhausted") == "1";
    return done;
}

void LearningSearch::restoreLabels(std::span<const Round> rounds, int refusedInARow)
{
    std::vector<Query> queries;
    std::vector<Refusal> refusals;
    for (const Round& round : rounds) {
        for (const Query& query : round.queries) {
            const bool trains =
                round.number > 0 || m_training.size() < static_cast<std::size_t>(m_settings.initialTraining);
            (trains ? m_training : m_validation).push_back({query.cell, query.label.valid});
            queries.push_back(query);
        }
        refusals.insert(refusals.end(), round.refusals.begin(), round.refusals.end());
    }
    m_ledger.restore(queries, refusals, refusedInARow);
}

void LearningSearch::restoreLearnt(const SafeTensors& /*learnt*/)
{
    throw std::logic_error("no checkpoint is of this method");
}

bool LearningSearch::isFinished() const
{
    return m_round > 0 && isOverBefore(m_round);
}

bool LearningSearch::isOverBefore(int round) const
{
    return m_exhausted || m_ledger.remaining() <= 0 || round > m_settings.rounds
           || (m_settings.stopAtBest && m_ledger.foundBest());
}

Phase LearningSearch::advance(std::stop_token stop)
{
    const ThreadLimit limit(m_settings.model.threads);
    if (stop.stop_requested()) // some phases are too short to check it themselves
        throw Cancelled();
    Phase phase{.kind = m_next, .round = m_round, .origin = m_origin};
    m_current.number = m_round;
    if (const auto next = run(phase, stop)) {
        m_next = *next;
        return phase;
    }
    m_current.losses = takeLosses();
    phase.finished = std::exchange(m_current, {});
    m_next = PhaseKind::Generate;
    ++m_round;
    return phase;
}

std::optional<PhaseKind> LearningSearch::run(Phase& phase, std::stop_token stop)
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
        return predict(phase, stop);
    case PhaseKind::Select:
        return select(phase);
    case PhaseKind::Query:
        return query(phase, stop);
    case PhaseKind::Retrain:
        return retrain(phase, stop);
    }
    throw std::logic_error("no such phase");
}

bool LearningSearch::ask(CellIndex cell, double predicted, std::vector<LabelledCell>& set, std::stop_token stop)
{
    const auto label = m_ledger.query(cell, m_round, predicted, stop);
    if (!label) {
        m_current.refusals.push_back(m_ledger.refusals().back());
        return false;
    }
    set.push_back({cell, label->valid});
    m_current.queries.push_back(m_ledger.history().back());
    return true;
}

std::optional<PhaseKind> LearningSearch::label(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    Rng rng = m_rng.split("initial");
    const auto order = rng.sample(m_ledger.space().size(), m_ledger.space().size());
    const auto total = static_cast<std::size_t>(m_settings.initialTotal());
    auto next = order.begin();
    std::vector<CellIndex> wanted;
    do { // again for cells that turned out to have no label
        wanted.clear();
        for (; next != order.end() && m_current.queries.size() + wanted.size() < total; ++next)
            if (isWanted(*next))
                wanted.push_back(*next);
        m_ledger.expect(wanted);
        for (const CellIndex cell : wanted) {
            const bool trains = m_current.queries.size() < static_cast<std::size_t>(m_settings.initialTraining);
            ask(cell, std::numeric_limits<double>::quiet_NaN(), trains ? m_training : m_validation, stop);
        }
    } while (!wanted.empty());
    if (m_training.size() < 2)
        throw Error("The benchmark knows too few cells to start a search: it needs at least two labels for training.");
    noteQueries(phase, m_current.queries);
    watch.lap(m_current.seconds.other);
    return PhaseKind::Fit;
}

std::optional<PhaseKind> LearningSearch::fit(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    learn(true, stop);
    phase.labels = static_cast<int>(m_training.size());
    watch.lap(m_current.seconds.fineTune);
    return std::nullopt;
}

LearningSearch::Labels LearningSearch::labels() const
{
    Labels labels;
    for (const Query& query : m_ledger.history()) {
        labels.cells.push_back(query.cell);
        labels.accuracies.push_back(query.label.valid);
    }
    return labels;
}

std::vector<CellIndex> LearningSearch::drawUnseen() const
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

std::vector<CellIndex> LearningSearch::allUnseen() const
{
    std::vector<CellIndex> cells;
    for (CellIndex cell = 0; cell < m_ledger.space().size(); ++cell) {
        if (isWanted(cell))
            cells.push_back(cell);
    }
    return cells;
}

std::optional<CellIndex> LearningSearch::admit(CellIndex generated, std::span<const float> code,
                                               const std::unordered_set<CellIndex>& proposed)
{
    const auto isNew = [&](CellIndex cell) {
        return !m_ledger.isLabelled(cell) && !m_ledger.isRefused(cell) && !proposed.contains(cell);
    };
    if (m_ledger.canAnswer(generated) || m_ledger.isRefused(generated))
        return isNew(generated) ? std::optional(generated) : std::nullopt;
    ++m_lacking;
    if (!m_standIns) {
        auto cells = StandIns::answerable(m_ledger);
        Matrix places = codes(cells);
        m_standIns.emplace(std::move(cells), std::move(places));
    }
    return m_standIns->nearest(code, isNew);
}

// Latents are decoded here too, because more are generated until there are enough new cells; Decode reports it.
std::optional<PhaseKind> LearningSearch::generate(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    m_lacking = 0;
    Proposal proposal = propose(stop);
    m_current.decodes = proposal.decodes;
    if (proposal.decodes.total > 0)
        m_current.decodes.lacking = m_lacking;
    phase.decodes.total = proposal.decodes.total;
    m_cells = std::move(proposal.cells);
    const bool decoded = !m_cells.empty() && m_current.decodes.total > 0;
    if (m_cells.empty()) { // no new cells (a tiny table, or nearly all labelled): use the remaining ones
        m_cells = drawUnseen();
        phase.origin = Origin::Random;
    }
    if (!decoded)
        phase.cells = m_cells;
    watch.lap(m_current.seconds.generate);
    if (m_cells.empty()) {
        m_exhausted = true;
        return std::nullopt;
    }
    return decoded ? PhaseKind::Decode : PhaseKind::Predict;
}

std::optional<PhaseKind> LearningSearch::decode(Phase& phase)
{
    phase.cells = m_cells;
    phase.decodes = m_current.decodes;
    return PhaseKind::Predict;
}

std::optional<PhaseKind> LearningSearch::predict(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    m_current.candidates = rank(m_cells, stop);
    for (const Candidate& candidate : m_current.candidates)
        phase.best = std::fmax(phase.best, double{candidate.predicted});
    phase.cells = m_cells;
    watch.lap(m_current.seconds.predict);
    return PhaseKind::Select;
}

std::optional<PhaseKind> LearningSearch::select(Phase& phase)
{
    m_asked = std::min({static_cast<std::size_t>(m_settings.topK), m_current.candidates.size(),
                        static_cast<std::size_t>(m_ledger.remaining())});
    for (std::size_t i = 0; i < m_asked; ++i)
        phase.cells.push_back(m_current.candidates[i].cell);
    m_ledger.expect(phase.cells);
    return PhaseKind::Query;
}

std::optional<PhaseKind> LearningSearch::query(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    std::size_t labelled = 0; // a cell without a label is replaced by the next best
    for (const Candidate& candidate : m_current.candidates) {
        if (labelled == m_asked)
            break;
        if (!ask(candidate.cell, candidate.predicted, m_training, stop))
            continue;
        ++labelled;
        if (m_settings.stopAtBest && m_ledger.foundBest())
            break;
    }
    noteQueries(phase, m_current.queries);
    watch.lap(m_current.seconds.other);
    // The search does not need the last fit; it is only for viewers of the model.
    if (model() == nullptr && isOverBefore(m_round + 1))
        return std::nullopt;
    return PhaseKind::Retrain;
}

std::optional<PhaseKind> LearningSearch::retrain(Phase& phase, std::stop_token stop)
{
    Stopwatch watch;
    learn(false, stop);
    phase.labels = static_cast<int>(m_training.size());
    watch.lap(m_current.seconds.retrain);
    return std::nullopt;
}

} // namespace inverso
