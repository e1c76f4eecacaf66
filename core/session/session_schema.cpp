// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_schema.h"

#include "core/base/error.h"
#include "core/session/plain_database.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace inverso {

namespace {

constexpr int applicationId = 0x496e7673; // "Invs", in the file's header: marks an SQLite file as a session
constexpr int schemaVersion = 3;

// As of version 2.
constexpr const char* searchTables = R"sql(
CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE run (
    id INTEGER PRIMARY KEY, seed TEXT NOT NULL, settings TEXT NOT NULL,
    finished INTEGER NOT NULL DEFAULT 0, seconds REAL NOT NULL DEFAULT 0);
CREATE TABLE round (
    run INTEGER NOT NULL REFERENCES run(id), number INTEGER NOT NULL,
    generated INTEGER NOT NULL, invalid INTEGER NOT NULL, duplicates INTEGER NOT NULL,
    fine_tune REAL NOT NULL, retrain REAL NOT NULL, generate REAL NOT NULL, predict REAL NOT NULL,
    other REAL NOT NULL, lacking INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (run, number)) WITHOUT ROWID;
CREATE TABLE query (
    run INTEGER NOT NULL, number INTEGER NOT NULL, round INTEGER NOT NULL, cell TEXT NOT NULL,
    valid REAL NOT NULL, test REAL, predicted REAL, PRIMARY KEY (run, number)) WITHOUT ROWID;
)sql";

// Since version 3: the other results of a round, the checkpoints of a search, the state of the window.
constexpr const char* stateTables = R"sql(
CREATE TABLE candidate (
    run INTEGER NOT NULL, round INTEGER NOT NULL, number INTEGER NOT NULL, cell TEXT NOT NULL,
    predicted REAL, deviation REAL, PRIMARY KEY (run, round, number)) WITHOUT ROWID;
CREATE TABLE refusal (
    run INTEGER NOT NULL, round INTEGER NOT NULL, number INTEGER NOT NULL, cell TEXT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY (run, round, number)) WITHOUT ROWID;
CREATE TABLE loss (
    run INTEGER NOT NULL, round INTEGER NOT NULL, number INTEGER NOT NULL, term TEXT NOT NULL,
    epoch INTEGER NOT NULL, value REAL, PRIMARY KEY (run, round, number)) WITHOUT ROWID;
CREATE TABLE checkpoint (
    run INTEGER PRIMARY KEY, hash TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE annotation (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
)sql";

void setVersion(SQLite::Database& database)
{
    database.exec("PRAGMA user_version = " + std::to_string(schemaVersion));
}

} // namespace

void createSchema(SQLite::Database& database)
{
    database.exec(searchTables);
    database.exec(stateTables);
    database.exec("PRAGMA application_id = " + std::to_string(applicationId));
    setVersion(database);
}

int requireSession(SQLite::Database& database, const std::string& name)
{
    if (database.execAndGet("PRAGMA application_id").getInt() != applicationId)
        throw Error(name + " is not a session of Inverso (it is another program's database).");
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    if (version > schemaVersion)
        throw Error("The session " + name + " was written by a newer Inverso (its format is " + std::to_string(version)
                    + ", this program reads up to " + std::to_string(schemaVersion) + "); open it with that one.");
    requirePlainTables(database, name);
    return version;
}

void migrate(SQLite::Database& database, int version)
{
    if (version == schemaVersion)
        return;
    SQLite::Transaction transaction(database);
    if (version < 2)
        database.exec("ALTER TABLE round ADD COLUMN lacking INTEGER NOT NULL DEFAULT 0");
    if (version < 3)
        database.exec(stateTables);
    setVersion(database);
    transaction.commit();
}

} // namespace inverso
