// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/model: it includes LibTorch.
#include <torch/torch.h>

namespace inverso {

// LibTorch multiplies a batch of matrices as small as a cell's one by one, each with views and a BLAS call, which takes
// over half of a training step of the graph VAE. These compute the batch in one loop. float32, once differentiable.

/// n × m × k · n × k × p → n × m × p; with `secondTurned`, n × m × k · (n × p × k)ᵀ.
torch::Tensor batchedProduct(const torch::Tensor& a, const torch::Tensor& b, bool secondTurned = false);

/// Scaled dot-product attention among the vertices of each cell: (n·|V|) × (3·heads·keySize), that is query, key and
/// value of every head, → (n·|V|) × (heads·keySize).
torch::Tensor attention(const torch::Tensor& queryKeyValue, std::int64_t vertices, int heads, int keySize);

} // namespace inverso
