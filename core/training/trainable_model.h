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

/// The cell to propose for a decoded cell and its code (as of TrainableModel::codes()): the cell itself, a replacement,
/// or none. `proposed` has the cells admitted so far.
using Admission = std::function<std::optional<CellIndex>(CellIndex decoded, std::span<const float> code,
                                                         const std::unordered_set<CellIndex>& proposed)>;

/// Admits every cell for which `isWanted` is true.
[[nodiscard]] inline Admission admitting(std::function<bool(CellIndex)> isWanted)
{
    return [isWanted = std::move(isWanted)](CellIndex decoded, std::span<const float>, const auto&) {
        return isWanted(decoded) ? std::optional(decoded) : std::nullopt;
    };
}

/// New cells from inverting an accuracy beyond the best label (Algorithm 1, lines 4–9).
struct Proposal
{
    std::vector<CellIndex> cells; ///< distinct, all returned by the Admission
    Decodes decodes;              ///< duplicates include cells that were not admitted

    /// Counts a decode and adds the cell that is admitted for it, also to `proposed`, unless it is there already.
    void add(std::optional<CellIndex> decoded, std::span<const float> code, const Admission& admit,
             std::unordered_set<CellIndex>& proposed);
};

/// An AccuracyModel that a search can fit, refit and ask for candidates.
class TrainableModel : public AccuracyModel
{
public:
    /// First fit (method.md §4), from new weights. Throws Cancelled.
    virtual void fit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
                     const ProgressSink& progress, std::stop_token stop) = 0;
    /// Retraining after a round (method.md §5.4), from the weights it has.
    virtual void refit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
                       const ProgressSink& progress, std::stop_token stop) = 0;
    /// The whole state between two fits: the networks, their optimisers, streams of random numbers, counters.
    [[nodiscard]] virtual SafeTensors state() = 0;
    /// Restores a state() bit for bit. Only for a new model with the same settings and latents, with the labels of the
    /// last fit. Throws Error when it is not a state of such a model; then this object must not be used.
    virtual void restore(const SafeTensors& state, std::span<const LabelledCell> training,
                         std::span<const LabelledCell> validation) = 0;
    /// Up to `count` new cells by inversion.
    virtual Proposal propose(std::size_t count, const Admission& admit, std::stop_token stop) = 0;
    /// n × D: the model's codes of cells; near codes mean similar cells. Training does not change them.
    [[nodiscard]] virtual Matrix codes(std::span<const CellIndex> cells) const = 0;
    /// How promising each cell is for a query, on a scale of the model; higher is better.
    [[nodiscard]] virtual std::vector<float> acquisition(std::span<const CellIndex> cells) const = 0;
    /// Losses since the last call.
    virtual std::vector<LossPoint> takeLosses() = 0;
};

/// The distinct cells of `decoded` as an Inversion: lowest expected error first, at most `count`. For a target of 70 %,
/// a certain prediction of 69 % is better than a mean of 70 % from 60 and 80 %. `caution` is the weight of the standard
/// deviation in the order and in the reported error.
Inversion rankInversion(const AccuracyModel& model, double targetPercent, int count,
                        std::span<const std::optional<CellIndex>> decoded, std::span<const CellIndex> labelled,
                        double caution = 1.0);

} // namespace inverso
