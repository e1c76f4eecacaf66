// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/images/picture_file.h"

#include "core/base/error.h"
#include "core/base/read_file.h"

#include <png.h>
#include <turbojpeg.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace inverso {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestFile = std::size_t{64} << 20;
constexpr int longestSide = 4096;

std::string extensionOf(const fs::path& path)
{
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
    return extension;
}

[[noreturn]] void fail(const fs::path& path, const std::string& why)
{
    throw Error("Cannot read the picture " + path.string() + ": " + why + ". Remove or replace it.");
}

Picture blank(const fs::path& path, bool colour, long height, long width)
{
    if (height < 1 || width < 1 || height > longestSide || width > longestSide)
        fail(path, "it has " + std::to_string(width) + "×" + std::to_string(height) + " pixels");
    Picture picture{colour ? 3 : 1, static_cast<int>(height), static_cast<int>(width), {}};
    picture.pixels.resize(static_cast<std::size_t>(picture.channels) * static_cast<std::size_t>(height)
                          * static_cast<std::size_t>(width));
    return picture;
}

Picture readPng(const fs::path& path, const std::string& bytes)
{
    png_image image = {};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, void (*)(png_imagep)> owner(&image, &png_image_free);
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
        fail(path, image.message);
    const bool colour = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
    image.format = colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
    Picture picture = blank(path, colour, image.height, image.width);
    const png_color black = {};
    if (png_image_finish_read(&image, &black, picture.pixels.data(), 0, nullptr) == 0)
        fail(path, image.message);
    return picture;
}

Picture readJpeg(const fs::path& path, const std::string& bytes)
{
    const std::unique_ptr<void, int (*)(tjhandle)> decoder(tjInitDecompress(), &tjDestroy);
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    int width = 0;
    int height = 0;
    int sampling = 0;
    int space = 0;
    if (!decoder || tjDecompressHeader3(decoder.get(), data, bytes.size(), &width, &height, &sampling, &space) != 0)
        fail(path, tjGetErrorStr2(decoder.get()));
    const bool colour = space != TJCS_GRAY;
    Picture picture = blank(path, colour, height, width);
    if (tjDecompress2(decoder.get(), data, bytes.size(), picture.pixels.data(), width, 0, height,
                      colour ? TJPF_RGB : TJPF_GRAY, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS)
        != 0)
        fail(path, tjGetErrorStr2(decoder.get()));
    return picture;
}

} // namespace

bool isPictureName(const fs::path& path)
{
    const std::string extension = extensionOf(path);
    return extension == ".png" || extension == ".jpg" || extension == ".jpeg";
}

Picture readPicture(const fs::path& path)
{
    const std::string bytes = readFile(path, largestFile);
    return extensionOf(path) == ".png" ? readPng(path, bytes) : readJpeg(path, bytes);
}

} // namespace inverso
