// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_choice.h"

namespace inverso {

/// The model's own settings, with the preset's values as defaults: those of --set and of the overrides of a
/// ModelChoice.
SettingSet modelSettings(Preset preset, Purpose purpose);

/// Whether the preset's model uses a setting, either one of ModelChoice or one of its own.
bool modelUses(std::string_view id, Preset preset);

/// Throws SettingError for an override that the preset's model does not have, for a value that is not allowed, and for
/// a setting `given`, by id, that the preset does not use.
void requireValid(const ModelChoice& choice, Purpose purpose, std::span<const std::string> given = {});

} // namespace inverso
