// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/initialise.h"

#include <cmath>

namespace inverso {

namespace nn = torch::nn;

namespace {

/// Of a recurrent cell; 0: another module.
std::int64_t hiddenStates(nn::Module& module)
{
    if (const auto* cell = module.as<nn::GRUCellImpl>())
        return cell->weight_hh.size(1);
    if (const auto* cell = module.as<nn::LSTMCellImpl>())
        return cell->weight_hh.size(1);
    return 0;
}

} // namespace

void initialise(nn::Module& net, Rng rng)
{
    const torch::NoGradGuard guard;
    const auto fill = [&rng](torch::Tensor& parameter, double bound) {
        auto* values = parameter.data_ptr<float>();
        for (std::int64_t i = 0; i < parameter.numel(); ++i)
            values[i] = static_cast<float>(rng.uniform(-bound, bound));
    };
    for (const auto& module : net.modules()) {
        if (auto* linear = module->as<nn::LinearImpl>()) {
            const double bound = 1.0 / std::sqrt(static_cast<double>(linear->weight.size(1)));
            fill(linear->weight, bound);
            fill(linear->bias, bound);
        } else if (const std::int64_t states = hiddenStates(*module); states > 0) {
            for (torch::Tensor& parameter : module->parameters(false))
                fill(parameter, 1.0 / std::sqrt(static_cast<double>(states)));
        }
    }
}

} // namespace inverso
