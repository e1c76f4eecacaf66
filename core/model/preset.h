// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace inverso {

/// "default" (ours) or "thesis" (the printed settings).
enum class Preset { Default, Thesis };
/// Which weights learn after the labels came (method.md §4).
enum class FineTune { Partial, EndToEnd };
/// Expert settings by name and value; later wins.
using Overrides = std::vector<std::pair<std::string, std::string>>;

} // namespace inverso
