// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sync.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace inverso {

int syncFile(int file)
{
    while (::fdatasync(file) != 0)
        if (errno != EINTR)
            return errno == EINVAL || errno == EROFS ? 0 : errno;
    return 0;
}

int syncFile(const std::filesystem::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return errno;
    const int why = syncFile(file);
    ::close(file);
    return why;
}

void syncName(const std::filesystem::path& path)
{
    const std::filesystem::path parent = path.parent_path();
    const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    static_cast<void>(::fsync(folder));
    ::close(folder);
}

} // namespace inverso
