// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/random.h"
#include "core/cell/search_space.h"
#include "core/model/loss_point.h"
#include "core/training/trainable_model.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace inverso {

/// AG-Net's generator of cells with its predictor (Lukasik et al. 2022; baselines.md).
///
/// The latents for training are random and belong to no cell: it learns the distribution of the training cells, better
/// ones with more weight, and generates others from it. The predictor reads its scores.
class GeneratorModel
{
public:
    struct Settings
    {
        int epochs = 30; ///< of each training
        int batch = 16;
        double rate = 1e-3;           ///< of Adam, β = (0.5, 0.999)
        double predictionShare = 0.9; ///< of the loss; the rest is reconstruction
        double rankWeight = 0.01;     ///< k of Eq. 10
    };
    /// A generated graph.
    struct Sample
    {
        std::optional<CellIndex> cell; ///< none when it is not a cell of the space
        std::vector<float> code;       ///< as of graphCodes()
        float predicted = 0.0F;        ///< percent
    };

    /// A generator trained on unlabelled cells, which takes seconds for the first one of a space, and a new predictor.
    /// Throws Cancelled.
    GeneratorModel(const Settings& settings, const SearchSpace& space, Rng rng, const std::stop_token& stop);
    ~GeneratorModel();

    /// Continues training on all labels so far. Throws Cancelled.
    void train(std::span<const LabelledCell> labels, const std::stop_token& stop);
    /// From latents uniform in [−3, 3).
    [[nodiscard]] std::vector<Sample> sample(std::size_t count, Rng& rng) const;
    std::vector<LossPoint> takeLosses();

private:
    struct Networks;

    Settings m_settings;
    const SearchSpace& m_space;
    Rng m_rng;
    std::unique_ptr<Networks> m_networks;
    std::vector<LossPoint> m_losses;
    int m_epoch = 0;
};

} // namespace inverso
