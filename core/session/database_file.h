// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
}

// Creating, reading and replacing the file of a database.
namespace inverso {

/// Opens read-only without creating files. A database that nobody has open has no log beside it, and SQLite would create
/// one. Throws SQLite::Exception.
SQLite::Database openToRead(const std::filesystem::path& path);

/// Removes the files that SQLite keeps beside an open database; they remain after a crash.
void removeLog(const std::filesystem::path& path);

/// Copies a whole database into an empty one. Throws SQLite::Exception, also for errors that SQLiteCpp only returns.
void copyAll(SQLite::Database& to, SQLite::Database& from);

/// A database file that gets its name when it is complete. Until then, the destructor removes it.
class DatabasePart
{
public:
    explicit DatabasePart(const std::filesystem::path& path);
    ~DatabasePart();
    DatabasePart(const DatabasePart&) = delete;
    DatabasePart& operator=(const DatabasePart&) = delete;

    /// The temporary path until then.
    [[nodiscard]] std::string name() const { return m_part.string(); }
    /// Replaces the old file, which must not be open anywhere. SQLite has synced the content. Throws Error that ends
    /// with `advice`.
    void commit(std::string_view advice);

private:
    void remove();

    std::filesystem::path m_path;
    std::filesystem::path m_part;
};

} // namespace inverso
