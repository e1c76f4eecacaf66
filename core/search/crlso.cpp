// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/crlso.h"

#include "core/base/error.h"
#include "core/base/matrix_rows.h"
#include "core/model/latent_codes.h"
#include "core/model/runtime.h"
#include "core/search/crlso_settings.h"
#include "core/search/learning_search.h"
#include "core/training/convex_predictor.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace inverso {

namespace {

class Crlso : public LearningSearch
{
public:
    Crlso(const SearchSettings& settings, const CrlsoSettings& own, QueryLedger& ledger,
          std::shared_ptr<const LatentSpace> latents);

protected:
    Proposal propose(std::stop_token stop) override;
    std::vector<Candidate> rank(std::span<const CellIndex> cells, std::stop_token stop) override;
    void learn(bool first, std::stop_token stop) override;
    std::vector<LossPoint> takeLosses() override { return m_predictor.takeLosses(); }
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const override { return m_codes.codes(cells); }

private:
    /// The codes of the best labelled cells, one for each new cell wanted.
    [[nodiscard]] Matrix parents() const;
    /// Rows of `from` with noise, moved up the gradient of the predictor.
    [[nodiscard]] Matrix moved(const Matrix& from, double step, Rng& rng) const;

    CrlsoSettings m_own;
    LatentCodes m_codes;
    ConvexPredictor m_predictor;
};

Crlso::Crlso(const SearchSettings& settings, const CrlsoSettings& own, QueryLedger& ledger,
             std::shared_ptr<const LatentSpace> latents)
    : LearningSearch("crlso", Origin::Gradient, settings, ledger)
    , m_own(own)
    , m_codes(std::move(latents), {.whiten = false, .shaped = false})
    , m_predictor({}, m_codes.dimension(), rng().split("predictor"))
{
    setThreads(1); // networks of this size are slower on several; searches may run side by side
}

void Crlso::learn(bool first, std::stop_token stop)
{
    const Labels known = labels();
    m_predictor.train(codes(known.cells), known.accuracies, first ? m_own.firstEpochs : m_own.roundEpochs,
                      first ? m_own.firstRate : m_own.roundRate, stop);
}

Matrix Crlso::parents() const
{
    std::vector<Query> best = ledger().history();
    std::ranges::stable_sort(best, std::greater(), [](const Query& query) { return query.label.valid; });
    best.resize(std::min(best.size(), static_cast<std::size_t>(settings().topK)));
    std::vector<CellIndex> cells;
    for (std::size_t i = 0; i < static_cast<std::size_t>(settings().candidates); ++i)
        cells.push_back(best[i % best.size()].cell);
    return codes(cells);
}

Matrix Crlso::moved(const Matrix& from, double step, Rng& rng) const
{
    Matrix latents(from.rows, from.columns);
    rng.fillNormal(latents.values);
    std::ranges::transform(latents.values, from.values, latents.values.begin(),
                           [&](float noise, float at) { return at + static_cast<float>(m_own.noise) * noise; });
    const Matrix ascent = m_predictor.ascent(latents);
    for (std::size_t i = 0; i < latents.values.size(); ++i)
        latents.values[i] += static_cast<float>(step) * ascent.values[i];
    return latents;
}

// Each parent tries until it gives a new cell; all of them together, because decoding is cheaper in batches.
Proposal Crlso::propose(std::stop_token stop)
{
    const Matrix from = parents();
    Rng noise = rng().split("noise").split(static_cast<std::uint64_t>(round()));
    const auto admission = [this](CellIndex cell, std::span<const float> code, const auto& known) {
        return admit(cell, code, known);
    };
    Proposal proposal;
    std::unordered_set<CellIndex> proposed;
    std::vector<std::size_t> left(from.rows); // those without a new cell so far
    std::iota(left.begin(), left.end(), std::size_t{0});
    for (int tried = 0; tried < m_own.tries && !left.empty(); ++tried) {
        if (stop.stop_requested())
            throw Cancelled();
        const Matrix waiting = rowsOf(from, std::span<const std::size_t>(left));
        const Matrix latents = moved(waiting, m_own.step * (tried + 1), noise);
        const auto decoded = m_codes.decode(latents);
        std::vector<std::size_t> still;
        for (std::size_t i = 0; i < left.size(); ++i) {
            const std::size_t before = proposal.cells.size();
            proposal.add(decoded[i], latents.row(i), admission, proposed);
            if (proposal.cells.size() == before)
                still.push_back(left[i]);
        }
        left = std::move(still);
    }
    return proposal;
}

std::vector<Candidate> Crlso::rank(std::span<const CellIndex> cells, std::stop_token /*stop*/)
{
    const std::vector<float> predictions = m_predictor.predict(codes(cells));
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < cells.size(); ++i)
        candidates.push_back({cells[i], predictions[i], 0.0F});
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::predicted);
    return candidates;
}

} // namespace

std::unique_ptr<SearchStrategy> createCrlso(const SearchSettings& settings, QueryLedger& ledger,
                                            std::shared_ptr<const LatentSpace> latents)
{
    CrlsoSettings own;
    applyOverrides(settings.model.overrides, settingFields(own));
    return std::make_unique<Crlso>(settings, own, ledger, std::move(latents));
}

} // namespace inverso
