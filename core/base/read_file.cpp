// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/read_file.h"

#include "core/base/error.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace inverso {

namespace {

constexpr std::size_t block = std::size_t{1} << 20;

[[noreturn]] void failReading(const std::string& name, gzFile file)
{
    int code = Z_OK;
    gzerror(file, &code);
    if (code == Z_ERRNO)
        throw Error("Cannot read " + name + " to its end: " + std::strerror(errno)
                    + ". Check the disk and the file's permissions.");
    throw Error("Cannot unpack " + name
                + ": its gzip compression is broken, or the file ends too early. Fetch or make "
                  "it again.");
}

} // namespace

std::string readStart(const std::filesystem::path& path, std::size_t most, const std::stop_token& stop)
{
    const std::string name = path.string();
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        throw Error(name + " is a folder, not a file.");
    errno = 0;
    const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), &gzclose);
    if (!file)
        throw Error("Cannot open " + name + ": " + std::strerror(errno) + ". Check the path and its permissions.");
    gzbuffer(file.get(), static_cast<unsigned>(block));
    std::string text;
    for (std::size_t size = 0; size < most;) {
        if (stop.stop_requested())
            throw Cancelled();
        text.resize(std::min(size + block, most));
        const int got = gzread(file.get(), text.data() + size, static_cast<unsigned>(text.size() - size));
        if (got < 0)
            failReading(name, file.get());
        size += static_cast<std::size_t>(got);
        text.resize(size);
        if (got == 0) {
            int code = Z_OK;
            gzerror(file.get(), &code);
            if (code != Z_OK) // a compressed file that was cut off
                failReading(name, file.get());
            break;
        }
    }
    return text;
}

std::string readFile(const std::filesystem::path& path, std::size_t largest, const std::stop_token& stop)
{
    std::string text = readStart(path, largest + 1, stop);
    if (text.size() > largest)
        throw Error(path.string() + " is over the limit of " + std::to_string(largest >> 20)
                    + " MB for such a file; check that it is the right one.");
    return text;
}

} // namespace inverso
