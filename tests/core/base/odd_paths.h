// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace inverso {

/// Paths below `folder` that cannot be looked up, whoever asks: std::filesystem throws for them, root included.
inline std::vector<std::filesystem::path> oddPaths(const std::filesystem::path& folder)
{
    const std::filesystem::path loop = folder / "loop";
    if (!std::filesystem::is_symlink(loop))
        std::filesystem::create_symlink(loop, loop);
    return {folder / std::string(300, 'x'), loop, loop / "file"};
}

/// A path through a file, as if it were a folder: nothing can be there.
inline std::filesystem::path pathThroughFile(const std::filesystem::path& folder)
{
    std::ofstream(folder / "plain") << "a file";
    return folder / "plain" / "file";
}

} // namespace inverso
