// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_lock.h"

#include "core/base/error.h"

namespace inverso {

namespace {

// The same file for every path of the session.
std::filesystem::path lockPath(const std::filesystem::path& session)
{
    std::error_code error;
    std::filesystem::path path = std::filesystem::weakly_canonical(session, error);
    if (error)
        path = session;
    path += "-lock";
    return path;
}

FileLock lockOf(const std::filesystem::path& session)
{
    auto lock = FileLock::tryLock(lockPath(session), "Choose a folder that exists and can be written.",
                                  "the session " + session.string());
    if (!lock)
        throw Error("The session " + session.string()
                    + " is in use by another window or by inverso-cli. Close that one first; the session can "
                      "still be viewed.");
    return *std::move(lock);
}

} // namespace

SessionLock::SessionLock(const std::filesystem::path& session)
    : m_lock(lockOf(session))
{
}

SessionLock::~SessionLock()
{
    std::error_code ignored;
    std::filesystem::remove(m_lock.path(), ignored); // while the lock is still held
}

bool SessionLock::isHeld(const std::filesystem::path& session)
{
    return FileLock::isHeld(lockPath(session));
}

} // namespace inverso
