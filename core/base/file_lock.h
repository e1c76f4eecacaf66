// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace inverso {

/// A file that is open for appending and that only one object in all programs holds at a time. The system frees the
/// lock however the program ends. Only programs that use the lock respect it, so the file can always be read. On a file
/// system without locks the file is opened without one. A process that is forked without exec shares the locks that its
/// parent holds at that moment, until it ends.
class FileLock
{
public:
    /// Creates the file if it is missing. Returns none when another object holds it. Throws Error ("Cannot write
    /// `name`: reason. `advice`") when it cannot be opened or locked; for an empty name the path is used.
    static std::optional<FileLock> tryLock(const std::filesystem::path& path, std::string_view advice,
                                           std::string_view name = {});
    /// The same, but waits for the other holder.
    static FileLock wait(const std::filesystem::path& path, std::string_view advice);
    /// Whether any object holds it. Takes no lock, so it never keeps another program from locking.
    static bool isHeld(const std::filesystem::path& path);

    FileLock(FileLock&& other) noexcept
        : m_path(std::move(other.m_path))
        , m_file(std::exchange(other.m_file, -1))
    {
    }
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// The descriptor, open for writing.
    [[nodiscard]] int file() const { return m_file; }

private:
    FileLock(std::filesystem::path path, int file)
        : m_path(std::move(path))
        , m_file(file)
    {
    }
    static std::optional<FileLock> lock(const std::filesystem::path& path, int command, std::string_view advice,
                                        std::string_view name);

    std::filesystem::path m_path;
    int m_file;
};

} // namespace inverso
