// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/live: LibTorch is visible here.
#include "core/base/random.h"

#include <torch/torch.h>

#include <vector>

namespace inverso {

/// The layers of the networks. They are added first, then laid out: all parameters are in one flat tensor, so that an
/// optimiser step takes a few operations for every cell. Maps are [N, C, H, W], channels-last.
class NetworkLayers
{
public:
    struct Convolution
    {
        std::size_t weight = 0; ///< of the parameters
        int inputs = 0;
        int outputs = 0;
        int kernel = 1;
        int stride = 1;
        bool small = false; ///< for rectifiedConvolution(), whose weights have another layout
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
    struct Linear
    {
        std::size_t weight = 0;
        std::size_t bias = 0;
        int inputs = 0;
        int outputs = 0;
    };

    Convolution addConvolution(int inputs, int outputs, int kernel, int stride, Rng& rng);
    Normalisation addNormalisation(int channels);
    ConvNorm addConvNorm(int inputs, int outputs, int kernel, int stride, Rng& rng);
    /// For applyRectified(); stride 1.
    ConvNorm addRectified(int inputs, int outputs, int kernel, Rng& rng);
    Linear addLinear(int inputs, int outputs, Rng& rng);
    /// Call it once, when all layers are added.
    void layOut();

    [[nodiscard]] torch::Tensor apply(const Convolution& convolution, const torch::Tensor& x) const;
    [[nodiscard]] torch::Tensor apply(const Normalisation& normalisation, const torch::Tensor& x, bool training) const;
    [[nodiscard]] torch::Tensor apply(const ConvNorm& both, const torch::Tensor& x, bool training) const;
    /// ReLU, convolution, batch normalisation.
    [[nodiscard]] torch::Tensor applyRectified(const ConvNorm& both, const torch::Tensor& x, bool training) const;
    [[nodiscard]] torch::Tensor apply(const Linear& linear, const torch::Tensor& x) const;

    [[nodiscard]] torch::Tensor& values() { return m_flat; }
    /// Filled by backward(); clear it before.
    [[nodiscard]] torch::Tensor& gradient() { return m_gradient; }
    [[nodiscard]] std::int64_t parameterCount() const { return m_flat.numel(); }
    /// Multiply-adds for one image with an output of that size.
    [[nodiscard]] static double multiplyAdds(const Convolution& convolution, int height, int width);

private:
    std::size_t addParameter(std::vector<std::int64_t> shape, std::vector<float> values);

    std::vector<std::vector<float>> m_initial; // until layOut()
    std::vector<std::vector<std::int64_t>> m_shapes;
    std::vector<torch::Tensor> m_parameters; // leaves, views of m_flat
    torch::Tensor m_flat;
    torch::Tensor m_gradient;
};

} // namespace inverso
