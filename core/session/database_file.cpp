// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/database_file.h"

#include "core/base/files.h"
#include "core/base/sync.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace inverso {

namespace {

// "file:" and the path, with the special characters escaped.
std::string uriOf(const std::filesystem::path& path)
{
    std::string uri = "file:";
    for (const char character : files::absolute(path).string()) {
        if (character == '%' || character == '?' || character == '#') {
            constexpr char digits[] = "0123456789ABCDEF";
            const auto byte = static_cast<unsigned char>(character);
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
        } else {
            uri += character;
        }
    }
    return uri;
}

} // namespace

SQLite::Database openToRead(const std::filesystem::path& path)
{
    std::error_code ignored;
    const bool closed = !std::filesystem::exists(path.string() + "-wal", ignored);
    SQLite::Database database(uriOf(path) + (closed ? "?immutable=1" : ""), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    database.setBusyTimeout(2000); // its writer may be closing it
    return database;
}

void removeLog(const std::filesystem::path& path)
{
    std::error_code ignored;
    for (const char* beside : {"-wal", "-shm"})
        std::filesystem::remove(path.string() + beside, ignored);
}

void copyAll(SQLite::Database& to, SQLite::Database& from)
{
    const int result = SQLite::Backup(to, from).executeStep();
    if (result != SQLITE_DONE)
        throw SQLite::Exception(std::string("not copied to its end: ") + sqlite3_errstr(result), result);
}

DatabasePart::DatabasePart(const std::filesystem::path& path)
{
    std::error_code failure;
    m_path = std::filesystem::weakly_canonical(path, failure); // a link stays one
    if (failure)
        m_path = path;
    m_part = m_path;
    m_part += ".part";
    remove(); // left by a killed program
}

DatabasePart::~DatabasePart()
{
    remove();
}

void DatabasePart::commit(std::string_view advice)
{
    removeLog(m_path);
    files::rename(m_part, m_path, advice);
    syncName(m_path);
}

void DatabasePart::remove()
{
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
    std::filesystem::remove(m_part.string() + "-journal", ignored);
}

} // namespace inverso
