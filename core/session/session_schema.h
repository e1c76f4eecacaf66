// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace SQLite {
class Database;
}

namespace inverso {

/// Creates the tables of a session in an empty database, within a transaction of the caller.
void createSchema(SQLite::Database& database);
/// The version of a session's format. Throws Error when the database is not a session, is of a newer version or has
/// objects that no session has. `name` stands for the file.
int requireSession(SQLite::Database& database, const std::string& name);
/// Converts a session of an older version to this one.
void migrate(SQLite::Database& database, int version);

} // namespace inverso
