// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/plain_database.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <utility>

namespace inverso {

void distrust(SQLite::Database& database)
{
    sqlite3* const handle = database.getHandle();
    constexpr std::pair<int, int> switches[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    };
    for (const auto& [what, value] : switches)
        sqlite3_db_config(handle, what, value, nullptr);
    constexpr int longestValue = 64 << 20;
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longestValue);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    database.exec("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0");
}

void requirePlainTables(SQLite::Database& database, const std::string& name)
{
    SQLite::Statement others(database, "SELECT type, name FROM sqlite_schema AS entry WHERE "
                                       "type NOT IN ('table', 'index') "
                                       "OR (type = 'table' AND sql NOT LIKE 'CREATE TABLE %') "
                                       "OR EXISTS (SELECT 1 FROM pragma_table_xinfo(entry.name) WHERE hidden <> 0)");
    if (others.executeStep())
        throw Error(name + " has the " + others.getColumn(0).getString() + " "
                    + inQuotes(others.getColumn(1).getString())
                    + ", which no session has: another program made or changed the file, so it is not read.");
}

} // namespace inverso
