// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/cell_trainer.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace inverso {

/// A functional class trained once.
struct TrainingRecord
{
    std::uint32_t functionalClass = 0;
    std::uint64_t seed = 0;
    double valid = 0.0; ///< percent
    double test = 0.0;  ///< percent
    double seconds = 0.0;
    double parameters = 0.0; ///< millions
    double flops = 0.0;      ///< multiply-adds, millions
};

using TrainingRecords = std::map<std::pair<std::uint32_t, std::uint64_t>, TrainingRecord>; ///< by class and seed

/// Finished trainings, a line each, on the disk as soon as they are finished. The first line names the space,
/// the images and the settings; a line that a crash cut off is dropped on opening.
class TrainingJournal
{
public:
    /// Opens for appending, and makes the file when it is not there. Throws Error: cannot be written; belongs to
    /// other images or settings; a line that is none.
    TrainingJournal(std::filesystem::path path, std::string heading);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] const TrainingRecords& records() const { return m_records; }
    /// Throws Error when the disk takes it not; then nothing was added.
    void append(const TrainingRecord& record);

    /// The records of a file without opening it for writing; none when it is not there.
    static TrainingRecords read(const std::filesystem::path& path, const std::string& heading);
    /// The heading of a file and its records, whatever it is about. Throws Error: no file, a line that is none.
    static std::pair<std::string, TrainingRecords> readAny(const std::filesystem::path& path);
    /// What the heading of a journal says. Reads all images for their checksum; throws Cancelled soon after `stop`.
    static std::string headingFor(const SearchSpace& space, const CellTrainer& trainer,
                                  const std::stop_token& stop = {});

private:
    std::filesystem::path m_path;
    TrainingRecords m_records;
};

} // namespace inverso
