// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include "core/base/error.h"
#include "core/base/files.h"

#include <cerrno>
#include <utility>

namespace inverso::cli {

namespace {

constexpr const char* advice = "Choose a folder that exists, is writable and has free space.";

std::filesystem::path newPath(std::filesystem::path path, bool overwrite)
{
    requireNew(path, overwrite);
    return path;
}

} // namespace

void requireNew(const std::filesystem::path& path, bool overwrite)
{
    if (!overwrite && files::exists(path))
        throw Error(path.string() + " exists already; choose another name, or overwrite it with --force.");
}

OutputFile::OutputFile(std::filesystem::path path, bool overwrite)
    : m_file(newPath(std::move(path), overwrite), advice)
{
}

void OutputFile::commit(const std::string& text)
{
    m_file.stream() << text;
    m_file.commit();
}

LineFile::LineFile(std::filesystem::path path, bool overwrite)
    : m_path(newPath(std::move(path), overwrite))
{
    errno = 0;
    m_stream.open(m_path, std::ios::binary | std::ios::app);
    if (!m_stream)
        files::failToWrite(m_path, errno, advice);
}

void LineFile::write(std::span<const std::string> lines)
{
    const std::lock_guard lock(m_mutex);
    if (!std::exchange(m_isBegun, true)) {
        std::error_code ignored; // a pipe has no size
        if (const auto size = std::filesystem::file_size(m_path, ignored); !ignored && size > 0)
            files::resize(m_path, 0);
    }
    errno = 0;
    for (const std::string& line : lines)
        m_stream << line << '\n';
    if (!m_stream.flush())
        files::failToWrite(m_path, errno, advice);
}

} // namespace inverso::cli
