// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/stored_trainings.h"

#include "core/base/error.h"
#include "core/benchmark/catalogue.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace inverso {

namespace {

namespace fs = std::filesystem;

struct Journal
{
    std::string images;
    bool isOfThisMachine = false;
    fs::file_time_type written;
    TrainingRecords records;
};

// The name of the images in a TrainingJournal::headingFor(): "SPACE on IMAGES (CHECKSUM): settings; kernels".
std::optional<std::string> imagesOf(const std::string& heading, const SearchSpace& space)
{
    const std::string prefix = std::string(space.name()) + " on ";
    const std::size_t end = heading.rfind("): ");
    const std::size_t open = end == std::string::npos ? end : heading.rfind(" (", end);
    if (!heading.starts_with(prefix) || open == std::string::npos || open < prefix.size())
        return std::nullopt;
    return heading.substr(prefix.size(), open - prefix.size());
}

std::optional<Journal> readJournal(const fs::path& path, const SearchSpace& space)
{
    try {
        auto [heading, records] = TrainingJournal::readAny(path);
        auto images = imagesOf(heading, space);
        if (!images)
            return std::nullopt;
        return Journal{*std::move(images), heading.ends_with("; " + trainingKernels()), fs::last_write_time(path),
                       std::move(records)};
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace

fs::path trainingsFolder()
{
    const fs::path home = userDataFolder();
    return home.empty() ? home : home / "trainings";
}

StoredTrainings readStoredTrainings(const fs::path& folder, const SearchSpace& space, const std::stop_token& stop)
{
    std::vector<Journal> journals;
    std::error_code ignored;
    for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
        if (stop.stop_requested())
            throw Cancelled();
        if (entry->path().extension() != ".journal")
            continue;
        if (auto journal = readJournal(entry->path(), space))
            journals.push_back(*std::move(journal));
    }
    std::ranges::sort(journals, [](const Journal& a, const Journal& b) {
        return std::tuple(a.images, b.isOfThisMachine, b.written) < std::tuple(b.images, a.isOfThisMachine, a.written);
    });
    StoredTrainings stored;
    for (const Journal& journal : journals) {
        for (const auto& [key, record] : journal.records) {
            std::vector<StoredTraining>& known = stored[record.functionalClass];
            if (record.seed == 0 && (known.empty() || known.back().images != journal.images))
                known.push_back({journal.images, record});
        }
    }
    return stored;
}

} // namespace inverso
