// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/model and core/training, as it includes LibTorch.
#include "core/base/random.h"

#include <torch/torch.h>

namespace inverso {

/// Fresh weights of linear and recurrent layers from a stream of their own: LibTorch's defaults, but without its one
/// generator for all threads.
void initialise(torch::nn::Module& net, Rng rng);

} // namespace inverso
