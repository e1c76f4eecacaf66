// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace inverso {

/// The weights shipped for a space and preset ("default", "thesis"): in $INVERSO_RESOURCES, beside the
/// program (../share/inverso), or in the source tree. Throws Error saying where it looked and how to
/// make them ("./dev weights").
std::filesystem::path findWeights(std::string_view space, std::string_view preset);

} // namespace inverso
