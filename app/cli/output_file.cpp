// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include "core/base/error.h"

#include <cerrno>
#include <cstring>
#include <utility>

namespace inverso::cli {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path)
{
    throw Error("Cannot write " + path.string() + " (" + std::strerror(errno)
                + "); choose a folder that exists, can be written and has room.");
}

} // namespace

void requireNew(const std::filesystem::path& path, bool overwrite)
{
    std::error_code error;
    if (!overwrite && std::filesystem::exists(path, error))
        throw Error(path.string() + " exists already; choose another name, or overwrite it with --force.");
}

OutputFile::OutputFile(std::filesystem::path path, bool overwrite)
    : m_path(std::move(path))
    , m_part(m_path)
{
    requireNew(m_path, overwrite);
    m_part += ".part";
    m_stream.open(m_part, std::ios::binary);
    if (!m_stream)
        fail(m_path);
}

OutputFile::~OutputFile()
{
    m_stream.close();
    std::error_code error;
    std::filesystem::remove(m_part, error); // gone already after commit()
}

void OutputFile::commit(const std::string& text)
{
    m_stream << text;
    m_stream.close();
    if (!m_stream)
        fail(m_path);
    std::error_code error;
    std::filesystem::rename(m_part, m_path, error);
    if (error) {
        errno = error.value();
        fail(m_path);
    }
}

LineFile::LineFile(std::filesystem::path path, bool overwrite)
    : m_path(std::move(path))
{
    requireNew(m_path, overwrite);
    m_stream.open(m_path, std::ios::binary | std::ios::trunc);
    if (!m_stream)
        fail(m_path);
}

void LineFile::write(std::span<const std::string> lines)
{
    const std::lock_guard lock(m_mutex);
    for (const std::string& line : lines)
        m_stream << line << '\n';
    if (!m_stream.flush())
        fail(m_path);
}

} // namespace inverso::cli
