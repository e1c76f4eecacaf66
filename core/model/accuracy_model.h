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
    int draws = 128;         ///< K: latents inverted and decoded for the target; the best `count` are kept
    double noise = 0.8;      ///< maximum share of noise in the z of known cells, 0…1
    double priorShare = 0.5; ///< share of latents with z ~ N(0, I); the rest around known cells' z
};

/// A cell generated for a target.
struct InvertedCell
{
    CellIndex cell = 0;
    float target = 0.0F;        ///< percent
    float predicted = 0.0F;     ///< percent, by the same model
    bool labelled = false;      ///< the model was fitted on this cell's label
    float expectedError = 0.0F; ///< expected |target − accuracy| in percentage points; see rankInversion()
};

/// Cells generated for one target, lowest expected error first, with the counts of the decodes.
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
    /// Cells that should reach `targetPercent` (0…100). Fewer than requested when decoding finds no more new cells.
    /// Throws Cancelled.
    [[nodiscard]] virtual Inversion invert(double targetPercent, const InversionSettings& settings, Rng& rng,
                                           std::stop_token stop) const = 0;
    /// μ of every cell (size of the space × D) by the model's own encoder, if that was tuned with it (end-to-end,
    /// method.md §4); none if the codes are those of the LatentSpace.
    [[nodiscard]] virtual std::optional<Matrix> tunedMeans() const { return std::nullopt; }
};

} // namespace inverso
