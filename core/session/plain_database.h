// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace SQLite {
class Database;
}

namespace inverso {

/// Makes it safe to read a database of unknown origin: its schema is not trusted, views and triggers do not run, its
/// pages are checked, and no value may be over 64 MB. Call it before any query.
void distrust(SQLite::Database& database);

/// Throws Error unless the database has only ordinary tables and their indexes: a session has no views, triggers,
/// virtual tables or computed columns. `name` stands for the file.
void requirePlainTables(SQLite::Database& database, const std::string& name);

} // namespace inverso
