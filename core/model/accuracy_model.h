// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/progress.h"
#include "core/base/random.h"
#include "core/cell/graph.h"
#include "core/model/decodes.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace inverso {

/// Predicted accuracy of a cell.
struct Prediction
{
    float mean = 0.0F;      ///< percent
    float deviation = 0.0F; ///< standard deviation over the ensemble, points; 0 for a single network
};

/// How to invert an accuracy into cells.
struct InversionSettings
{
    int count = 32;          ///< distinct cells wanted
    int draws = 128;         ///< K: latents inverted and decoded for the target; the best `count` kept
    double noise = 0.8;      ///< greatest share of noise in the z of known cells, 0…1
    double priorShare = 0.5; ///< share of latents with z ~ N(0, I); the rest around known cells' z
};

/// A cell generated for a target.
struct InvertedCell
{
    CellIndex cell = 0;
    float target = 0.0F;        ///< percent
    float predicted = 0.0F;     ///< percent, by the same model
    bool labelled = false;      ///< the model was fitted on this cell's label
    float expectedError = 0.0F; ///< mean of |target − accuracy| under the model's doubt, points; see rankInversion()
};

/// Cells generated for one target, least expected error first, with the decodes it took.
struct Inversion
{
    std::vector<InvertedCell> cells;
    Decodes decodes;
};

/// A model fitted on labels: predicts an accuracy from a cell (forward) and cells from an accuracy
/// (inverse). const members may run on any thread, one at a time.
class AccuracyModel
{
public:
    virtual ~AccuracyModel() = default;

    /// One prediction per cell, in order.
    [[nodiscard]] virtual std::vector<Prediction> predict(std::span<const CellIndex> cells) const = 0;
    /// Every cell of the space, by CellIndex.
    [[nodiscard]] virtual std::vector<Prediction> predictAll() const = 0;
    /// Cells that should reach `targetPercent` (0…100). Fewer than asked for when the decodes run out of
    /// new ones. Throws Cancelled.
    [[nodiscard]] virtual Inversion invert(double targetPercent, const InversionSettings& settings, Rng& rng,
                                           std::stop_token stop) const = 0;
    /// μ of every cell (size of the space × D) by the model's own encoder, where that was tuned with it
    /// (end-to-end, method.md §4); none where the codes are those of the LatentSpace.
    [[nodiscard]] virtual std::optional<Matrix> tunedMeans() const { return std::nullopt; }
};

} // namespace inverso
