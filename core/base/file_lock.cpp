// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_lock.h"

#include "core/base/error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace inverso {

namespace {

// Locks of the open file (F_OFD_), not of the process: two objects of one program exclude each other, and closing
// another descriptor of the file does not free them.
struct flock wholeFile()
{
    struct flock range = {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    return range;
}

/// Returns zero, or the errno if the file was not locked.
int lockFile(int file, int command)
{
    struct flock range = wholeFile();
    while (::fcntl(file, command, &range) != 0)
        if (errno != EINTR)
            return errno;
    return 0;
}

bool isWithoutLocks(int why)
{
    return why == ENOLCK || why == ENOSYS || why == EOPNOTSUPP || why == EINVAL;
}

/// Whether the path still names the open file: its last holder may have removed it.
bool isStill(int file, const std::filesystem::path& path)
{
    struct stat open = {};
    struct stat named = {};
    return ::fstat(file, &open) == 0 && ::stat(path.c_str(), &named) == 0 && open.st_ino == named.st_ino
           && open.st_dev == named.st_dev;
}

} // namespace

std::optional<FileLock> FileLock::lock(const std::filesystem::path& path, int command, std::string_view advice,
                                       std::string_view name)
{
    const auto fail = [&](int why) {
        throw Error("Cannot write " + (name.empty() ? path.string() : std::string(name)) + ": "
                    + std::generic_category().message(why) + ". " + std::string(advice));
    };
    for (;;) {
        FileLock taken(path, ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644));
        if (taken.m_file < 0)
            fail(errno);
        const int why = lockFile(taken.m_file, command);
        if (why == EAGAIN || why == EACCES)
            return std::nullopt;
        if (why != 0 && !isWithoutLocks(why))
            fail(why);
        if (isStill(taken.m_file, path))
            return taken;
    }
}

std::optional<FileLock> FileLock::tryLock(const std::filesystem::path& path, std::string_view advice,
                                          std::string_view name)
{
    return lock(path, F_OFD_SETLK, advice, name);
}

FileLock FileLock::wait(const std::filesystem::path& path, std::string_view advice)
{
    return *lock(path, F_OFD_SETLKW, advice, {});
}

bool FileLock::isHeld(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    struct flock range = wholeFile();
    const bool held = ::fcntl(file, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
    ::close(file);
    return held;
}

FileLock::~FileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace inverso
