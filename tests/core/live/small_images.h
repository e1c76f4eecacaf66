// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/live/cell_trainer.h"

#include <array>
#include <filesystem>
#include <fstream>

namespace inverso {

/// Images of 16×16 points in four classes that are easy to tell apart: which quarter is bright, under noise.
inline ImageSet smallImages(int count, std::uint64_t seed)
{
    Rng rng(seed);
    ImageSet set;
    set.count = count;
    set.height = set.width = 16;
    for (int i = 0; i < count; ++i) {
        const int label = i % 4;
        set.labels.push_back(static_cast<std::uint8_t>(label));
        for (int y = 0; y < 16; ++y)
            for (int x = 0; x < 16; ++x) {
                const bool bright = (y < 8) == (label < 2) && (x < 8) == (label % 2 == 0);
                set.pixels.push_back(static_cast<std::uint8_t>(rng.below(100) + (bright ? 60 : 0)));
            }
    }
    return set;
}

inline std::shared_ptr<const ImageData> smallData()
{
    auto data = std::make_shared<ImageData>();
    data->name = "quarters";
    data->classes = 4;
    data->training = smallImages(256, 1);
    data->test = smallImages(64, 2);
    return data;
}

/// A tenth of a second a cell.
inline TrainingSettings quickTraining()
{
    TrainingSettings settings;
    settings.cellsPerStage = 1;
    settings.trainingImages = 128;
    settings.validationImages = 128;
    settings.testImages = 64;
    settings.epochs = 2;
    settings.batch = 32;
    return settings;
}

/// As MNIST's files have it: rank 3 with images, rank 1 with labels.
inline void writeIdx(const std::filesystem::path& path, std::initializer_list<std::uint32_t> sizes,
                     const std::vector<std::uint8_t>& bytes)
{
    std::ofstream file(path, std::ios::binary);
    const std::array<char, 4> magic = {0, 0, 8, static_cast<char>(sizes.size())};
    file.write(magic.data(), magic.size());
    for (const std::uint32_t size : sizes)
        for (int shift = 24; shift >= 0; shift -= 8)
            file.put(static_cast<char>(size >> shift));
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

inline void writeIdxPair(const std::filesystem::path& folder, const std::string& prefix, const ImageSet& set)
{
    const auto count = static_cast<std::uint32_t>(set.count);
    writeIdx(folder / (prefix + "-images-idx3-ubyte"),
             {count, static_cast<std::uint32_t>(set.height), static_cast<std::uint32_t>(set.width)}, set.pixels);
    writeIdx(folder / (prefix + "-labels-idx1-ubyte"), {count}, set.labels);
}

/// A folder that openImages() takes.
inline void writeSmallFolder(const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    writeIdxPair(folder, "train", smallImages(256, 1));
    writeIdxPair(folder, "t10k", smallImages(64, 2));
}

/// A folder of two classes that takes seconds to read: so many names for one picture, a PNG file.
inline void writeSlowFolder(const std::filesystem::path& folder, const std::filesystem::path& picture, int pictures)
{
    for (const char* name : {"cats", "dogs"}) {
        std::filesystem::create_directories(folder / name);
        for (int i = 0; i < pictures / 2; ++i)
            std::filesystem::create_symlink(picture, folder / name / (std::to_string(i) + ".png"));
    }
}

} // namespace inverso
