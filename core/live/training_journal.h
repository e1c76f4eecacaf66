// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_lock.h"
#include "core/live/cell_trainer.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace inverso {

/// One training of a functional class.
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

/// Finished trainings, one per line, synced to the disk when they finish. The first line names the space, the images
/// and the settings; a line that a crash left incomplete is dropped. Several programs may use one file at the same
/// time: it is locked while it is read or written, and each reads the lines of the others. One thread at a time may use
/// an object.
class TrainingJournal
{
public:
    /// Opens for appending, and creates a missing file. `classes` is the number of functional classes in the space.
    /// Throws Error: cannot be written; belongs to other images or settings; a line that is not a training.
    TrainingJournal(std::filesystem::path path, std::string heading, std::uint32_t classes);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// The content of the file at the last opening, refresh or append.
    [[nodiscard]] const TrainingRecords& records() const { return m_records; }
    /// Reads the lines of other programs. Throws as the constructor.
    void refresh();
    /// Adds a training, unless another program has meanwhile added one of the same class and seed, which stays. Throws
    /// Error when it cannot be written, or as the constructor; then nothing was added.
    void append(const TrainingRecord& record);

    /// The records of a file without opening it for writing; none when it is missing. Throws as the constructor.
    static TrainingRecords read(const std::filesystem::path& path, const std::string& heading, std::uint32_t classes);
    /// The heading of a file and its records, for any space and settings. Throws Error: no file, a line that is not a
    /// training.
    static std::pair<std::string, TrainingRecords> readAny(const std::filesystem::path& path);
    /// The heading of a journal. Reads all images for their checksum; throws Cancelled soon after `stop`.
    static std::string headingFor(const SearchSpace& space, const CellTrainer& trainer,
                                  const std::stop_token& stop = {});

private:
    void follow(const FileLock& lock);

    std::filesystem::path m_path;
    std::string m_heading;
    std::uint32_t m_classes;
    std::uintmax_t m_read = 0; ///< bytes of the file that are in m_records
    TrainingRecords m_records;
};

} // namespace inverso
