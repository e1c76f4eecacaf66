// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_lock.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inverso {

namespace {

// The same file whatever the session is called by.
std::filesystem::path lockPath(const std::filesystem::path& session)
{
    std::error_code error;
    std::filesystem::path path = std::filesystem::weakly_canonical(session, error);
    if (error)
        path = session;
    path += "-lock";
    return path;
}

/// Whether the open file is still the one of that name: its holder may have removed it meanwhile.
bool isStill(int file, const std::filesystem::path& path)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(file, &open) == 0 && ::stat(path.c_str(), &named) == 0 && open.st_ino == named.st_ino
           && open.st_dev == named.st_dev;
}

} // namespace

SessionLock::SessionLock(const std::filesystem::path& session)
    : m_path(lockPath(session))
{
    for (;;) {
        m_file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (m_file < 0)
            throw Error("Cannot write the session " + session.string() + " (" + std::strerror(errno)
                        + "); choose a folder that exists and can be written.");
        if (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
            ::close(m_file);
            throw Error("The session " + session.string()
                        + " is in use by another window or by inverso-cli. Close that one first; to look at the "
                          "session does not need it.");
        }
        if (isStill(m_file, m_path))
            return;
        ::close(m_file);
    }
}

SessionLock::~SessionLock()
{
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored); // before others can take it
    ::close(m_file);
}

bool SessionLock::isHeld(const std::filesystem::path& session)
{
    const int file = ::open(lockPath(session).c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool held = ::flock(file, LOCK_SH | LOCK_NB) != 0;
    ::close(file);
    return held;
}

} // namespace inverso
