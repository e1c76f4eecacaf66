// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/live: LibTorch is visible here.
#include "core/base/random.h"
#include "core/live/cell_plan.h"
#include "core/live/cell_trainer.h"

#include <torch/torch.h>

#include <vector>

namespace inverso {

/// The network of TrainingSettings around one cell. All parameters lie in one flat tensor, so that an
/// optimiser step is a few operations whatever the cell.
class MacroNetwork
{
public:
    MacroNetwork(const CellPlan& plan, const TrainingSettings& settings, int imageChannels, int classes, Rng rng);

    /// Images [N, C, H, W], channels-last; logits [N, classes].
    torch::Tensor forward(const torch::Tensor& images, bool training);

    [[nodiscard]] torch::Tensor& values() { return m_flat; }
    /// Filled by backward(), to be cleared before.
    [[nodiscard]] torch::Tensor& gradient() { return m_gradient; }
    [[nodiscard]] std::int64_t parameterCount() const { return m_flat.numel(); }
    /// Multiply-adds for one image of that size.
    [[nodiscard]] double multiplyAdds(int height, int width) const;

private:
    struct Convolution
    {
        std::size_t weight = 0; // of m_parameters
        int inputs = 0;
        int outputs = 0;
        int kernel = 1;
        int stride = 1;
        bool small = false; // for rectifiedConvolution(), whose weights lie otherwise
    };
    struct Normalisation
    {
        std::size_t weight = 0;
        std::size_t bias = 0;
        torch::Tensor mean;
        torch::Tensor variance;
    };
    struct ConvNorm
    {
        Convolution convolution;
        Normalisation normalisation;
    };
    struct Cell
    {
        std::vector<ConvNorm> convolutions; // by the plan's steps; empty entries for pooling
    };
    struct Reduction
    {
        ConvNorm first;
        ConvNorm second;
        Convolution shortcut;
    };
    struct Stage
    {
        std::vector<Cell> cells;
    };

    std::size_t addParameter(std::vector<std::int64_t> shape, std::vector<float> values);
    Convolution addConvolution(int inputs, int outputs, int kernel, int stride, Rng& rng);
    ConvNorm addRectified(int inputs, int outputs, int kernel, Rng& rng);
    Normalisation addNormalisation(int channels);
    ConvNorm addConvNorm(int inputs, int outputs, int kernel, int stride, Rng& rng);
    Cell addCell(int channels, Rng& rng);
    void layOut();

    [[nodiscard]] torch::Tensor apply(const Convolution& convolution, const torch::Tensor& x) const;
    [[nodiscard]] torch::Tensor apply(const Normalisation& normalisation, const torch::Tensor& x, bool training) const;
    [[nodiscard]] torch::Tensor apply(const ConvNorm& both, const torch::Tensor& x, bool training) const;
    [[nodiscard]] torch::Tensor applyRectified(const ConvNorm& both, const torch::Tensor& x, bool training) const;
    [[nodiscard]] torch::Tensor apply(const Cell& cell, const torch::Tensor& x, bool training) const;
    [[nodiscard]] torch::Tensor apply(const Reduction& reduction, const torch::Tensor& x, bool training) const;

    CellPlan m_plan;
    std::vector<std::vector<float>> m_initial; // until layOut()
    std::vector<std::vector<std::int64_t>> m_shapes;
    std::vector<torch::Tensor> m_parameters; // leaves, views of m_flat
    torch::Tensor m_flat;
    torch::Tensor m_gradient;

    ConvNorm m_stem;
    std::vector<Stage> m_stages;
    std::vector<Reduction> m_reductions; // between the stages
    Normalisation m_last;
    std::size_t m_classifierWeight = 0;
    std::size_t m_classifierBias = 0;
    int m_lastChannels = 0;
    int m_classes = 0;
};

} // namespace inverso
