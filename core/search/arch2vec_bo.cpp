// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/arch2vec_bo.h"

#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/model/runtime.h"
#include "core/search/embedded_cells.h"
#include "core/search/learning_search.h"
#include "core/training/dngo.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace inverso {

namespace {

constexpr std::size_t rankedTogether = 4096; // cells between two checks for a stop

class Arch2vecBo : public LearningSearch
{
public:
    Arch2vecBo(const SearchSettings& settings, QueryLedger& ledger)
        : LearningSearch("arch2vec-bo", Origin::WholeSpace, settings, ledger)
        , m_model({}, rng().split("model"))
    {
        setThreads(1); // networks of this size are slower on several; searches may run side by side
    }

protected:
    Proposal propose(std::stop_token /*stop*/) override { return {allUnseen(), {}}; }
    std::vector<Candidate> rank(std::span<const CellIndex> cells, std::stop_token stop) override;
    void learn(bool first, std::stop_token stop) override;
    std::vector<LossPoint> takeLosses() override { return m_model.takeLosses(); }
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const override { return m_cells->codes(cells); }

private:
    std::optional<StandIns> m_cells; ///< all cells that can be queried, by their embeddings, after the first labels
    Dngo m_model;
};

/// E[max(0, value − best)] of a normal value.
double expectedImprovement(double mean, double deviation, double best)
{
    const double above = (mean - best) / deviation;
    const double density = std::exp(-0.5 * above * above) / std::sqrt(2.0 * std::numbers::pi);
    return deviation * (density + above * normalCdf(above));
}

void Arch2vecBo::learn(bool first, std::stop_token stop)
{
    if (first)
        m_cells.emplace(embedded(ledger(), stop));
    const Labels known = labels();
    m_model.fit(codes(known.cells), known.accuracies, stop);
}

std::vector<Candidate> Arch2vecBo::rank(std::span<const CellIndex> cells, std::stop_token stop)
{
    struct Worth
    {
        double improvement;
        Candidate candidate;
    };
    const double best = ledger().best()->label.valid;
    std::vector<Worth> worths;
    for (std::size_t first = 0; first < cells.size(); first += rankedTogether) {
        if (stop.stop_requested())
            throw Cancelled();
        const auto part = cells.subspan(first, std::min(rankedTogether, cells.size() - first));
        const Dngo::Scores scores = m_model.predict(codes(part));
        for (std::size_t i = 0; i < part.size(); ++i)
            worths.push_back({expectedImprovement(scores.mean[i], scores.deviation[i], best),
                              {part[i], scores.mean[i], scores.deviation[i]}});
    }
    const auto kept = std::min(worths.size(), static_cast<std::size_t>(settings().candidates));
    std::ranges::partial_sort(
        worths, worths.begin() + static_cast<std::ptrdiff_t>(kept), [](const Worth& a, const Worth& b) {
            return a.improvement != b.improvement ? a.improvement > b.improvement : a.candidate.cell < b.candidate.cell;
        });
    worths.resize(kept);
    std::vector<Candidate> candidates;
    for (const Worth& worth : worths)
        candidates.push_back(worth.candidate);
    return candidates;
}

} // namespace

std::unique_ptr<SearchStrategy> createArch2vecBo(const SearchSettings& settings, QueryLedger& ledger)
{
    return std::make_unique<Arch2vecBo>(settings, ledger);
}

} // namespace inverso
