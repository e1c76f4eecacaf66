// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace inverso {

/// Labelled images, all of one size.
struct ImageSet
{
    int count = 0;
    int channels = 1;
    int height = 0;
    int width = 0;
    std::vector<std::uint8_t> pixels; ///< count × channels × height × width, 0…255
    std::vector<std::uint8_t> labels; ///< count numbers of classes, 0 … classes−1

    [[nodiscard]] std::size_t imageSize() const
    {
        return static_cast<std::size_t>(channels) * static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
    }
    [[nodiscard]] std::span<const std::uint8_t> image(std::size_t i) const
    {
        return std::span(pixels).subspan(i * imageSize(), imageSize());
    }
};

/// A data set of images, on which cells are trained and tested.
struct ImageData
{
    std::string name; ///< "fashion-mnist", or the name of its folder
    int classes = 0;
    ImageSet training;
    ImageSet test;

    /// CRC-32 of all pixels and labels, eight hexadecimal digits: the same images under another name are the same.
    /// Throws Cancelled soon after `stop`.
    [[nodiscard]] std::string checksum(const std::stop_token& stop = {}) const;
};

/// The names that openImages() takes and whose images are installed.
std::vector<std::string> installedImages();

/// Opens "fashion-mnist" (Debian's dataset-fashion-mnist), a folder with the four IDX files as MNIST names them
/// (train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-…; with or without .gz), or a folder of pictures for each
/// class (readClassFolders()). Throws Error: what is missing or broken, in which file; Cancelled within
/// 100 ms of `stop`.
std::shared_ptr<const ImageData> openImages(const std::string& nameOrFolder, const std::stop_token& stop = {});

} // namespace inverso
