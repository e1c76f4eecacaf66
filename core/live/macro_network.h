// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/live: LibTorch is visible here.
#include "core/live/cell_trainer.h"
#include "core/live/trainable_cell.h"

#include <memory>
#include <optional>
#include <vector>

namespace inverso {

/// The network of TrainingSettings around one cell.
class MacroNetwork
{
public:
    MacroNetwork(const TrainableCell& cell, const TrainingSettings& settings, int imageChannels, int classes, Rng rng);

    /// Images [N, C, H, W], channels-last; logits [N, classes].
    torch::Tensor forward(const torch::Tensor& images, bool training);

    [[nodiscard]] NetworkLayers& layers() { return m_layers; }
    /// Multiply-adds for one image of that size.
    [[nodiscard]] double multiplyAdds(int height, int width) const;

private:
    /// Half the height and width, twice the channels.
    struct Reduction
    {
        NetworkLayers::ConvNorm first;
        NetworkLayers::ConvNorm second;
        NetworkLayers::Convolution shortcut;
    };
    struct Stage
    {
        std::optional<Reduction> reduction; ///< before the cells; none before the first, nor where cells project
        std::vector<std::unique_ptr<CellLayers>> cells;
    };

    [[nodiscard]] torch::Tensor apply(const Reduction& reduction, const torch::Tensor& x, bool training) const;

    NetworkLayers m_layers;
    bool m_projects;
    NetworkLayers::ConvNorm m_stem;
    std::vector<Stage> m_stages;
    std::optional<NetworkLayers::Normalisation> m_last; ///< for maps without a final ReLU
    NetworkLayers::Linear m_classifier;
};

} // namespace inverso
