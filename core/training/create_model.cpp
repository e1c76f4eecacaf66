// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/setting_field.h"
#include "core/training/ensemble_model.h"

namespace inverso {

std::unique_ptr<TrainableModel> createModel(const ModelSettings& settings, std::shared_ptr<const LatentSpace> latents)
{
    EnsembleSettings ensemble = defaultEnsembleSettings(settings.purpose);
    applyOverrides(settings.overrides, settingFields(ensemble));
    return std::make_unique<EnsembleModel>(ensemble, std::move(latents), settings.seed, settings.threads);
}

} // namespace inverso
