// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inverso {

/// Whether a benchmark's name means real training: "live:fashion-mnist", "live:FOLDER".
bool isLiveName(std::string_view name);
/// The images of such a name.
std::string liveImages(std::string_view name);
/// The name for those images.
std::string liveName(std::string_view images);

} // namespace inverso
