// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/new_file.h"

#include "core/base/files.h"
#include "core/base/sync.h"

#include <cerrno>
#include <system_error>
#include <utility>

namespace inverso {

NewFile::NewFile(std::filesystem::path path, std::string advice)
    : m_path(std::move(path))
    , m_part(m_path)
    , m_advice(std::move(advice))
{
    m_part += ".part";
    errno = 0;
    m_stream.open(m_part, std::ios::binary | std::ios::trunc);
    if (!m_stream)
        files::failToWrite(m_path, errno, m_advice);
}

NewFile::~NewFile()
{
    m_stream.close();
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored); // already gone after commit()
}

void NewFile::commit()
{
    errno = 0;
    m_stream.close();
    if (!m_stream)
        files::failToWrite(m_path, errno, m_advice);
    if (const int why = syncFile(m_part); why != 0)
        files::failToWrite(m_path, why, m_advice);
    files::rename(m_part, m_path, m_advice);
    syncName(m_path);
}

} // namespace inverso
