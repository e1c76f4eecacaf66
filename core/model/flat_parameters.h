// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/model and core/training: it includes LibTorch.
#include <torch/torch.h>

#include <span>
#include <vector>

namespace inverso {

/// The trainable parameters of a module, and their gradients, in one contiguous tensor each: an optimiser step is then
/// a few operations, where a loop over tensors would start five hundred small ones. The module uses the same memory.
class FlatParameters
{
public:
    /// Lays out the parameters of `module`, with gradients of zero.
    explicit FlatParameters(const torch::nn::Module& module);

    /// Parameters in the module's order.
    [[nodiscard]] std::span<float> values() { return numbers(m_values); }
    /// The gradients accumulated since clearGradient().
    [[nodiscard]] std::span<float> gradient() { return numbers(m_gradient); }
    void clearGradient() { m_gradient.zero_(); }
    /// From now on this module reads the parameters of `other`, of the same sizes; gradients stay separate.
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
