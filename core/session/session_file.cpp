// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_file.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/cell/search_space.h"
#include "core/session/database_file.h"
#include "core/session/fingerprint.h"
#include "core/session/plain_database.h"
#include "core/session/session_lock.h"
#include "core/session/session_rows.h"
#include "core/session/session_schema.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <sqlite3.h>

#include <chrono>
#include <stdexcept>
#include <utility>

namespace inverso {

namespace {

// With a write-ahead log, others can read during a write. FULL waits for the disk after every round; this is needed
// for a power loss, not for a killed program.
void prepareToWrite(SQLite::Database& database)
{
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT;");
}

// SQLite refuses longer values of a file that is opened again, see distrust().
constexpr std::size_t longestCheckpoint = 60U << 20U;

constexpr const char* cannotWriteAdvice = "Check that the folder exists, may be written and is not full.";

/// Keeps checkpoints from taking more than a twentieth of a search's time.
class CheckpointPace
{
public:
    void worked(double seconds) { m_worked += seconds; }
    [[nodiscard]] bool isDue() const { return m_worked >= 20 * m_cost; }
    void kept(double seconds)
    {
        m_cost = seconds;
        m_worked = 0.0;
    }

private:
    double m_worked = 0.0; // seconds since the last checkpoint
    double m_cost = 0.0;
};

// REPLACE would write the new one before it frees the space of the old one, which would double the file size.
void writeCheckpoint(SQLite::Database& database, std::size_t run, const std::string& bytes)
{
    const auto id = static_cast<std::int64_t>(run);
    SQLite::Statement remove(database, "DELETE FROM checkpoint WHERE run = ?");
    remove.bind(1, id);
    remove.exec();
    SQLite::Statement insert(database, "INSERT INTO checkpoint VALUES (?, ?, ?)");
    SQLite::bind(insert, id, bytesHash(bytes));
    insert.bindNoCopy(3, bytes.data(), static_cast<int>(bytes.size()));
    insert.exec();
}

void requireFile(const std::filesystem::path& path)
{
    if (!files::exists(path))
        throw Error("There is no session " + path.string() + ". Record a search to create one.");
}

[[noreturn]] void cannotWrite(const std::filesystem::path& path, const SQLite::Exception& failure)
{
    throw Error("Cannot write the session " + path.string() + " (" + failure.what() + "). " + cannotWriteAdvice);
}

[[noreturn]] void cannotOpen(const std::filesystem::path& path, const SQLite::Exception& failure)
{
    if (failure.getErrorCode() == SQLITE_BUSY)
        throw Error("The session " + path.string() + " is in use by another program; close that one first.");
    if (failure.getErrorCode() == SQLITE_IOERR || failure.getErrorCode() == SQLITE_FULL)
        throw Error("Cannot open the session " + path.string() + " (" + failure.what()
                    + "): its disk is full or fails. Make room, and try again; the rounds written before are safe.");
    throw Error("Cannot open the session " + path.string() + " (" + failure.what()
                + "): it is not a session of Inverso, is damaged, or may not be written.");
}

} // namespace

struct SessionFile::Data
{
    Data(std::filesystem::path file, std::unique_ptr<SessionLock> held)
        : path(std::move(file))
        , lock(std::move(held))
        , database(std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE))
    {
    }
    /// In memory.
    explicit Data(std::filesystem::path file)
        : path(std::move(file))
        , database(std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE))
    {
    }

    [[noreturn]] void fail(const SQLite::Exception& error) const
    {
        throw Error("Cannot write the session " + path.string() + " (" + error.what()
                    + "); the rounds written before are safe. Check the disk and the folder's permissions.");
    }
    void requireWritable() const
    {
        if (!lock)
            throw std::logic_error("a session that was opened to look at it");
    }
    CheckpointPace& paceOf(std::size_t run)
    {
        if (paces.size() <= run)
            paces.resize(run + 1);
        return paces[run];
    }

    std::filesystem::path path;
    std::unique_ptr<SessionLock> lock; ///< null: only for viewing; destroyed after the database
    std::unique_ptr<SQLite::Database> database;
    SessionHeader header;
    std::vector<CheckpointPace> paces; ///< by run
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
    auto lock = std::make_unique<SessionLock>(path);
    if (!overwrite && files::exists(path))
        throw Error("The session " + path.string()
                    + " exists already: resume it, choose another name, or allow it to be overwritten.");
    try {
        DatabasePart part(path); // an old session stays until the new one is complete
        {
            SQLite::Database database(part.name(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            SQLite::Transaction transaction(database);
            createSchema(database);
            rows::writeHeader(database, header);
            rows::writeRuns(database, runs);
            transaction.commit();
        }
        part.commit(cannotWriteAdvice);
        auto data = std::make_unique<Data>(path, std::move(lock));
        data->header = header;
        prepareToWrite(*data->database);
        return SessionFile(std::move(data));
    } catch (const SQLite::Exception& failure) {
        cannotWrite(path, failure);
    }
}

SessionFile SessionFile::open(const std::filesystem::path& path)
{
    requireFile(path);
    try {
        auto data = std::make_unique<Data>(path, std::make_unique<SessionLock>(path));
        SQLite::Database& database = *data->database;
        distrust(database);
        const int version = requireSession(database, path.string());
        prepareToWrite(database); // only after the checks, so that the file of another program is not changed
        migrate(database, version);
        data->header = rows::readHeader(database);
        return SessionFile(std::move(data));
    } catch (const SQLite::Exception& failure) {
        cannotOpen(path, failure);
    }
}

SessionFile SessionFile::view(const std::filesystem::path& path)
{
    requireFile(path);
    try {
        auto data = std::make_unique<Data>(path);
        SQLite::Database file = openToRead(path);
        distrust(file);
        const int version = requireSession(file, path.string());
        copyAll(*data->database, file);
        distrust(*data->database);
        migrate(*data->database, version);
        data->header = rows::readHeader(*data->database);
        return SessionFile(std::move(data));
    } catch (const SQLite::Exception& failure) {
        cannotOpen(path, failure);
    }
}

void SessionFile::remove(const std::filesystem::path& path)
{
    const SessionLock nobodyElse(path);
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    removeLog(path);
}

bool SessionFile::isInUse(const std::filesystem::path& path)
{
    return SessionLock::isHeld(path);
}

const std::filesystem::path& SessionFile::path() const
{
    return m_data->path;
}

const SessionHeader& SessionFile::header() const
{
    return m_data->header;
}

std::vector<RecordedRun> SessionFile::runs() const
{
    try {
        return rows::readRuns(*m_data->database, searchSpace(m_data->header.space));
    } catch (const SQLite::Exception& failure) {
        throw Error("The session " + m_data->path.string() + " is damaged (" + failure.what() + ").");
    } catch (const std::out_of_range&) {
        throw Error("The session " + m_data->path.string() + " is damaged (a row belongs to no search).");
    }
}

std::optional<std::string> SessionFile::checkpoint(std::size_t run) const
{
    try {
        SQLite::Statement row(*m_data->database, "SELECT hash, bytes FROM checkpoint WHERE run = ?");
        row.bind(1, static_cast<std::int64_t>(run));
        if (!row.executeStep())
            return std::nullopt;
        std::string bytes = row.getColumn(1).getString();
        return bytesHash(bytes) == row.getColumn(0).getString() ? std::optional(std::move(bytes)) : std::nullopt;
    } catch (const SQLite::Exception&) {
        return std::nullopt; // the rounds can be repeated
    }
}

void SessionFile::append(std::size_t run, const Round& round, const Checkpoint& checkpoint)
{
    m_data->requireWritable();
    SQLite::Database& database = *m_data->database;
    CheckpointPace& pace = m_data->paceOf(run);
    pace.worked(round.seconds.total());
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const auto bytes = checkpoint && pace.isDue() ? checkpoint() : std::nullopt;
    const bool keeps = bytes && bytes->size() <= longestCheckpoint;
    try {
        SQLite::Transaction transaction(database);
        rows::writeRound(database, searchSpace(m_data->header.space), run, round);
        if (keeps) {
            writeCheckpoint(database, run, *bytes);
        }
        transaction.commit();
    } catch (const SQLite::Exception& failure) {
        m_data->fail(failure);
    }
    if (keeps)
        pace.kept(std::chrono::duration<double>(Clock::now() - start).count());
}

void SessionFile::finish(std::size_t run, double seconds)
{
    m_data->requireWritable();
    try {
        SQLite::Statement update(*m_data->database, "UPDATE run SET finished = 1, seconds = ? WHERE id = ?");
        SQLite::bind(update, seconds, static_cast<std::int64_t>(run));
        update.exec();
    } catch (const SQLite::Exception& failure) {
        m_data->fail(failure);
    }
}

std::string SessionFile::annotation(std::string_view name) const
{
    try {
        SQLite::Statement row(*m_data->database, "SELECT value FROM annotation WHERE key = ?");
        row.bind(1, std::string(name));
        return row.executeStep() ? row.getColumn(0).getString() : std::string();
    } catch (const SQLite::Exception& failure) {
        throw Error("The session " + m_data->path.string() + " is damaged (" + failure.what() + ").");
    }
}

void SessionFile::annotate(std::string_view name, std::string_view text)
{
    m_data->requireWritable();
    try {
        SQLite::Statement replace(*m_data->database, "INSERT OR REPLACE INTO annotation VALUES (?, ?)");
        SQLite::bind(replace, std::string(name), std::string(text));
        replace.exec();
    } catch (const SQLite::Exception& failure) {
        m_data->fail(failure);
    }
}

void SessionFile::copyTo(const std::filesystem::path& path) const
{
    try {
        const SessionLock nobodyElse(path);
        DatabasePart part(path);
        {
            SQLite::Database copy(part.name(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            copyAll(copy, *m_data->database);
        }
        part.commit(cannotWriteAdvice);
    } catch (const SQLite::Exception& failure) {
        cannotWrite(path, failure);
    }
}

} // namespace inverso
