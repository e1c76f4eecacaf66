// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/search/search_settings.h"
#include "core/search/stand_ins.h"
#include "core/search/strategy.h"
#include "core/training/trainable_model.h"

#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

namespace inverso {

/// The common part of the strategies that learn from labels and propose cells (Algorithm 1 of the thesis and similar
/// ones): the initial labels, the phases of a round, the queries, and the end.
class LearningSearch : public SearchStrategy
{
public:
    [[nodiscard]] std::string_view name() const final { return m_settings.method; }
    Phase advance(std::stop_token stop) final;
    [[nodiscard]] bool isFinished() const final;
    [[nodiscard]] std::optional<std::string> checkpoint() final;
    std::size_t restore(std::span<const Round> rounds, std::string_view checkpoint) final;

protected:
    /// `settings` are those of resolved(); `stream` names the strategy's own stream of random numbers.
    LearningSearch(std::string_view stream, Origin origin, const SearchSettings& settings, QueryLedger& ledger);

    /// New cells for which isWanted() is true, and the counts of the decodes, if any. If it returns no cells, some are
    /// drawn at random. Throws Cancelled, as do the other functions here.
    virtual Proposal propose(std::stop_token stop) = 0;
    /// Those of the cells that are candidates, best first.
    virtual std::vector<Candidate> rank(std::span<const CellIndex> cells, std::stop_token stop) = 0;
    /// Learns training() and validation(), for the first time or after a round.
    virtual void learn(bool first, std::stop_token stop) = 0;
    /// Losses since the last call.
    virtual std::vector<LossPoint> takeLosses() = 0;
    /// Everything learnt, if learning it again takes long, and the reverse, as in TrainableModel.
    [[nodiscard]] virtual std::optional<SafeTensors> learnt() { return std::nullopt; }
    virtual void restoreLearnt(const SafeTensors& learnt);
    /// n × D: the method's codes of cells; near codes mean similar cells.
    [[nodiscard]] virtual Matrix codes(std::span<const CellIndex> cells) const = 0;

    /// A generated cell, if it isWanted() and not among the proposed ones. A cell that is missing from the benchmark is
    /// replaced by the nearest wanted cell to its code.
    std::optional<CellIndex> admit(CellIndex generated, std::span<const float> code,
                                   const std::unordered_set<CellIndex>& proposed);

    /// Distinct random cells that isWanted(), one per candidate of a round, or fewer if there are not enough.
    [[nodiscard]] std::vector<CellIndex> drawUnseen() const;
    /// Every cell that isWanted().
    [[nodiscard]] std::vector<CellIndex> allUnseen() const;
    /// Can be asked, and was not.
    [[nodiscard]] bool isWanted(CellIndex cell) const { return m_ledger.canAnswer(cell) && !m_ledger.isLabelled(cell); }
    [[nodiscard]] const SearchSettings& settings() const { return m_settings; }
    [[nodiscard]] const QueryLedger& ledger() const { return m_ledger; }
    [[nodiscard]] Origin origin() const { return m_origin; }
    [[nodiscard]] std::span<const LabelledCell> training() const { return m_training; }
    [[nodiscard]] std::span<const LabelledCell> validation() const { return m_validation; }
    /// The labels of training() and validation() together, in the order queried, for methods without early stopping,
    /// which use validation labels like the others.
    struct Labels
    {
        std::vector<CellIndex> cells;
        std::vector<double> accuracies; ///< percent, one per cell
    };
    [[nodiscard]] Labels labels() const;
    /// The round in progress; 0 for the initial labels and the first fit.
    [[nodiscard]] int round() const { return m_round; }
    [[nodiscard]] const Rng& rng() const { return m_rng; }

private:
    // One function per phase; each fills in its result and returns the next phase; none: the round is over.
    std::optional<PhaseKind> label(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> fit(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> generate(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> decode(Phase& phase);
    std::optional<PhaseKind> predict(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> select(Phase& phase);
    std::optional<PhaseKind> query(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> retrain(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> run(Phase& phase, std::stop_token stop);

    /// Restores labels that were queried before.
    void restoreLabels(std::span<const Round> rounds, int refusedInARow);
    /// False: it has no label.
    bool ask(CellIndex cell, double predicted, std::vector<LabelledCell>& set, std::stop_token stop);
    [[nodiscard]] bool isOverBefore(int round) const;

    SearchSettings m_settings;
    QueryLedger& m_ledger;
    Origin m_origin;
    Rng m_rng;
    std::vector<LabelledCell> m_training;
    std::vector<LabelledCell> m_validation;
    PhaseKind m_next = PhaseKind::Label;
    Round m_current;                    ///< the round in progress
    std::vector<CellIndex> m_cells;     ///< its new cells
    std::size_t m_asked = 0;            ///< number of its chosen candidates
    std::optional<StandIns> m_standIns; ///< set when a cell is missing from the benchmark
    int m_lacking = 0;                  ///< generated cells of the round that are missing from it
    int m_round = 0;
    bool m_exhausted = false;
};

} // namespace inverso
