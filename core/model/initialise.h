// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/model and core/training, as it includes LibTorch.
#include "core/base/random.h"

#include <torch/torch.h>

namespace inverso {

/// Initial weights of linear and recurrent layers from a given random stream: LibTorch's defaults, but without its
/// global random generator.
void initialise(torch::nn::Module& net, Rng rng);

} // namespace inverso
