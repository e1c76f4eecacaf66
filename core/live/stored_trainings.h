// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/training_journal.h"

#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

namespace inverso {

/// A stored training result, and the name of its images ("fashion-mnist", or that of a folder).
struct StoredTraining
{
    std::string images;
    TrainingRecord record;
};

/// By functional class; one result for each name of images, in the order of the names.
using StoredTrainings = std::map<std::uint32_t, std::vector<StoredTraining>>;

/// The folder of the results of live benchmarks, with a journal for each recipe; empty if the user has no data folder.
std::filesystem::path trainingsFolder();

/// The results for cells of the space in the journals of that folder; images are not read. If several recipes have the
/// same name of images, those of this kind of processor are preferred, then the newest. Other files and journals that
/// cannot be read are skipped: the writer of the journal reports the problem. Throws Cancelled.
StoredTrainings readStoredTrainings(const std::filesystem::path& folder, const SearchSpace& space,
                                    const std::stop_token& stop);

} // namespace inverso
