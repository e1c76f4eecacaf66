// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inverso {

/// The positions of the lines in a folder's result files, in an SQLite file that is updated from the files of JSON
/// lines. It can be deleted without loss. Not thread-safe.
class ResultIndex
{
public:
    /// A line in a file.
    struct Place
    {
        std::string file; ///< name inside the folder
        std::size_t offset = 0;
        std::size_t length = 0; ///< without the line's end
    };

    /// Opens or creates folder/index.sqlite; the index is in memory if the file cannot be written.
    explicit ResultIndex(std::filesystem::path folder);
    ResultIndex(ResultIndex&&) noexcept;
    ResultIndex& operator=(ResultIndex&&) noexcept;
    ~ResultIndex();

    /// Reads the lines that were added to the files since the last update; reads all files again when one of them was
    /// removed or replaced. An unfinished last line is left for later. Returns a sentence for each line that cannot be
    /// read. Throws Error: a file cannot be read.
    std::vector<std::string> follow();

    /// The run of that id.
    [[nodiscard]] std::optional<Place> find(const std::string& id) const;
    /// The time that it took; none when it is not finished.
    [[nodiscard]] std::optional<double> secondsOf(const std::string& id) const;
    /// All lines of one event in the order of files (by name) and lines; each run once.
    [[nodiscard]] std::vector<Place> places(const std::string& event) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

/// Names of the *.jsonl files of a folder, sorted. Throws Error when it cannot be read.
std::vector<std::string> resultFiles(const std::filesystem::path& folder);

} // namespace inverso
