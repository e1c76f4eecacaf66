// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/live: LibTorch is visible here.
#include <torch/torch.h>

namespace inverso {

/// The running statistics of a batch normalisation, [C] each.
struct RunningMoments
{
    torch::Tensor mean;
    torch::Tensor variance;
};

/// ReLU, convolution (stride 1, padded to keep the size) and batch normalisation in one differentiable step, equal to
/// LibTorch's operators one after another. x [N, C, H, W]; weight [kernel, kernel, C, K]; scale and shift [K]; C and K
/// multiples of 8. Training uses the batch's moments and updates the running ones; evaluation uses the running ones.
torch::Tensor rectifiedConvolution(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& scale,
                                   const torch::Tensor& shift, const RunningMoments& running, bool training);

/// 3×3 average pooling with stride 1 that ignores points outside the map. x [N, C, H, W], C a multiple of 8.
torch::Tensor smallAveragePool(const torch::Tensor& x);

} // namespace inverso
