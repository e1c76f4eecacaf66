// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <string>
#include <string_view>

namespace inverso {

/// Search settings as one line of JSON, and back. Contains everything except the number of threads, which does not
/// change results. Throws Error on another text.
std::string toJson(const SearchSettings& settings);
SearchSettings settingsFromJson(std::string_view json);

} // namespace inverso
