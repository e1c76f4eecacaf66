// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/model_settings.h"

#include "core/training/ensemble_settings.h"
#include "core/training/thesis_settings.h"

namespace inverso {

SettingSet modelSettings(Preset preset, Purpose purpose)
{
    return preset == Preset::Thesis ? SettingSet(ThesisSettings()) : SettingSet(defaultEnsembleSettings(purpose));
}

bool modelUses(std::string_view id, Preset preset)
{
    if (id == "preset" || id == "threads")
        return true;
    if (id == "fine_tune" || id == "rank_weight")
        return preset == Preset::Thesis;
    return findField(modelSettings(preset, Purpose::Search).fields(), id) != nullptr;
}

void requireValid(const ModelChoice& choice, Purpose purpose, std::span<const std::string> given)
{
    const Preset other = choice.preset == Preset::Thesis ? Preset::Default : Preset::Thesis;
    const auto requireUse = [&](const std::string& id) {
        if (!modelUses(id, choice.preset) && modelUses(id, other))
            throw SettingError(SettingError::Kind::NoUse, id, "the preset " + std::string(presetName(choice.preset)),
                               "the preset " + std::string(presetName(other)));
    };
    for (const std::string& id : given)
        requireUse(id);
    for (const auto& [id, text] : choice.overrides)
        requireUse(id);
    applyOverrides(choice.overrides, modelSettings(choice.preset, purpose).fields());
}

} // namespace inverso
