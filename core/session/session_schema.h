// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace SQLite {
class Database;
}

namespace inverso {

/// Makes the tables of a session in an empty database, within a transaction of the caller's.
void createSchema(SQLite::Database& database);
/// The version that a session was written in. Throws Error when the database is no session, of a newer version or has
/// what no session has. `name` stands for the file.
int requireSession(SQLite::Database& database, const std::string& name);
/// Brings a session of an older version up to this one.
void migrate(SQLite::Database& database, int version);

} // namespace inverso
