// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inverso {

/// Where the lines of a folder's results are: an SQLite file that follows the files of JSON lines. Losing it loses
/// nothing. Not thread-safe.
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

    /// Opens or makes folder/index.sqlite; in memory where that cannot be written.
    explicit ResultIndex(std::filesystem::path folder);
    ResultIndex(ResultIndex&&) noexcept;
    ResultIndex& operator=(ResultIndex&&) noexcept;
    ~ResultIndex();

    /// Takes in what was added to the files since; everything anew when one of them is gone or another. An unfinished
    /// last line is left for later. Returns a sentence for each line that cannot be read. Throws Error: a file cannot
    /// be read.
    std::vector<std::string> follow();

    /// The run of that id.
    [[nodiscard]] std::optional<Place> find(const std::string& id) const;
    /// How long it took; none when it is not finished.
    [[nodiscard]] std::optional<double> secondsOf(const std::string& id) const;
    /// All lines of one event in the order of files (by name) and lines; a run that is there twice once.
    [[nodiscard]] std::vector<Place> places(const std::string& event) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

/// Names of the *.jsonl files of a folder, sorted. Throws Error when it cannot be read.
std::vector<std::string> resultFiles(const std::filesystem::path& folder);

} // namespace inverso
