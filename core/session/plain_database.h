// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace SQLite {
class Database;
}

namespace inverso {

/// Takes from a database that somebody else may have made whatever could make reading it do more than that: its schema
/// is not trusted, views and triggers do not run, its pages are checked, no value is over 64 MB. Called first, before
/// anything is asked of it.
void distrust(SQLite::Database& database);

/// Throws Error unless there are nothing but ordinary tables and their indexes: a view, a trigger, a virtual table or a
/// computed column has no business in a session. `name` stands for the file.
void requirePlainTables(SQLite::Database& database, const std::string& name);

} // namespace inverso
