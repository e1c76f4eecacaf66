// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/base/error.h"

#include <cerrno>
#include <string>
#include <system_error>

namespace inverso::files {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view checkPath = "Check the path and its permissions.";

[[noreturn]] void fail(const char* what, const fs::path& path, const std::error_code& why,
                       std::string_view advice = checkPath)
{
    throw Error(std::string(what) + " " + path.string() + ": " + why.message() + ". " + std::string(advice));
}

fs::file_status statusOf(const fs::path& path)
{
    std::error_code why;
    const fs::file_status status = fs::status(path, why);
    if (status.type() == fs::file_type::none)
        fail("Cannot read", path, why);
    return status;
}

} // namespace

bool exists(const fs::path& path)
{
    return fs::exists(statusOf(path));
}

bool isFolder(const fs::path& path)
{
    return fs::is_directory(statusOf(path));
}

std::uintmax_t size(const fs::path& path)
{
    std::error_code why;
    const std::uintmax_t bytes = fs::file_size(path, why);
    if (why)
        fail("Cannot read", path, why);
    return bytes;
}

fs::path absolute(const fs::path& path)
{
    std::error_code why;
    fs::path full = fs::absolute(path, why);
    if (why)
        fail("Cannot find", path, why);
    return full;
}

void visit(const fs::path& folder, const std::function<bool(const fs::directory_entry&)>& visit)
{
    std::error_code why;
    for (fs::directory_iterator entry(folder, why), end; !why && entry != end; entry.increment(why))
        if (!visit(*entry))
            return;
    if (why)
        fail("Cannot read the folder", folder, why);
}

void resize(const fs::path& path, std::uintmax_t bytes)
{
    std::error_code why;
    fs::resize_file(path, bytes, why);
    if (why)
        fail("Cannot write", path, why);
}

void failToWrite(const fs::path& path, int why, std::string_view advice)
{
    fail("Cannot write", path, {why != 0 ? why : ENOSPC, std::generic_category()}, advice);
}

void rename(const fs::path& from, const fs::path& to, std::string_view advice)
{
    std::error_code why;
    fs::rename(from, to, why);
    if (why)
        fail("Cannot write", to, why, advice);
}

} // namespace inverso::files
