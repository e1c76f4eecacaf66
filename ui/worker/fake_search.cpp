// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/fake_search.h"

#include "core/base/error.h"
#include "core/benchmark/query_ledger.h"
#include "core/model/accuracy_model.h"
#include "ui/worker/fake_cells.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inverso::ui {

namespace {

class FakeModel : public AccuracyModel
{
public:
    FakeModel(const QueryLedger& ledger, int inversionMilliseconds)
        : m_ledger(ledger)
        , m_inversionMilliseconds(inversionMilliseconds)
    {
    }
    float estimate(CellIndex cell) const
    {
        return static_cast<float>(fakeAccuracy(m_ledger.space(), cell) + 1.5 * std::sin(static_cast<double>(cell)));
    }
    std::vector<Prediction> predict(std::span<const CellIndex> cells) const override
    {
        std::vector<Prediction> result;
        for (const CellIndex cell : cells)
            result.push_back({estimate(cell), 0.4F});
        return result;
    }
    std::vector<Prediction> predictAll() const override
    {
        std::vector<CellIndex> all(m_ledger.space().size());
        for (CellIndex i = 0; i < all.size(); ++i)
            all[i] = i;
        return predict(all);
    }
    Inversion invert(double target, const InversionSettings& settings, Rng&, std::stop_token stop) const override
    {
        nap(m_inversionMilliseconds, stop);
        std::vector<std::pair<double, CellIndex>> byDistance;
        for (CellIndex i = 0; i < m_ledger.space().size(); ++i)
            byDistance.emplace_back(std::abs(double{estimate(i)} - target), i);
        const auto wanted = std::min<std::size_t>(static_cast<std::size_t>(settings.count), byDistance.size());
        std::ranges::partial_sort(byDistance, byDistance.begin() + static_cast<std::ptrdiff_t>(wanted));
        if (stop.stop_requested())
            throw Cancelled();
        Inversion result;
        for (std::size_t i = 0; i < wanted; ++i) {
            const auto [distance, cell] = byDistance[i];
            result.cells.push_back({cell, static_cast<float>(target), estimate(cell), m_ledger.isLabelled(cell),
                                    static_cast<float>(distance)});
        }
        result.decodes.total = settings.draws;
        return result;
    }

private:
    const QueryLedger& m_ledger;
    int m_inversionMilliseconds;
};

class FakeSearch : public SearchStrategy
{
public:
    FakeSearch(const FakeEngine::Settings& fake, const SearchSettings& settings, QueryLedger& ledger)
        : m_fake(fake)
        , m_settings(settings)
        , m_ledger(ledger)
        , m_model(ledger, fake.inversionMilliseconds)
        , m_rng(Rng(settings.seed).split("fake"))
    {
    }
    std::string_view name() const override { return m_settings.method; }
    bool isFinished() const override { return m_ledger.remaining() == 0; }
    const AccuracyModel* model() const override
    {
        return m_settings.method == "fake" && m_round > 0 ? &m_model : nullptr;
    }
    /// Three phases: it proposes, asks, and naps.
    Phase advance(std::stop_token stop) override
    {
        if (m_next == PhaseKind::Generate)
            begin();
        Phase phase{.kind = m_next, .round = m_current.number};
        if (m_next == PhaseKind::Generate) {
            for (const Candidate& candidate : m_current.candidates)
                phase.cells.push_back(candidate.cell);
            m_ledger.expect(phase.cells);
            m_next = PhaseKind::Query;
        } else if (m_next == PhaseKind::Query) {
            ask(stop);
            noteQueries(phase, m_current.queries);
            m_next = PhaseKind::Retrain;
        } else {
            finish(stop);
            phase.finished = std::exchange(m_current, {});
            m_next = PhaseKind::Generate;
        }
        return phase;
    }

private:
    void begin()
    {
        if (m_round == m_fake.failInRound)
            throw Error("The fake search broke off in round " + std::to_string(m_round) + ".");
        m_current.number = m_round;
        m_wanted = std::min(m_ledger.remaining(), m_round == 0 ? 10 : (isModelled() ? m_settings.topK : 1));
        propose(m_current, isModelled() && m_round > 0 ? m_settings.candidates : m_wanted);
    }
    void ask(const std::stop_token& stop)
    {
        for (int i = 0; i < m_wanted; ++i) {
            const CellIndex cell = m_current.candidates[static_cast<std::size_t>(i)].cell;
            if (m_ledger.query(cell, m_round, isModelled() ? m_model.estimate(cell) : NAN, stop))
                m_current.queries.push_back(m_ledger.history().back());
            else
                m_current.refusals.push_back(m_ledger.refusals().back());
        }
        if (!isModelled() || m_round == 0)
            m_current.candidates.clear();
    }
    void finish(const std::stop_token& stop)
    {
        nap(m_fake.roundMilliseconds, stop);
        m_current.decodes.total = 120;
        m_current.decodes.invalid = 1;
        ++m_round;
        if (m_fake.steps != nullptr)
            ++*m_fake.steps;
    }
    [[nodiscard]] bool isModelled() const { return m_settings.method == "fake"; }
    void propose(Round& round, int count)
    {
        const CellIndex step = stride(m_ledger.space());
        while (static_cast<int>(round.candidates.size()) < count) {
            const CellIndex cell =
                step * static_cast<CellIndex>(m_rng.below((m_ledger.space().size() + step - 1) / step));
            const bool twice = std::ranges::any_of(round.candidates, [&](const auto& c) { return c.cell == cell; });
            if (!m_ledger.isLabelled(cell) && !twice)
                round.candidates.push_back({cell, m_model.estimate(cell), 0.4F});
        }
        std::ranges::sort(round.candidates, [](const auto& a, const auto& b) { return a.predicted > b.predicted; });
    }
    FakeEngine::Settings m_fake;
    SearchSettings m_settings;
    QueryLedger& m_ledger;
    FakeModel m_model;
    Rng m_rng;
    PhaseKind m_next = PhaseKind::Generate;
    Round m_current;
    int m_wanted = 0;
    int m_round = 0;
};

} // namespace

std::unique_ptr<SearchStrategy> makeFakeSearch(const FakeEngine::Settings& fake, const SearchSettings& settings,
                                               QueryLedger& ledger)
{
    return std::make_unique<FakeSearch>(fake, settings, ledger);
}

} // namespace inverso::ui
