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

/// What the strategies share that learn from labels and propose cells (Algorithm 1 of the thesis and its like): the
/// initial labels, the phases of a round, what is asked, and the end.
class LearningSearch : public SearchStrategy
{
public:
    [[nodiscard]] std::string_view name() const final { return m_settings.method; }
    Phase advance(std::stop_token stop) final;
    [[nodiscard]] bool isFinished() const final;
    [[nodiscard]] std::optional<std::string> checkpoint() final;
    std::size_t restore(std::span<const Round> rounds, std::string_view checkpoint) final;

protected:
    /// `settings` as of resolved(); `stream` names the strategy's own stream of random numbers.
    LearningSearch(std::string_view stream, Origin origin, const SearchSettings& settings, QueryLedger& ledger);

    /// New cells, all of them wanted, and the decodes that they took, if any. Where there are none some are drawn at
    /// random. Throws Cancelled, as all of these.
    virtual Proposal propose(std::stop_token stop) = 0;
    /// Those of the cells that are candidates, best first.
    virtual std::vector<Candidate> rank(std::span<const CellIndex> cells, std::stop_token stop) = 0;
    /// Learns training() and validation(), for the first time or after a round.
    virtual void learn(bool first, std::stop_token stop) = 0;
    /// Losses since the last call.
    virtual std::vector<LossPoint> takeLosses() = 0;
    /// All that was learnt, where learning it again takes long, and its opposite, as of TrainableModel.
    [[nodiscard]] virtual std::optional<SafeTensors> learnt() { return std::nullopt; }
    virtual void restoreLearnt(const SafeTensors& learnt);
    /// n × D: where the method sees cells; near ones are alike to it.
    [[nodiscard]] virtual Matrix codes(std::span<const CellIndex> cells) const = 0;

    /// A generated cell, if it isWanted() and not among the proposed. For one that the benchmark lacks the nearest to
    /// its code stands in that is.
    std::optional<CellIndex> admit(CellIndex generated, std::span<const float> code,
                                   const std::unordered_set<CellIndex>& proposed);

    /// As many as there are candidates a round: different cells that isWanted(), uniformly; fewer when there are fewer.
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
    /// What is known of training() and validation() together, in the order asked: for methods that do not stop early,
    /// to which validation labels are labels like others.
    struct Labels
    {
        std::vector<CellIndex> cells;
        std::vector<double> accuracies; ///< percent, one a cell
    };
    [[nodiscard]] Labels labels() const;
    /// The round in progress, 0 while the initial labels are asked and learnt.
    [[nodiscard]] int round() const { return m_round; }
    [[nodiscard]] const Rng& rng() const { return m_rng; }

private:
    // A phase each; they fill in what they did and say which is next; none: the round is over.
    std::optional<PhaseKind> label(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> fit(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> generate(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> decode(Phase& phase);
    std::optional<PhaseKind> predict(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> select(Phase& phase);
    std::optional<PhaseKind> query(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> retrain(Phase& phase, std::stop_token stop);
    std::optional<PhaseKind> run(Phase& phase, std::stop_token stop);

    /// Takes in labels that were asked before.
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
    std::size_t m_asked = 0;            ///< so many of its candidates are chosen
    std::optional<StandIns> m_standIns; ///< once the benchmark lacked a cell
    int m_lacking = 0;                  ///< generated cells of the round that it lacked
    int m_round = 0;
    bool m_exhausted = false;
};

} // namespace inverso
