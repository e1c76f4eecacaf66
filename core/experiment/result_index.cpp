// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/result_index.h"

#include "core/base/error.h"
#include "core/experiment/run_record.h"
#include "core/session/fingerprint.h"
#include "core/session/plain_database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>

namespace inverso {

namespace {

namespace fs = std::filesystem;

constexpr int applicationId = 0x496e7652; // "InvR"
constexpr int schemaVersion = 1;          // an index of another version is created again
constexpr int patienceMilliseconds = 10000;

constexpr const char* schema = R"sql(
CREATE TABLE file (name TEXT PRIMARY KEY, indexed INTEGER NOT NULL, fingerprint TEXT NOT NULL);
CREATE TABLE line (
    file TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL, event TEXT NOT NULL,
    id TEXT UNIQUE, method TEXT, dataset TEXT, seed TEXT, best_valid REAL, seconds REAL,
    PRIMARY KEY (file, offset));
CREATE TABLE remark (text TEXT NOT NULL);
)sql";

bool isOurs(SQLite::Database& database)
{
    return database.execAndGet("PRAGMA application_id").getInt() == applicationId
           && database.execAndGet("PRAGMA user_version").getInt() == schemaVersion;
}

void makeTables(SQLite::Database& database)
{
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    // Another process may have created it meanwhile.
    if (!isOurs(database)) {
        database.exec(schema);
        database.exec("PRAGMA application_id = " + std::to_string(applicationId));
        database.exec("PRAGMA user_version = " + std::to_string(schemaVersion));
    }
    transaction.commit();
}

std::unique_ptr<SQLite::Database> openFile(const fs::path& path)
{
    auto database = std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                                       patienceMilliseconds);
    distrust(*database); // the folder may come from another machine
    if (!isOurs(*database))
        makeTables(*database);
    return database;
}

std::unique_ptr<SQLite::Database> openInMemory()
{
    auto database = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    makeTables(*database);
    return database;
}

/// Opens the index of a folder; a damaged or unknown file is replaced.
std::unique_ptr<SQLite::Database> openIndex(const fs::path& path)
{
    for (const bool fresh : {false, true}) {
        try {
            return openFile(path);
        } catch (const SQLite::Exception& error) {
            // Another file of this name, a damaged one, or another version: it may be created again.
            const int code = error.getErrorCode();
            const bool unusable = code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_ERROR;
            std::error_code ignored;
            if (fresh || !unusable || !fs::remove(path, ignored))
                break;
        }
    }
    return openInMemory();
}

std::ifstream openResults(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error("Cannot read " + path.string() + "; check its permissions.");
    return file;
}

std::string readPart(std::ifstream& file, std::size_t offset, std::size_t length)
{
    std::string text(length, '\0');
    file.clear();
    file.seekg(static_cast<std::streamoff>(offset));
    file.read(text.data(), static_cast<std::streamsize>(length));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    return text;
}

/// Distinguishes a file that has grown from another one of the same name, by its beginning and its last indexed bytes.
std::string fingerprintOf(std::ifstream& file, std::size_t indexed)
{
    constexpr std::size_t head = 4096;
    constexpr std::size_t tail = 512;
    return textHash(readPart(file, 0, std::min(head, indexed))
                    + readPart(file, indexed - std::min(tail, indexed), std::min(tail, indexed)));
}

} // namespace

std::vector<std::string> resultFiles(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator it(folder, error);
    for (; !error && it != fs::directory_iterator(); it.increment(error)) {
        std::error_code ignored;
        if (it->path().extension() == ".jsonl" && it->is_regular_file(ignored))
            names.push_back(it->path().filename().string());
    }
    if (error)
        throw Error("Cannot read the folder " + folder.string() + " (" + error.message()
                    + "); give the folder that reproduce wrote to.");
    std::ranges::sort(names);
    return names;
}

struct ResultIndex::Data
{
    fs::path folder;
    std::unique_ptr<SQLite::Database> database;

    [[nodiscard]] bool isBehindOrEqual(const std::vector<std::string>& files) const;
    void take(const std::string& name, std::size_t from);
    void takeLine(const std::string& file, std::size_t offset, std::string_view line);
};

/// Whether each file still begins with what is indexed.
bool ResultIndex::Data::isBehindOrEqual(const std::vector<std::string>& files) const
{
    SQLite::Statement row(*database, "SELECT name, indexed, fingerprint FROM file");
    while (row.executeStep()) {
        const std::string name = row.getColumn(0).getString();
        const auto indexed = static_cast<std::size_t>(row.getColumn(1).getInt64());
        std::error_code error;
        if (!std::ranges::binary_search(files, name) || fs::file_size(folder / name, error) < indexed || error)
            return false;
        std::ifstream file = openResults(folder / name);
        if (fingerprintOf(file, indexed) != row.getColumn(2).getString())
            return false;
    }
    return true;
}

void ResultIndex::Data::takeLine(const std::string& file, std::size_t offset, std::string_view line)
{
    const auto head = readHead(line);
    if (!head) {
        SQLite::Statement insert(*database, "INSERT INTO remark VALUES (?)");
        SQLite::bind(insert, file + " has a line at byte " + std::to_string(offset)
                                 + " that is not a result; it is skipped, and its run is repeated.");
        insert.exec();
        return;
    }
    SQLite::Statement insert(*database, "INSERT OR IGNORE INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    SQLite::bind(insert, file, static_cast<std::int64_t>(offset), static_cast<std::int64_t>(line.size()), head->event);
    if (!head->id.empty()) {
        insert.bind(5, head->id);
        insert.bind(6, head->method);
        insert.bind(7, head->dataset);
        insert.bind(8, std::to_string(head->seed));
        if (head->bestValid)
            insert.bind(9, *head->bestValid);
        insert.bind(10, head->seconds);
    }
    insert.exec();
}

void ResultIndex::Data::take(const std::string& name, std::size_t from)
{
    std::ifstream file = openResults(folder / name);
    file.seekg(static_cast<std::streamoff>(from));
    std::size_t offset = from;
    for (std::string line; std::getline(file, line) && !file.eof(); offset += line.size() + 1) {
        if (!line.empty())
            takeLine(name, offset, line);
    }
    if (offset == from)
        return;
    SQLite::Statement update(*database, "INSERT OR REPLACE INTO file VALUES (?, ?, ?)");
    SQLite::bind(update, name, static_cast<std::int64_t>(offset), fingerprintOf(file, offset));
    update.exec();
}

ResultIndex::ResultIndex(fs::path folder)
    : m_data(std::make_unique<Data>())
{
    m_data->folder = std::move(folder);
    m_data->database = openIndex(m_data->folder / "index.sqlite");
}

ResultIndex::ResultIndex(ResultIndex&&) noexcept = default;
ResultIndex& ResultIndex::operator=(ResultIndex&&) noexcept = default;
ResultIndex::~ResultIndex() = default;

std::vector<std::string> ResultIndex::follow()
{
    const std::vector<std::string> files = resultFiles(m_data->folder);
    const auto attempt = [&] {
        SQLite::Database& database = *m_data->database;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        if (!m_data->isBehindOrEqual(files))
            database.exec("DELETE FROM file; DELETE FROM line; DELETE FROM remark;");
        for (const std::string& name : files) {
            SQLite::Statement row(database, "SELECT indexed FROM file WHERE name = ?");
            SQLite::bind(row, name);
            m_data->take(name, row.executeStep() ? static_cast<std::size_t>(row.getColumn(0).getInt64()) : 0);
        }
        std::vector<std::string> remarks;
        SQLite::Statement row(database, "SELECT text FROM remark");
        while (row.executeStep())
            remarks.push_back(row.getColumn(0).getString());
        transaction.commit();
        return remarks;
    };
    try {
        return attempt();
    } catch (const SQLite::Exception&) {
        // In use for too long, a full disk, no write permission: the index is optional, and the files can be read.
        m_data->database = openInMemory();
        return attempt();
    }
}

std::optional<ResultIndex::Place> ResultIndex::find(const std::string& id) const
{
    SQLite::Statement row(*m_data->database, "SELECT file, offset, length FROM line WHERE id = ?");
    SQLite::bind(row, id);
    if (!row.executeStep())
        return std::nullopt;
    return Place{row.getColumn(0).getString(), static_cast<std::size_t>(row.getColumn(1).getInt64()),
                 static_cast<std::size_t>(row.getColumn(2).getInt64())};
}

std::optional<double> ResultIndex::secondsOf(const std::string& id) const
{
    SQLite::Statement row(*m_data->database, "SELECT seconds FROM line WHERE id = ?");
    SQLite::bind(row, id);
    return row.executeStep() ? std::optional(row.getColumn(0).getDouble()) : std::nullopt;
}

std::vector<ResultIndex::Place> ResultIndex::places(const std::string& event) const
{
    std::vector<Place> result;
    SQLite::Statement row(*m_data->database,
                          "SELECT file, offset, length FROM line WHERE event = ? ORDER BY file, offset");
    SQLite::bind(row, event);
    while (row.executeStep())
        result.push_back({row.getColumn(0).getString(), static_cast<std::size_t>(row.getColumn(1).getInt64()),
                          static_cast<std::size_t>(row.getColumn(2).getInt64())});
    return result;
}

} // namespace inverso
