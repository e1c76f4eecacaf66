// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/append_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace inverso {

namespace {

// A file that was just made lives in its folder's list, which is on the disk only when that is, too. Some file systems
// cannot do it for folders; they order their writes themselves.
void keepName(const std::filesystem::path& path)
{
    const std::filesystem::path parent = path.parent_path();
    const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    static_cast<void>(::fsync(folder));
    ::close(folder);
}

} // namespace

void appendDurably(const std::filesystem::path& path, std::string_view text, std::string_view advice)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
    const off_t before = file >= 0 ? ::lseek(file, 0, SEEK_END) : 0;
    const ssize_t put = file >= 0 ? ::write(file, text.data(), text.size()) : -1;
    const bool whole = put == static_cast<ssize_t>(text.size());
    // Of what is no file on a disk (a pipe, /dev/stdout) there is nothing to wait for.
    const bool written = whole && (::fdatasync(file) == 0 || errno == EINVAL || errno == EROFS);
    const int why = put >= 0 && !whole ? ENOSPC : errno;
    const bool clean = written || file < 0 || ::ftruncate(file, before) == 0;
    if (file >= 0)
        ::close(file);
    if (!written || !clean)
        throw Error("Cannot write " + path.string() + ": " + std::strerror(why) + ". " + std::string(advice));
    if (before == 0)
        keepName(path);
}

} // namespace inverso
