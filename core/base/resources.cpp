// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"

#include <cstdlib>
#include <system_error>

namespace inverso {

std::vector<std::filesystem::path> resourceFolders(const std::filesystem::path& kind)
{
    namespace fs = std::filesystem;
    std::vector<fs::path> folders;
    if (const char* resources = std::getenv("INVERSO_RESOURCES"); resources && *resources)
        folders.emplace_back(fs::path(resources) / kind);
    std::error_code error;
    if (const fs::path program = fs::read_symlink("/proc/self/exe", error); !error)
        folders.emplace_back(program.parent_path().parent_path() / "share/inverso" / kind);
    folders.emplace_back(fs::path(INVERSO_SOURCE_DIR) / "resources" / kind);
    return folders;
}

} // namespace inverso
