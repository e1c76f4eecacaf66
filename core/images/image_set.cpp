// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/images/image_set.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/images/class_folders.h"
#include "core/images/idx_file.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace inverso {

namespace {

namespace fs = std::filesystem;

const char* const fashionFolder = "/usr/share/datasets/fashion-mnist";

fs::path findPart(const fs::path& folder, const std::string& name)
{
    for (const char* ending : {".gz", ""}) {
        fs::path path = folder / (name + ending);
        if (files::exists(path))
            return path;
    }
    return {};
}

ImageSet readPair(const fs::path& folder, const std::string& prefix, const std::stop_token& stop)
{
    const fs::path imagesPath = findPart(folder, prefix + "-images-idx3-ubyte");
    const fs::path labelsPath = findPart(folder, prefix + "-labels-idx1-ubyte");
    for (const auto& [path, part] : {std::pair{imagesPath, "images-idx3"}, std::pair{labelsPath, "labels-idx1"}}) {
        if (path.empty())
            throw Error("The folder " + folder.string() + " has no file " + prefix + "-" + part
                        + "-ubyte (or .gz). It must hold images and labels for training (train-…) and test (t10k-…).");
    }
    IdxArray images = readIdx(imagesPath, stop);
    IdxArray labels = readIdx(labelsPath, stop);
    if (images.sizes.size() != 3 || labels.sizes.size() != 1)
        throw Error("The images of " + folder.string() + " must be an IDX array of rank 3 and their labels of rank 1.");
    if (images.sizes[0] != labels.sizes[0])
        throw Error(imagesPath.string() + " has " + std::to_string(images.sizes[0]) + " images, but "
                    + labelsPath.filename().string() + " has " + std::to_string(labels.sizes[0])
                    + " labels: the two files do not belong together.");
    ImageSet set;
    set.count = static_cast<int>(images.sizes[0]);
    set.height = static_cast<int>(images.sizes[1]);
    set.width = static_cast<int>(images.sizes[2]);
    set.pixels = std::move(images.bytes);
    set.labels = std::move(labels.bytes);
    if (set.count == 0 || set.height == 0 || set.width == 0)
        throw Error(imagesPath.string() + " has no images.");
    return set;
}

std::shared_ptr<ImageData> readIdxFolder(const fs::path& folder, const std::stop_token& stop)
{
    auto data = std::make_shared<ImageData>();
    data->training = readPair(folder, "train", stop);
    data->test = readPair(folder, "t10k", stop);
    data->classes =
        1 + std::max(*std::ranges::max_element(data->training.labels), *std::ranges::max_element(data->test.labels));
    return data;
}

} // namespace

std::string ImageData::checksum(const std::stop_token& stop) const
{
    uLong sum = crc32(0, nullptr, 0);
    constexpr std::size_t block = std::size_t{1} << 24; // a hundredth of a second
    for (const std::vector<std::uint8_t>* bytes : {&training.pixels, &training.labels, &test.pixels, &test.labels}) {
        for (std::size_t at = 0; at < bytes->size(); at += block) {
            if (stop.stop_requested())
                throw Cancelled();
            sum = crc32_z(sum, bytes->data() + at, std::min(block, bytes->size() - at));
        }
    }
    std::array<char, 9> text{};
    std::snprintf(text.data(), text.size(), "%08lx", sum);
    return text.data();
}

std::vector<std::string> installedImages()
{
    std::error_code ignored;
    return fs::is_directory(fashionFolder, ignored) ? std::vector<std::string>{"fashion-mnist"}
                                                    : std::vector<std::string>();
}

std::shared_ptr<const ImageData> openImages(const std::string& nameOrFolder, const std::stop_token& stop)
{
    const bool isFashion = nameOrFolder == "fashion-mnist";
    const fs::path folder = isFashion ? fs::path(fashionFolder) : fs::path(nameOrFolder);
    if (!files::isFolder(folder)) {
        throw Error(isFashion ? std::string("Fashion-MNIST is not installed: install the Debian package "
                                            "dataset-fashion-mnist, or name a folder of images.")
                              : "There is no folder " + nameOrFolder
                                    + ": name fashion-mnist, or a folder of images (IDX files as MNIST has them, or a "
                                      "folder of pictures for each class).");
    }
    const auto data = hasSubfolders(folder) ? readClassFolders(folder, stop) : readIdxFolder(folder, stop);
    data->name =
        isFashion ? nameOrFolder : files::absolute(folder / "").lexically_normal().parent_path().filename().string();
    if (data->training.imageSize() != data->test.imageSize() || data->training.height != data->test.height)
        throw Error("The training and the test images of " + folder.string() + " have different sizes.");
    const auto& labels = data->training.labels;
    if (std::ranges::all_of(labels, [&](std::uint8_t label) { return label == labels.front(); }))
        throw Error("All training images of " + folder.string() + " belong to one class: there is nothing to learn.");
    return data;
}

} // namespace inverso
