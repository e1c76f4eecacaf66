// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h> // before Qt, whose keywords it uses as names

namespace inverso {

/// The largest difference, relative to the largest number of `b`.
inline double difference(const torch::Tensor& a, const torch::Tensor& b)
{
    return ((a - b).abs().max() / b.abs().max()).item<double>();
}

} // namespace inverso
