// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_choice.h"
#include "core/training/trainable_model.h"

namespace inverso {

/// The preset's model, not yet fitted. Throws SettingError for an override that it does not have.
std::unique_ptr<TrainableModel> createModel(const ModelChoice& choice, Purpose purpose, std::uint64_t seed,
                                            std::shared_ptr<const LatentSpace> latents);

} // namespace inverso
