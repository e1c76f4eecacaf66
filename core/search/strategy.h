// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/loss_point.h"
#include "core/base/progress.h"
#include "core/benchmark/query_ledger.h"

#include <memory>
#include <string>
#include <vector>

namespace inverso {

class AccuracyModel;

/// A cell proposed in a round.
struct Candidate
{
    CellIndex cell = 0;
    float predicted = 0.0F; ///< accuracy, percent
    float deviation = 0.0F; ///< the model's own standard deviation, points; 0 where it has none
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
};

/// What one step() did, as plain data.
struct Round
{
    int number = 0;                    ///< 0: the initial labels
    std::vector<Query> queries;        ///< counted queries of this round, in order
    std::vector<Candidate> candidates; ///< what was proposed, best first; empty for model-free strategies
    int generated = 0;                 ///< decodes tried
    int invalid = 0;                   ///< decodes that are no cell of the space
    int duplicates = 0;                ///< decodes that were labelled or proposed already
    PhaseSeconds seconds;
    std::vector<LossPoint> losses;
};

/// A search strategy. Not thread-safe: one thread drives it, round by round.
class SearchStrategy
{
public:
    virtual ~SearchStrategy() = default;

    /// As on the command line: "inn", "inn-random", "rs", "ls", "re".
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Does the next round and returns what it did. Round 0 asks the initial labels. Within 100 ms of
    /// `stop` it throws Cancelled; queries made so far are in the ledger, and the strategy is not to be
    /// stepped again.
    virtual Round step(std::stop_token stop) = 0;
    /// Budget spent, rounds spent, or nothing left to ask.
    [[nodiscard]] virtual bool isFinished() const = 0;
    /// The fitted model, once there is one; null for model-free strategies. Belongs to the strategy and
    /// changes with step().
    [[nodiscard]] virtual const AccuracyModel* model() const { return nullptr; }
};

} // namespace inverso
