// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

namespace inverso {

/// "default" (ours) or "thesis" (the printed settings).
enum class Preset { Default, Thesis };
/// Which weights are trained on the labels (method.md §4).
enum class FineTune { Partial, EndToEnd };
/// Fit for search (few labels, look for the best) or for inversion (generate anywhere).
enum class Purpose { Search, Inversion };

/// Their names in sessions, in plans and on the command line.
std::string_view presetName(Preset preset);
std::string_view fineTuneName(FineTune fineTune);

/// Which model is fitted, and how: the common settings of a search, a fit and an evaluation.
struct ModelChoice
{
    Preset preset = Preset::Default;
    FineTune fineTune = FineTune::Partial;
    bool rankWeight = false; ///< Eq. 10, 11 in the losses
    int threads = 0;         ///< worker threads; 0: all cores. Results do not depend on it
    Overrides overrides;     ///< of the model's own settings, see modelSettings()
};

/// The fields of ModelChoice except the overrides, one function each, because lists of settings have them at different
/// places.
SettingField presetField(ModelChoice& choice);
SettingField fineTuneField(ModelChoice& choice);
SettingField rankWeightField(ModelChoice& choice);
SettingField threadsField(ModelChoice& choice);

} // namespace inverso
