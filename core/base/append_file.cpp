// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/append_file.h"

#include "core/base/files.h"
#include "core/base/sync.h"

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace inverso {

namespace {

bool isRemoved(int file)
{
    struct stat about = {};
    return ::fstat(file, &about) == 0 && about.st_nlink == 0;
}

/// Writes all of the text. Returns zero, or the errno if not all of it was written.
int writeWhole(int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t put = ::write(file, text.data(), text.size());
        if (put > 0)
            text.remove_prefix(static_cast<std::size_t>(put));
        else if (put == 0)
            return ENOSPC;
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

} // namespace

void appendDurably(const FileLock& file, std::string_view text, std::string_view advice)
{
    const off_t before = ::lseek(file.file(), 0, SEEK_END); // negative for a pipe
    int why = isRemoved(file.file()) ? ENOENT : writeWhole(file.file(), text);
    if (why == 0)
        why = syncFile(file.file());
    if (why != 0) {
        std::string cut;
        if (before >= 0 && ::ftruncate(file.file(), before) != 0)
            cut = "Part of the text remains in the file. ";
        files::failToWrite(file.path(), why, cut + std::string(advice));
    }
    if (before == 0)
        syncName(file.path());
}

void appendDurably(const std::filesystem::path& path, std::string_view text, std::string_view advice)
{
    appendDurably(FileLock::wait(path, advice), text, advice);
}

} // namespace inverso
