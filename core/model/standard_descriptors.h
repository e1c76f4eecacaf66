// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/model and core/training, as it includes LibTorch.
#include "core/cell/search_space.h"

#include <torch/torch.h>

namespace inverso {

/// The descriptors of cells (cells × descriptorNames()), each of mean 0 and variance 1 over them, float32. Undefined
/// when the space has none.
torch::Tensor standardDescriptors(const SearchSpace& space, std::span<const CellIndex> cells);

} // namespace inverso
