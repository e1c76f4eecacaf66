// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/flat_parameters.h"

namespace inverso {

FlatParameters::FlatParameters(const torch::nn::Module& module)
    : m_parameters(module.parameters())
{
    const torch::NoGradGuard guard;
    std::vector<torch::Tensor> flat;
    for (const torch::Tensor& parameter : m_parameters)
        flat.push_back(parameter.flatten());
    m_values = torch::cat(flat);
    m_gradient = torch::zeros_like(m_values);
    layOut();
}

void FlatParameters::shareValues(const FlatParameters& other)
{
    m_values = other.m_values;
    layOut();
}

void FlatParameters::layOut()
{
    std::int64_t first = 0;
    for (torch::Tensor& parameter : m_parameters) {
        const auto part = [&](const torch::Tensor& flat) {
            return flat.narrow(0, first, parameter.numel()).view(parameter.sizes());
        };
        parameter.set_data(part(m_values));
        parameter.mutable_grad() = part(m_gradient);
        first += parameter.numel();
    }
}

} // namespace inverso
