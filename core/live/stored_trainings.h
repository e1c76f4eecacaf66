// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/training_journal.h"

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace inverso {

/// The result of a training that was kept, and the name of its images ("fashion-mnist", or that of a folder).
struct StoredTraining
{
    std::string images;
    TrainingRecord record;
};

/// By functional class; one result for each name of images, in the order of the names.
using StoredTrainings = std::map<std::uint32_t, std::vector<StoredTraining>>;

/// Where live benchmarks keep their results, a journal for each recipe; empty where the user has no data folder.
std::filesystem::path trainingsFolder();

/// The results for cells of the space in the journals of that folder; no images are looked at. Where several recipes
/// are called by one name of images, those of this kind of processor count, then the youngest. What is no journal, or
/// cannot be read, is passed over: it is for those who write to it to complain. Throws Cancelled.
StoredTrainings readStoredTrainings(const std::filesystem::path& folder, const SearchSpace& space,
                                    const std::stop_token& stop);

} // namespace inverso
