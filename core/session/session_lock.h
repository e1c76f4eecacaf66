// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_lock.h"

namespace inverso {

/// Prevents two programs from writing one session. The lock is on a file beside the session (`-lock`, like SQLite's
/// `-wal` and `-shm`), so that others can still read the session.
class SessionLock
{
public:
    /// Throws Error when another program holds it, and when the folder cannot be written.
    explicit SessionLock(const std::filesystem::path& session);
    SessionLock(const SessionLock&) = delete;
    SessionLock& operator=(const SessionLock&) = delete;
    /// Removes the file, too.
    ~SessionLock();

    /// Whether any program holds it. Changes nothing.
    static bool isHeld(const std::filesystem::path& session);

private:
    FileLock m_lock;
};

} // namespace inverso
