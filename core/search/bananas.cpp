// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/bananas.h"

#include "core/base/error.h"
#include "core/base/sorted_order.h"
#include "core/cell/graph_codes.h"
#include "core/cell/path_encoding.h"
#include "core/model/runtime.h"
#include "core/search/learning_search.h"
#include "core/training/mlp_ensemble.h"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

namespace inverso {

namespace {

class Bananas : public LearningSearch
{
public:
    Bananas(const SearchSettings& settings, QueryLedger& ledger);

protected:
    Proposal propose(std::stop_token stop) override;
    std::vector<Candidate> rank(std::span<const CellIndex> cells, std::stop_token stop) override;
    void learn(bool first, std::stop_token stop) override;
    std::vector<LossPoint> takeLosses() override { return m_ensemble.takeLosses(); }
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const override
    {
        return graphCodes(ledger().space(), cells);
    }

private:
    [[nodiscard]] Rng stream(std::string_view tag) const
    {
        return rng().split(tag).split(static_cast<std::uint64_t>(round()));
    }
    /// n × m_features: 1 where a cell has the path.
    [[nodiscard]] Matrix features(std::span<const CellIndex> cells) const;

    PathEncoding m_paths;
    std::size_t m_features; ///< paths that are kept
    MlpEnsemble m_ensemble;
};

// Paths are kept up to the length that the authors cut at: 30 of 155 in NAS-Bench-201, 40 of 364 in NAS-Bench-101.
Bananas::Bananas(const SearchSettings& settings, QueryLedger& ledger)
    : LearningSearch("bananas", Origin::Mutation, settings, ledger)
    , m_paths(ledger.space())
    , m_features(m_paths.sizeUpTo((m_paths.longest() + 1) / 2))
    , m_ensemble({}, rng().split("ensemble"), settings.model.threads)
{
    setThreads(1); // the members' threads are the only parallelism
}

Matrix Bananas::features(std::span<const CellIndex> cells) const
{
    Matrix result(cells.size(), m_features);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (const std::size_t path : m_paths.paths(cells[i])) {
            if (path < m_features)
                result(i, path) = 1.0F;
        }
    }
    return result;
}

void Bananas::learn(bool /*first*/, std::stop_token stop)
{
    // There is no early stopping, so validation labels are used for training, too.
    std::vector<CellIndex> cells;
    std::vector<double> accuracies;
    for (const auto set : {training(), validation()}) {
        for (const LabelledCell& label : set) {
            cells.push_back(label.cell);
            accuracies.push_back(label.accuracy);
        }
    }
    m_ensemble.fit(features(cells), accuracies, stop);
}

// As in the authors' code: one mutation of the best cell per wanted candidate, then, while new cells are missing, of
// the next best. Their code stops after five cells, whose mutations fill a round if the benchmark has all cells; here
// it continues, so that a partial table is searched to its end.
Proposal Bananas::propose(std::stop_token stop)
{
    std::vector<Query> parents = ledger().history();
    std::ranges::stable_sort(parents, std::greater(), [](const Query& query) { return query.label.valid; });
    const auto wanted = static_cast<std::size_t>(settings().candidates);
    Rng mutations = stream("mutations");
    Proposal proposal;
    std::unordered_set<CellIndex> proposed;
    for (const Query& parent : parents) {
        for (std::size_t i = 0; i < wanted && proposal.cells.size() < wanted; ++i) {
            if (stop.stop_requested())
                throw Cancelled();
            const CellIndex child = ledger().space().mutate(parent.cell, mutations);
            const Matrix code = ledger().canAnswer(child) ? Matrix() : codes(std::span(&child, 1));
            const auto cell = admit(child, code.values, proposed);
            if (cell && proposed.insert(*cell).second)
                proposal.cells.push_back(*cell);
        }
    }
    return proposal;
}

std::vector<Candidate> Bananas::rank(std::span<const CellIndex> cells, std::stop_token /*stop*/)
{
    const MlpEnsemble::Scores scores = m_ensemble.predict(features(cells));
    Rng thompson = stream("thompson");
    std::vector<double> drawn;
    for (std::size_t i = 0; i < cells.size(); ++i)
        drawn.push_back(scores.mean[i] + scores.deviation[i] * thompson.normal());
    const std::vector<std::size_t> order =
        sortedOrder(cells.size(), [&](std::size_t i, std::size_t j) { return drawn[i] > drawn[j]; });
    std::vector<Candidate> candidates;
    for (const std::size_t i : order)
        candidates.push_back({cells[i], scores.mean[i], scores.deviation[i]});
    return candidates;
}

} // namespace

std::unique_ptr<SearchStrategy> createBananas(const SearchSettings& settings, QueryLedger& ledger)
{
    return std::make_unique<Bananas>(settings, ledger);
}

} // namespace inverso
