// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_record.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace inverso {

/// The finished runs of experiments in a folder: files of JSON lines (*.jsonl) that are only appended to, one line per
/// run, each synced to the disk before the next run begins. Folders can be merged by copying their files into one,
/// files by concatenating them; a run that occurs twice counts once.
///
/// Beside them index.sqlite has the position of each run. It is created from the files, again when it is missing,
/// damaged or outdated; if it cannot be written it is kept in memory. Not thread-safe.
class ResultStore
{
public:
    /// To read. Throws Error: no such folder.
    static ResultStore open(const std::filesystem::path& folder);
    /// To write to `name`.jsonl; an incomplete last line is removed. Creates the folder. Throws Error: cannot be
    /// written, or another process is writing this file.
    static ResultStore openToWrite(const std::filesystem::path& folder, const std::string& name);
    ResultStore(ResultStore&&) noexcept;
    ResultStore& operator=(ResultStore&&) noexcept;
    ~ResultStore();

    /// Whether the run of that id is finished.
    [[nodiscard]] bool has(const std::string& id) const;
    /// Seconds that a finished run took; none when it is not.
    [[nodiscard]] std::optional<double> secondsOf(const std::string& id) const;
    /// Adds a line, durably. Throws Error (full disk, …); the file is unchanged then.
    void append(const std::string& line);

    /// The lines of one event, each run once, in the order of files (by name) and lines.
    [[nodiscard]] std::vector<std::string> lines(const std::string& event) const;

    /// A sentence for each problem: a line that was removed, a line that cannot be read.
    [[nodiscard]] const std::vector<std::string>& remarks() const;

private:
    struct Data;
    explicit ResultStore(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace inverso
