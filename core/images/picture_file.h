// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace inverso {

/// A picture, grey or in colour.
struct Picture
{
    int channels = 1; ///< 1 or 3 (red, green, blue)
    int height = 0;
    int width = 0;
    std::vector<std::uint8_t> pixels; ///< height × width × channels
};

/// Whether the name is that of a PNG or JPEG file.
bool isPictureName(const std::filesystem::path& path);

/// Reads a PNG or JPEG file; transparent pixels are blended with black. Throws Error naming the file when it is broken.
Picture readPicture(const std::filesystem::path& path);

} // namespace inverso
