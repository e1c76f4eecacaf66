// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/model/accuracy_model.h"
#include "core/model/latent_space.h"
#include "core/model/loss_point.h"
#include "core/model/safetensors.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace inverso {

/// One labelled cell, validation accuracy in percent.
struct LabelledCell
{
    CellIndex cell = 0;
    double accuracy = 0.0;
};

/// What to propose where a cell was decoded from a code (of the kind of TrainableModel::codes()): the cell itself,
/// another in its stead, or none. `proposed` has the cells admitted so far.
using Admission = std::function<std::optional<CellIndex>(CellIndex decoded, std::span<const float> code,
                                                         const std::unordered_set<CellIndex>& proposed)>;

/// Admits every cell of which `isWanted` is true.
[[nodiscard]] inline Admission admitting(std::function<bool(CellIndex)> isWanted)
{
    return [isWanted = std::move(isWanted)](CellIndex decoded, std::span<const float>, const auto&) {
        return isWanted(decoded) ? std::optional(decoded) : std::nullopt;
    };
}

/// New cells from inverting an accuracy beyond the best label (Algorithm 1, lines 4–9).
struct Proposal
{
    std::vector<CellIndex> cells; ///< distinct, all given by the Admission
    Decodes decodes;              ///< duplicates: not admitted, too

    /// Counts a decode and takes what is admitted for it, unless `proposed` has it; then it is added there.
    void add(std::optional<CellIndex> decoded, std::span<const float> code, const Admission& admit,
             std::unordered_set<CellIndex>& proposed);
};

/// An AccuracyModel that a search can fit, refit and ask for candidates.
class TrainableModel : public AccuracyModel
{
public:
    /// First fit (method.md §4), from fresh weights. Throws Cancelled.
    virtual void fit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
                     const ProgressSink& progress, std::stop_token stop) = 0;
    /// Retraining after a round (method.md §5.4), from the weights it has.
    virtual void refit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
                       const ProgressSink& progress, std::stop_token stop) = 0;
    /// All that it learnt and would go on with, between two fits: the networks, their optimisers, streams of random
    /// numbers, counters.
    [[nodiscard]] virtual SafeTensors state() = 0;
    /// Goes on where state() was taken, bit for bit: of a fresh model of the same settings and latents, with the labels
    /// of the last fit. Throws Error when it is no state of such a model; then this is not to be used.
    virtual void restore(const SafeTensors& state, std::span<const LabelledCell> training,
                         std::span<const LabelledCell> validation) = 0;
    /// Up to `count` new cells by inversion.
    virtual Proposal propose(std::size_t count, const Admission& admit, std::stop_token stop) = 0;
    /// n × D: where the model sees cells; near ones are alike to it. Does not change with training.
    [[nodiscard]] virtual Matrix codes(std::span<const CellIndex> cells) const = 0;
    /// What a cell is worth querying, on a scale of the model's own; higher is better. One per cell.
    [[nodiscard]] virtual std::vector<float> acquisition(std::span<const CellIndex> cells) const = 0;
    /// Losses since the last call.
    virtual std::vector<LossPoint> takeLosses() = 0;
};

/// The distinct cells of `decoded` as an Inversion: least expected error first, at most `count`. An ensemble that is
/// sure of 69 % serves a target of 70 % better than one that has 70 % as the mean of 60 and 80.
/// `caution` is the share of its deviation that counts, in the order and in the error that is told.
Inversion rankInversion(const AccuracyModel& model, double targetPercent, int count,
                        std::span<const std::optional<CellIndex>> decoded, std::span<const CellIndex> labelled,
                        double caution = 1.0);

} // namespace inverso
