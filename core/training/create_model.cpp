// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/create_model.h"

#include "core/model/runtime.h"
#include "core/training/ensemble_model.h"
#include "core/training/model_settings.h"
#include "core/training/thesis_model.h"

namespace inverso {

std::unique_ptr<TrainableModel> createModel(const ModelChoice& choice, Purpose purpose, std::uint64_t seed,
                                            std::shared_ptr<const LatentSpace> latents)
{
    // The members' threads are the only parallelism: products of this size lose most of their time when the BLAS
    // splits them as well.
    setThreads(1);
    requireValid(choice, purpose);
    if (choice.preset == Preset::Thesis) {
        ThesisSettings thesis;
        thesis.rankWeight = choice.rankWeight;
        applyOverrides(choice.overrides, settingFields(thesis));
        return std::make_unique<ThesisModel>(thesis, std::move(latents), choice.fineTune == FineTune::EndToEnd, seed);
    }
    EnsembleSettings ensemble = defaultEnsembleSettings(purpose);
    applyOverrides(choice.overrides, settingFields(ensemble));
    return std::make_unique<EnsembleModel>(ensemble, std::move(latents), seed, choice.threads);
}

} // namespace inverso
