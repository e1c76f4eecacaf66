// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/model and core/training: it includes LibTorch.
#include <torch/torch.h>

#include <span>
#include <vector>

namespace inverso {

/// The trainable parameters of a module laid one behind the other, and so are their gradients: an optimiser takes one
/// step over all of them, where a loop over tensors would start half a thousand small operations. The module works on
/// the same numbers as before.
class FlatParameters
{
public:
    /// Lays out the parameters of `module`, with gradients of zero.
    explicit FlatParameters(const torch::nn::Module& module);

    /// Parameters in the module's order.
    [[nodiscard]] std::span<float> values() { return numbers(m_values); }
    /// Sums of what was propagated back since clearGradient().
    [[nodiscard]] std::span<float> gradient() { return numbers(m_gradient); }
    void clearGradient() { m_gradient.zero_(); }
    /// The module of these reads the values of `other`, one of the same sizes, from now on; gradients stay apart.
    void shareValues(const FlatParameters& other);

private:
    static std::span<float> numbers(torch::Tensor& flat)
    {
        return {flat.data_ptr<float>(), static_cast<std::size_t>(flat.numel())};
    }
    void layOut();

    std::vector<torch::Tensor> m_parameters;
    torch::Tensor m_values;
    torch::Tensor m_gradient;
};

} // namespace inverso
