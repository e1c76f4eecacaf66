// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_file.h"

#include "core/base/error.h"
#include "core/cell/search_space.h"
#include "core/session/plain_database.h"
#include "core/session/settings_json.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace inverso {

namespace {

constexpr int applicationId = 0x496e7673; // "Invs", in the file's header: tells a session from any SQLite file
constexpr int schemaVersion = 2;

constexpr const char* schema = R"sql(
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

constexpr std::array headerFields = {
    std::pair{"program", &SessionHeader::program},     std::pair{"created", &SessionHeader::created},
    std::pair{"space", &SessionHeader::space},         std::pair{"dataset", &SessionHeader::dataset},
    std::pair{"benchmark", &SessionHeader::benchmark}, std::pair{"benchmark_hash", &SessionHeader::benchmarkHash},
    std::pair{"weights", &SessionHeader::weights},     std::pair{"weights_hash", &SessionHeader::weightsHash},
};

/// Brings a file of an older version up to this one.
void migrate(SQLite::Database& database, int version)
{
    if (version == schemaVersion)
        return;
    SQLite::Transaction transaction(database);
    if (version < 2)
        database.exec("ALTER TABLE round ADD COLUMN lacking INTEGER NOT NULL DEFAULT 0");
    database.exec("PRAGMA user_version = " + std::to_string(schemaVersion));
    transaction.commit();
}

void bindOrNull(SQLite::Statement& statement, int index, double value)
{
    if (std::isnan(value))
        statement.bind(index);
    else
        statement.bind(index, value);
}

double valueOrNan(const SQLite::Column& column)
{
    return column.isNull() ? std::numeric_limits<double>::quiet_NaN() : column.getDouble();
}

SessionHeader readHeader(SQLite::Database& database)
{
    SessionHeader header;
    SQLite::Statement statement(database, "SELECT value FROM header WHERE key = ?");
    for (const auto& [key, field] : headerFields) {
        statement.bind(1, key);
        if (statement.executeStep())
            header.*field = statement.getColumn(0).getString();
        statement.reset();
    }
    return header;
}

void writeHeader(SQLite::Database& database, const SessionHeader& header)
{
    SQLite::Statement insert(database, "INSERT INTO header VALUES (?, ?)");
    for (const auto& [key, field] : headerFields) {
        SQLite::bind(insert, key, header.*field);
        insert.exec();
        insert.reset();
    }
}

void writeRuns(SQLite::Database& database, std::span<const SearchSettings> runs)
{
    SQLite::Statement insert(database, "INSERT INTO run (id, seed, settings) VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < runs.size(); ++i) {
        SQLite::bind(insert, static_cast<std::int64_t>(i), std::to_string(runs[i].seed), toJson(runs[i]));
        insert.exec();
        insert.reset();
    }
}

std::vector<RecordedRun> readRuns(SQLite::Database& database)
{
    std::vector<RecordedRun> runs;
    SQLite::Statement row(database, "SELECT settings, finished, seconds FROM run ORDER BY id");
    while (row.executeStep()) {
        RecordedRun& run = runs.emplace_back();
        run.settings = settingsFromJson(row.getColumn(0).getString());
        run.finished = row.getColumn(1).getInt() != 0;
        run.seconds = row.getColumn(2).getDouble();
    }
    return runs;
}

RecordedRun& runOf(std::vector<RecordedRun>& runs, const SQLite::Column& id)
{
    return runs.at(static_cast<std::size_t>(id.getInt64()));
}

void readRounds(SQLite::Database& database, std::vector<RecordedRun>& runs)
{
    SQLite::Statement row(database, "SELECT run, number, generated, invalid, duplicates, fine_tune, retrain, generate, "
                                    "predict, other, lacking FROM round ORDER BY run, number");
    while (row.executeStep()) {
        RecordedRound& round = runOf(runs, row.getColumn(0)).rounds.emplace_back();
        round.number = row.getColumn(1).getInt();
        round.decodes = {row.getColumn(2).getInt(), row.getColumn(3).getInt(), row.getColumn(4).getInt(),
                         row.getColumn(10).getInt()};
        round.seconds = {row.getColumn(5).getDouble(), row.getColumn(6).getDouble(), row.getColumn(7).getDouble(),
                         row.getColumn(8).getDouble(), row.getColumn(9).getDouble()};
    }
}

void readQueries(SQLite::Database& database, const SearchSpace& space, std::vector<RecordedRun>& runs)
{
    SQLite::Statement row(database,
                          "SELECT run, number, round, cell, valid, test, predicted FROM query ORDER BY run, number");
    while (row.executeStep()) {
        std::vector<RecordedRound>& rounds = runOf(runs, row.getColumn(0)).rounds;
        Query query;
        query.number = row.getColumn(1).getInt();
        query.round = row.getColumn(2).getInt();
        query.cell = space.parse(row.getColumn(3).getString());
        query.label = {row.getColumn(4).getDouble(), valueOrNan(row.getColumn(5))};
        query.predicted = valueOrNan(row.getColumn(6));
        const auto round = std::ranges::find(rounds, query.round, &RecordedRound::number);
        if (round == rounds.end())
            throw std::out_of_range("round");
        round->queries.push_back(query);
    }
}

// Two programs going on with one session would write each other's rounds: the first takes the lock and
// keeps it until it closes the file. A write-ahead log survives the death of the program without waiting for
// the disk at every round.
void lock(SQLite::Database& database)
{
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                  "BEGIN EXCLUSIVE; COMMIT;");
}

} // namespace

struct SessionFile::Data
{
    Data(std::filesystem::path file, int flags)
        : path(std::move(file))
        , database(path.string(), flags)
    {
    }

    [[noreturn]] void fail(const SQLite::Exception& error) const
    {
        throw Error("Cannot write the session " + path.string() + " (" + error.what()
                    + "); the rounds written before are safe. Check the disk and the folder's permissions.");
    }

    std::filesystem::path path;
    SQLite::Database database;
    SessionHeader header;
};

SessionFile::SessionFile(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}

SessionFile::SessionFile(SessionFile&&) noexcept = default;
SessionFile& SessionFile::operator=(SessionFile&&) noexcept = default;
SessionFile::~SessionFile() = default;

SessionFile SessionFile::create(const std::filesystem::path& path, const SessionHeader& header,
                                std::span<const SearchSettings> runs, bool overwrite)
{
    std::error_code error;
    if (std::filesystem::exists(path, error)) {
        if (!overwrite)
            throw Error("The session " + path.string()
                        + " exists already: go on with it (resume), choose another name, or say that it may be "
                          "overwritten (--force).");
        std::filesystem::remove(path, error);
    }
    try {
        auto data = std::make_unique<Data>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        data->header = header;
        SQLite::Database& database = data->database;
        lock(database);
        SQLite::Transaction transaction(database);
        database.exec(schema);
        database.exec("PRAGMA application_id = " + std::to_string(applicationId));
        database.exec("PRAGMA user_version = " + std::to_string(schemaVersion));
        writeHeader(database, header);
        writeRuns(database, runs);
        transaction.commit();
        return SessionFile(std::move(data));
    } catch (const SQLite::Exception& failure) {
        throw Error("Cannot write the session " + path.string() + " (" + failure.what()
                    + "); choose a folder that exists and can be written.");
    }
}

SessionFile SessionFile::open(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path))
        throw Error("There is no session " + path.string() + "; search --session " + path.string() + " makes one.");
    try {
        auto data = std::make_unique<Data>(path, SQLite::OPEN_READWRITE);
        SQLite::Database& database = data->database;
        distrust(database);
        if (database.execAndGet("PRAGMA application_id").getInt() != applicationId)
            throw Error(path.string() + " is not a session of Inverso (it is another program's database).");
        const int version = database.execAndGet("PRAGMA user_version").getInt();
        if (version > schemaVersion)
            throw Error("The session " + path.string() + " was written by a newer Inverso (its format is "
                        + std::to_string(version) + ", this program reads up to " + std::to_string(schemaVersion)
                        + "); open it with that one.");
        requirePlainTables(database, path.string());
        lock(database); // only now: a stranger's file is left as it was
        migrate(database, version);
        data->header = readHeader(database);
        return SessionFile(std::move(data));
    } catch (const SQLite::Exception& failure) {
        if (failure.getErrorCode() == SQLITE_BUSY)
            throw Error("The session " + path.string() + " is in use by another program; close that one first.");
        throw Error("Cannot open the session " + path.string() + " (" + failure.what()
                    + "): it is no session of Inverso, damaged, or may not be written.");
    }
}

const SessionHeader& SessionFile::header() const
{
    return m_data->header;
}

std::vector<RecordedRun> SessionFile::runs() const
{
    try {
        std::vector<RecordedRun> runs = readRuns(m_data->database);
        readRounds(m_data->database, runs);
        readQueries(m_data->database, searchSpace(m_data->header.space), runs);
        return runs;
    } catch (const SQLite::Exception& failure) {
        throw Error("The session " + m_data->path.string() + " is damaged (" + failure.what() + ").");
    } catch (const std::out_of_range&) {
        throw Error("The session " + m_data->path.string() + " is damaged (a row belongs to no search).");
    }
}

void SessionFile::append(std::size_t run, const Round& round)
{
    const SearchSpace& space = searchSpace(m_data->header.space);
    SQLite::Database& database = m_data->database;
    const auto id = static_cast<std::int64_t>(run);
    try {
        SQLite::Transaction transaction(database);
        SQLite::Statement insertRound(database, "INSERT INTO round VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        const PhaseSeconds& seconds = round.seconds;
        const Decodes& decodes = round.decodes;
        SQLite::bind(insertRound, id, round.number, decodes.total, decodes.invalid, decodes.duplicates,
                     seconds.fineTune, seconds.retrain, seconds.generate, seconds.predict, seconds.other,
                     decodes.lacking);
        insertRound.exec();
        SQLite::Statement insertQuery(database, "INSERT INTO query VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (const Query& query : round.queries) {
            SQLite::bind(insertQuery, id, query.number, round.number, space.text(query.cell), query.label.valid);
            bindOrNull(insertQuery, 6, query.label.test);
            bindOrNull(insertQuery, 7, query.predicted);
            insertQuery.exec();
            insertQuery.reset();
        }
        transaction.commit();
    } catch (const SQLite::Exception& failure) {
        m_data->fail(failure);
    }
}

void SessionFile::finish(std::size_t run, double seconds)
{
    try {
        SQLite::Statement update(m_data->database, "UPDATE run SET finished = 1, seconds = ? WHERE id = ?");
        SQLite::bind(update, seconds, static_cast<std::int64_t>(run));
        update.exec();
    } catch (const SQLite::Exception& failure) {
        m_data->fail(failure);
    }
}

} // namespace inverso
