// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/benchmark/query_ledger.h"
#include "core/model/decodes.h"
#include "core/model/loss_point.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

class AccuracyModel;

/// A cell proposed in a round.
struct Candidate
{
    CellIndex cell = 0;
    float predicted = 0.0F; ///< accuracy, percent
    float deviation = 0.0F; ///< the model's standard deviation in percentage points; 0 if it has none
};

/// Seconds spent in each phase of a round.
struct PhaseSeconds
{
    double fineTune = 0.0; ///< first fit on the initial labels
    double retrain = 0.0;
    double generate = 0.0;
    double predict = 0.0;
    double other = 0.0;

    PhaseSeconds& operator+=(const PhaseSeconds& more);
    [[nodiscard]] double total() const { return fineTune + retrain + generate + predict + other; }
};

/// The result of one step(), as plain data.
struct Round
{
    int number = 0;                    ///< 0: the initial labels
    std::vector<Query> queries;        ///< counted queries of this round, in order
    std::vector<Refusal> refusals;     ///< queried cells without a label
    std::vector<Candidate> candidates; ///< proposed cells, best first; empty for model-free strategies
    Decodes decodes;                   ///< of the latents it tried
    PhaseSeconds seconds;
    std::vector<LossPoint> losses;
};

/// How a method generates the cells of a round.
enum class Origin : std::uint8_t {
    Inversion,  ///< decoded from inverted accuracies
    Noise,      ///< decoded from random latents, by a generator that learns
    Gradient,   ///< decoded from the latents of the best cells, moved up a gradient
    Mutation,   ///< the best cells, changed
    Policy,     ///< chosen by a learning policy
    Random,     ///< drawn from those without a label
    WholeSpace, ///< all without a label
};

/// A part of a round of Algorithm 1.
enum class PhaseKind : std::uint8_t {
    Label,    ///< the initial labels (line 1)
    Fit,      ///< the model on them (line 2)
    Generate, ///< latents, by inverting an accuracy (line 4)
    Decode,   ///< latents to new cells (lines 5–6)
    Predict,  ///< their accuracies (line 7)
    Select,   ///< those to query (line 8)
    Query,    ///< their labels (line 9)
    Retrain,  ///< the model on all labels (line 10)
};

/// The result of one phase, as plain data.
struct Phase
{
    PhaseKind kind = PhaseKind::Query;
    int round = 0;
    Origin origin = Origin::Inversion; ///< of the round's cells
    std::vector<CellIndex> cells = {}; ///< its cells; none for Generate if Decode has them
    Decodes decodes = {};              ///< Generate: their number only; Decode
    int labels = 0;                    ///< Fit, Retrain: training labels, without validation labels
    /// Percent. Predict: the highest prediction. Label, Query: the highest validation accuracy of the phase.
    double best = std::numeric_limits<double>::quiet_NaN();
    std::optional<Round> finished = {}; ///< the whole round, after its last phase
};

/// Fills in the cells and the best accuracy of a phase with queries.
void noteQueries(Phase& phase, std::span<const Query> queries);

/// A search strategy. Not thread-safe: one thread drives it, round by round.
class SearchStrategy
{
public:
    virtual ~SearchStrategy() = default;

    /// As on the command line: "inn", "rs", …, see searchMethods().
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Does the next phase of the round. The phases of a round are in the order of PhaseKind; a method may skip some.
    /// Within 100 ms of `stop` it throws Cancelled; queries made so far are in the ledger, and the strategy must not be
    /// advanced again.
    virtual Phase advance(std::stop_token stop) = 0;
    /// Does the next round, or the rest of the one in progress, and returns its result. Round 0 queries the initial
    /// labels. Throws as advance().
    Round step(std::stop_token stop);
    /// Whether the budget or the rounds are spent, or no cell is left to query. Called between rounds.
    [[nodiscard]] virtual bool isFinished() const = 0;
    /// After a round: the state that a new strategy with the same settings needs, in addition to the rounds, to
    /// continue from here. None if repeating the rounds is fast.
    [[nodiscard]] virtual std::optional<std::string> checkpoint() { return std::nullopt; }
    /// Continues from a checkpoint, bit for bit as the strategy that made it. Only for a new strategy with a new
    /// ledger. `rounds` are the finished rounds, at least up to the checkpoint; returns the number of rounds that the
    /// checkpoint includes. Throws Error when the checkpoint is damaged, of another program or of other settings; then
    /// neither the strategy nor its ledger may be used.
    virtual std::size_t restore(std::span<const Round> rounds, std::string_view checkpoint);
    /// The fitted model, once there is one; null for model-free strategies. Belongs to the strategy and
    /// changes with step().
    [[nodiscard]] virtual const AccuracyModel* model() const { return nullptr; }
};

} // namespace inverso
