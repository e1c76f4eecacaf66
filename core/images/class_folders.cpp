// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/images/class_folders.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/images/picture_file.h"

#include <algorithm>

namespace inverso {

namespace {

namespace fs = std::filesystem;

struct Labelled
{
    fs::path path;
    std::uint8_t label = 0;
};

void poll(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Cancelled();
}

std::vector<fs::path> sorted(const fs::path& folder, bool (*wanted)(const fs::directory_entry&),
                             const std::stop_token& stop)
{
    std::vector<fs::path> paths;
    files::visit(folder, [&](const fs::directory_entry& entry) {
        poll(stop);
        if (wanted(entry))
            paths.push_back(entry.path());
        return true;
    });
    std::ranges::sort(paths, {}, &fs::path::native); // as the paths themselves, but much faster
    return paths;
}

bool isFolder(const fs::directory_entry& entry)
{
    std::error_code ignored; // a link to nowhere is not a folder
    return entry.is_directory(ignored);
}

bool isPicture(const fs::directory_entry& entry)
{
    std::error_code ignored;
    return entry.is_regular_file(ignored) && isPictureName(entry.path());
}

std::vector<std::string> classesIn(const fs::path& folder, const std::stop_token& stop)
{
    std::vector<std::string> names;
    for (const fs::path& path : sorted(folder, &isFolder, stop))
        names.push_back(path.filename().string());
    constexpr std::size_t most = 256;
    if (names.size() > most)
        throw Error("The folder " + folder.string() + " has " + std::to_string(names.size())
                    + " classes; allowed: up to 256.");
    return names;
}

std::vector<Labelled> picturesIn(const fs::path& folder, const std::vector<std::string>& classes,
                                 const std::stop_token& stop)
{
    std::vector<Labelled> pictures;
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (files::isFolder(folder / classes[i]))
            for (const fs::path& path : sorted(folder / classes[i], &isPicture, stop))
                pictures.push_back({path, static_cast<std::uint8_t>(i)});
    return pictures;
}

// Moves every fifth picture of each class to `test`.
std::vector<Labelled> takeFifth(std::vector<Labelled>& pictures)
{
    std::vector<Labelled> test;
    std::vector<Labelled> rest;
    int place = 0;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        place = i > 0 && pictures[i].label == pictures[i - 1].label ? place + 1 : 0;
        (place % 5 == 4 ? test : rest).push_back(pictures[i]);
    }
    pictures = std::move(rest);
    return test;
}

// Appends the pixels in planar order; a grey picture three times if colour is wanted.
void append(ImageSet& set, const Picture& picture)
{
    const auto points = static_cast<std::size_t>(picture.height) * static_cast<std::size_t>(picture.width);
    const auto channels = static_cast<std::size_t>(picture.channels);
    for (std::size_t channel = 0; channel < static_cast<std::size_t>(set.channels); ++channel)
        for (std::size_t point = 0; point < points; ++point)
            set.pixels.push_back(picture.pixels[point * channels + channel % channels]);
}

class Reader
{
public:
    explicit Reader(std::stop_token stop)
        : m_stop(std::move(stop))
    {
    }

    void read(const std::vector<Labelled>& from)
    {
        for (const Labelled& labelled : from) {
            poll(m_stop);
            Picture picture = readPicture(labelled.path);
            if (m_first.empty())
                m_first = labelled.path;
            else if (picture.height != m_pictures.front().height || picture.width != m_pictures.front().width)
                throw Error("The pictures " + m_first.string() + " and " + labelled.path.string()
                            + " have different sizes; bring all to one size.");
            m_colour = m_colour || picture.channels == 3;
            m_pictures.push_back(std::move(picture));
        }
    }

    [[nodiscard]] ImageSet take(const std::vector<Labelled>& labelled)
    {
        ImageSet set;
        set.count = static_cast<int>(labelled.size());
        set.channels = m_colour ? 3 : 1;
        set.height = m_pictures.front().height;
        set.width = m_pictures.front().width;
        for (const Labelled& one : labelled) {
            poll(m_stop);
            append(set, m_pictures[m_taken++]);
            set.labels.push_back(one.label);
        }
        return set;
    }

private:
    std::stop_token m_stop;
    fs::path m_first;
    std::vector<Picture> m_pictures;
    std::size_t m_taken = 0;
    bool m_colour = false;
};

} // namespace

bool hasSubfolders(const fs::path& folder)
{
    bool has = false;
    files::visit(folder, [&](const fs::directory_entry& entry) {
        has = isFolder(entry);
        return !has;
    });
    return has;
}

std::shared_ptr<ImageData> readClassFolders(const fs::path& folder, const std::stop_token& stop)
{
    const bool isSplit = files::isFolder(folder / "train") && files::isFolder(folder / "test");
    const std::vector<std::string> classes = classesIn(isSplit ? folder / "train" : folder, stop);
    std::vector<Labelled> training = picturesIn(isSplit ? folder / "train" : folder, classes, stop);
    const std::vector<Labelled> test = isSplit ? picturesIn(folder / "test", classes, stop) : takeFifth(training);
    if (training.empty() || test.empty())
        throw Error("The folder " + folder.string()
                    + " has too few PNG or JPEG pictures: put at least five into a folder for each class.");
    Reader reader(stop);
    reader.read(training);
    reader.read(test);
    auto data = std::make_shared<ImageData>();
    data->classes = static_cast<int>(classes.size());
    data->training = reader.take(training);
    data->test = reader.take(test);
    return data;
}

} // namespace inverso
