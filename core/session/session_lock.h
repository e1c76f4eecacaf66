// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace inverso {

/// What keeps two programs from going on with one session: they would write each other's rounds. A lock on a file
/// beside the session (`-lock`, as SQLite's own `-wal` and `-shm`), which ends with the program that holds it, however
/// that ends; so that others may still read the session.
class SessionLock
{
public:
    /// Throws Error when another holds it, and when the folder cannot be written.
    explicit SessionLock(const std::filesystem::path& session);
    SessionLock(const SessionLock&) = delete;
    SessionLock& operator=(const SessionLock&) = delete;
    /// Removes the file, too.
    ~SessionLock();

    /// Whether somebody holds it. Changes nothing.
    static bool isHeld(const std::filesystem::path& session);

private:
    std::filesystem::path m_path;
    int m_file = -1;
};

} // namespace inverso
