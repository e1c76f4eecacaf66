// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace inverso {

/// A file that appears completely or not at all: it is written beside its place (`.part`), synced to the disk, and
/// renamed by commit(). Until then an older file of that name stays.
class NewFile
{
public:
    /// Throws Error that names the file and the reason and ends with `advice` (a sentence); so do the others.
    NewFile(std::filesystem::path path, std::string advice);
    /// Removes an uncommitted file.
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    [[nodiscard]] std::ostream& stream() { return m_stream; }
    void commit();

private:
    std::filesystem::path m_path;
    std::filesystem::path m_part;
    std::string m_advice;
    std::ofstream m_stream;
};

} // namespace inverso
