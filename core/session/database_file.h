// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

// How the file of a database appears, is looked at and is replaced.
namespace inverso {

/// To read only, without leaving a trace: a database that nobody has open has no log beside it, and SQLite would make
/// one. Throws SQLite::Exception.
SQLite::Database openToRead(const std::filesystem::path& path);

/// Removes what SQLite keeps beside a database while it is open; after a crash it stays.
void removeLog(const std::filesystem::path& path);

/// All of a database into an empty one. Throws SQLite::Exception, also for the errors that SQLiteCpp only returns.
void copyAll(SQLite::Database& to, SQLite::Database& from);

/// A database file that gets its name when it is whole. Removed with this object before that.
class DatabasePart
{
public:
    explicit DatabasePart(const std::filesystem::path& path);
    ~DatabasePart();
    DatabasePart(const DatabasePart&) = delete;
    DatabasePart& operator=(const DatabasePart&) = delete;

    /// Where to write it until then.
    [[nodiscard]] std::string name() const { return m_part.string(); }
    /// Puts it in place of the old file, which is not open anywhere. SQLite has synced the content. Throws Error that
    /// ends with `advice`.
    void commit(std::string_view advice);

private:
    void remove();

    std::filesystem::path m_path;
    std::filesystem::path m_part;
};

} // namespace inverso
