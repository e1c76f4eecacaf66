// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace inverso {

/// Where shipped files are looked for, in this order: `kind` ("weights", "maps") in $INVERSO_RESOURCES, beside the
/// program (../share/inverso), and in the source tree. A folder need not exist.
std::vector<std::filesystem::path> resourceFolders(const std::filesystem::path& kind);

} // namespace inverso
