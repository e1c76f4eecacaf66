// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <string>
#include <string_view>

namespace inverso {

/// Search settings as one line of JSON, and back. Everything but the number of threads, which changes no
/// result. Throws Error on text that is no such settings.
std::string toJson(const SearchSettings& settings);
SearchSettings settingsFromJson(std::string_view json);

/// "default" or "thesis".
std::string_view presetName(Preset preset);
/// "partial" or "end-to-end".
std::string_view fineTuneName(FineTune fineTune);

} // namespace inverso
