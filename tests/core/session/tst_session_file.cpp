// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/session/session_file.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"
#include "tests/core/base/odd_paths.h"
#include "tests/core/session/unusual_settings.h"

#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>
#include <dlfcn.h>
#include <sqlite3.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <memory>

namespace {

int failBackup = SQLITE_OK; // with this result

} // namespace

// Instead of SQLite's.
extern "C" int sqlite3_backup_step(sqlite3_backup* backup, int pages)
{
    if (failBackup != SQLITE_OK)
        return failBackup;
    static const auto original =
        reinterpret_cast<int (*)(sqlite3_backup*, int)>(dlsym(RTLD_NEXT, "sqlite3_backup_step"));
    return original(backup, pages);
}

using namespace inverso;

namespace fs = std::filesystem;

namespace {

SessionHeader header()
{
    SessionHeader header;
    header.program = "0.1.0";
    header.space = "nasbench201";
    header.dataset = "cifar10";
    header.benchmark = "/tables/nasbench201.csv";
    header.benchmarkHash = "0123456789abcdef";
    return header;
}

Round roundOf(int number, std::vector<Query> queries)
{
    Round round;
    round.number = number;
    round.queries = std::move(queries);
    round.decodes = {.total = 40, .invalid = 2, .duplicates = 5, .lacking = 3};
    round.seconds = {0.5, 0.25, 0.125, 1.0, 2.0};
    round.candidates = {{15624, 91.25F, 0.5F}, {3, std::numeric_limits<float>::quiet_NaN(), 0.0F}};
    round.refusals = {{4, "This cell has no label."}};
    round.losses = {{"regression", 7, 0.1F}, {"likelihood", 7, std::numeric_limits<float>::quiet_NaN()}};
    return round;
}

/// As version `version` of the program wrote it.
void makeOlder(const fs::path& path, int version)
{
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE);
    for (const char* table : {"candidate", "refusal", "loss", "checkpoint", "annotation"})
        database.exec(std::string("DROP TABLE ") + table);
    if (version < 2)
        database.exec("ALTER TABLE round DROP COLUMN lacking");
    database.exec("PRAGMA user_version = " + std::to_string(version));
}

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The names in a folder.
QStringList entriesOf(const fs::path& folder)
{
    return QDir(QString::fromStdString(folder.string())).entryList(QDir::Files, QDir::Name);
}

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestSessionFile : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = fs::path(m_folder->path().toStdString()) / "s.inverso";
    }

    void testRoundsSurvive()
    {
        {
            SessionFile file =
                SessionFile::create(m_path, header(), std::vector{unusualSettings(3), unusualSettings(4)}, false);
            file.append(1,
                        roundOf(0, {{1, 15624, {91.6066666, unknown}, 0, unknown}, {2, 0, {10.0, 10.5}, 0, unknown}}));
            file.append(1, roundOf(1, {{3, 77, {55.5, 55.0}, 1, 60.25}}));
            file.append(0, roundOf(0, {}));
            file.finish(1, 12.5);
        }
        const SessionFile file = SessionFile::open(m_path);
        QCOMPARE(file.header().benchmark, header().benchmark);
        QCOMPARE(file.header().benchmarkHash, header().benchmarkHash);
        const std::vector<RecordedRun> runs = file.runs();
        QCOMPARE(runs.size(), std::size_t(2));
        QVERIFY(!runs[0].finished);
        QCOMPARE(runs[0].settings.seed, std::uint64_t(3));
        QCOMPARE(runs[0].rounds.size(), std::size_t(1));
        QVERIFY(runs[1].finished);
        QCOMPARE(runs[1].seconds, 12.5);
        const std::vector<Round>& rounds = runs[1].rounds;
        QCOMPARE(rounds.size(), std::size_t(2));
        QCOMPARE(rounds[0].queries.size(), std::size_t(2));
        const Query& first = rounds[0].queries[0];
        QCOMPARE(first.cell, CellIndex(15624));
        QVERIFY(first.label.valid == 91.6066666); // to the last bit
        QVERIFY(std::isnan(first.label.test) && std::isnan(first.predicted));
        QCOMPARE(rounds[1].queries[0].predicted, 60.25);
        QCOMPARE(rounds[1].queries[0].round, 1);
        QCOMPARE(rounds[1].decodes.invalid, 2);
        QCOMPARE(rounds[1].decodes.lacking, 3);
        QCOMPARE(rounds[1].seconds.predict, 1.0);
        QCOMPARE(rounds[1].candidates.size(), std::size_t(2));
        QCOMPARE(rounds[1].candidates[0].cell, CellIndex(15624));
        QCOMPARE(rounds[1].candidates[0].predicted, 91.25F);
        QCOMPARE(rounds[1].candidates[0].deviation, 0.5F);
        QVERIFY(std::isnan(rounds[1].candidates[1].predicted));
        QCOMPARE(rounds[1].refusals.size(), std::size_t(1));
        QCOMPARE(rounds[1].refusals[0].reason, std::string("This cell has no label."));
        QCOMPARE(rounds[1].losses.size(), std::size_t(2));
        QCOMPARE(rounds[1].losses[0].term, std::string("regression"));
        QCOMPARE(rounds[1].losses[0].epoch, 7);
        QCOMPARE(rounds[1].losses[0].value, 0.1F);
        QVERIFY(std::isnan(rounds[1].losses[1].value));
    }

    void testTheLastCheckpointIsKept()
    {
        std::string state(100000, '\0');
        for (std::size_t i = 0; i < state.size(); ++i)
            state[i] = static_cast<char>(i * 31);
        int made = 0;
        const auto keep = [&](char first) {
            return [&made, &state, first] {
                ++made;
                state[0] = first;
                return std::optional(state);
            };
        };
        const auto roundAfter = [](int number, double seconds) {
            Round round = roundOf(number, {});
            round.seconds = {.retrain = seconds};
            return round;
        };
        {
            SessionFile file =
                SessionFile::create(m_path, header(), std::vector{unusualSettings(3), unusualSettings(4)}, false);
            QVERIFY(!file.checkpoint(0));
            file.append(0, roundAfter(0, 0.0), keep('a'));
            QCOMPARE(made, 1);
            file.append(0, roundAfter(1, 0.0), keep('b')); // nothing was worked since
            QCOMPARE(made, 1);
            file.append(0, roundAfter(2, 1e6), keep('c'));
            QCOMPARE(made, 2);
            file.append(1, roundAfter(0, 0.0), keep('d')); // runs have theirs each
            QCOMPARE(made, 3);
        }
        {
            const SessionFile file = SessionFile::open(m_path);
            QCOMPARE(file.checkpoint(0)->substr(1), state.substr(1));
            QCOMPARE(file.checkpoint(0)->front(), 'c');
            QCOMPARE(file.checkpoint(1)->front(), 'd');
            QVERIFY(!file.checkpoint(2));
        }
        SQLite::Database(m_path.string(), SQLite::OPEN_READWRITE)
            .exec("UPDATE checkpoint SET bytes = CAST('x' || substr(bytes, 2) AS BLOB) WHERE run = 0");
        const SessionFile damaged = SessionFile::open(m_path);
        QVERIFY(!damaged.checkpoint(0));
        QVERIFY(damaged.checkpoint(1));
        QCOMPARE(damaged.runs()[0].rounds.size(), std::size_t(3));
    }

    void testARoundThatIsRefusedKeepsTheCheckpoint()
    {
        SessionFile file = SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
        file.append(0, roundOf(0, {{1, 5, {50.0, 50.0}, 0, unknown}}),
                    [] { return std::optional<std::string>("old"); });
        Round clash = roundOf(1, {{1, 7, {50.0, 50.0}, 1, unknown}});
        clash.seconds.retrain = 1e6;
        const auto newer = [] { return std::optional<std::string>("new"); };
        QVERIFY(!errorText([&] { file.append(0, clash, newer); }).empty());
        QCOMPARE(*file.checkpoint(0), std::string("old"));
        clash.queries[0].number = 2;
        file.append(0, clash, newer);
        QCOMPARE(*file.checkpoint(0), std::string("new"));
    }

    void testAnnotationsSurvive()
    {
        {
            SessionFile file = SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
            QCOMPARE(file.annotation("view"), std::string());
            file.annotate("view", "{\"cell\": 1}");
            file.annotate("view", "{\"cell\": 2}");
        }
        QCOMPARE(SessionFile::open(m_path).annotation("view"), std::string("{\"cell\": 2}"));
    }

    void testACopyIsWhole()
    {
        const fs::path copy = m_path.parent_path() / "copy.inverso";
        SessionFile file = SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
        file.append(0, roundOf(0, {{1, 5, {50.0, 50.0}, 0, unknown}}), [] { return std::optional<std::string>("s"); });
        std::ofstream(copy) << "what was there before";
        file.copyTo(copy);
        SessionFile other = SessionFile::open(copy); // while the first is open
        QCOMPARE(other.runs()[0].rounds.size(), std::size_t(1));
        QCOMPARE(*other.checkpoint(0), std::string("s"));
        COMPARE_CONTAINS(errorText([&] { file.copyTo(copy); }), "in use");
        COMPARE_CONTAINS(errorText([&] { file.copyTo(m_path.parent_path() / "no" / "s.inverso"); }),
                         "Cannot write the session");
    }

    // SQLiteCpp returns these results instead of throwing.
    void testAnUnfinishedCopyIsAnError()
    {
        const fs::path copy = m_path.parent_path() / "copy.inverso";
        SessionFile::create(copy, header(), std::vector{unusualSettings(3), unusualSettings(4)}, false);
        const SessionFile file = SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
        failBackup = SQLITE_BUSY;
        const std::string copying = errorText([&] { file.copyTo(copy); });
        const std::string viewing = errorText([&] { SessionFile::view(m_path); });
        failBackup = SQLITE_OK;
        COMPARE_CONTAINS(copying, "Cannot write the session " + copy.string());
        COMPARE_CONTAINS(viewing, "in use");
        QCOMPARE(SessionFile::open(copy).runs().size(), std::size_t(2)); // as it was
        QVERIFY(!fs::exists(copy.string() + ".part"));
    }

    void testAFailedOverwriteKeepsTheOldSession()
    {
        SessionFile::create(m_path, header(), std::vector{unusualSettings(3), unusualSettings(4)}, false);
        std::string error;
        {
            const FullDisk full(5000);
            error = errorText([&] { SessionFile::create(m_path, header(), std::vector{unusualSettings(5)}, true); });
        }
        COMPARE_CONTAINS(error, "Cannot write the session " + m_path.string());
        QCOMPARE(SessionFile::open(m_path).runs().size(), std::size_t(2));
        QCOMPARE(entriesOf(m_path.parent_path()), QStringList{"s.inverso"});
    }

    void testARoundIsWhole()
    {
        SessionFile file = SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
        file.append(0, roundOf(0, {{1, 5, {50.0, 50.0}, 0, unknown}}));
        // The second query clashes with the first: the whole round is refused, what was there stays.
        const Round clash = roundOf(1, {{2, 6, {50.0, 50.0}, 1, unknown}, {1, 7, {50.0, 50.0}, 1, unknown}});
        COMPARE_CONTAINS(errorText([&] { file.append(0, clash); }), "rounds written before are safe");
        QCOMPARE(file.runs()[0].rounds.size(), std::size_t(1));
        file.append(0, roundOf(1, {{2, 6, {50.0, 50.0}, 1, unknown}}));
        QCOMPARE(file.runs()[0].rounds.size(), std::size_t(2));
    }

    // What was recorded stays, and the same file goes on when there is room again.
    void testAFullDiskTakesNoRoundWithIt()
    {
        auto file = SessionFile::create(m_path, header(), std::vector{unusualSettings(1)}, false);
        constexpr int each = 60;
        const auto round = [](int number) {
            std::vector<Query> queries;
            for (int i = number * each; i < (number + 1) * each; ++i)
                queries.push_back({i + 1, static_cast<CellIndex>(i), {70.0 + i * 0.001, 69.0}, number, unknown});
            return roundOf(number, queries);
        };
        file.append(0, round(0));
        {
            const FullDisk full(fs::file_size(m_path));
            COMPARE_CONTAINS(errorText([&] {
                                 for (int number = 1; number < 200; ++number) // pages of the file have some room left
                                     file.append(0, round(number));
                             }),
                             "rounds written before are safe");
        }
        const std::vector<RecordedRun> runs = file.runs();
        const std::size_t kept = runs[0].rounds.size();
        QVERIFY(kept >= 1);
        for (const Round& recorded : runs[0].rounds)
            QCOMPARE(recorded.queries.size(), std::size_t{each}); // whole, or not there
        file.append(0, round(static_cast<int>(kept)));
        QCOMPARE(file.runs()[0].rounds.size(), kept + 1);
    }

    void testNothingIsOverwritten()
    {
        SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
        COMPARE_CONTAINS(errorText([&] { SessionFile::create(m_path, header(), {}, false); }), "exists already");
        QCOMPARE(SessionFile::open(m_path).runs().size(), std::size_t(1));
        SessionFile::create(m_path, header(), {}, true);
        QCOMPARE(SessionFile::open(m_path).runs().size(), std::size_t(0));
    }

    void testOneProgramAtATime()
    {
        const SessionFile first = SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "in use");
        COMPARE_CONTAINS(errorText([&] { SessionFile::create(m_path, header(), {}, true); }), "in use");
        const fs::path alias = m_path.parent_path() / "alias.inverso";
        fs::create_symlink(m_path, alias);
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(alias); }), "in use");
        QVERIFY(SessionFile::isInUse(m_path));
    }

    void testOthersMayLook()
    {
        {
            SessionFile writer = SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
            for (int number = 0; number < 3; ++number) {
                writer.append(0, roundOf(number, {{number + 1, 5, {50.0, 50.0}, number, unknown}}));
                QCOMPARE(SessionFile::view(m_path).runs()[0].rounds.size(), static_cast<std::size_t>(number + 1));
            }
            SessionFile look = SessionFile::view(m_path);
            writer.append(0, roundOf(3, {})); // goes on while somebody looks
            QCOMPARE(look.runs()[0].rounds.size(), std::size_t(3));
            QVERIFY_EXCEPTION_THROWN(look.finish(0, 1.0), std::logic_error);
        }
        QVERIFY(!SessionFile::isInUse(m_path));
        QCOMPARE(entriesOf(m_path.parent_path()), QStringList{"s.inverso"});
    }

    void testLookingChangesNothing_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("the first version") << 1;
        QTest::newRow("the second version") << 2;
    }

    void testLookingChangesNothing()
    {
        QFETCH(int, version);
        const fs::path odd = m_path.parent_path() / "100% sure? #1.inverso"; // what means something in an address
        {
            SessionFile file = SessionFile::create(odd, header(), std::vector{unusualSettings(3)}, false);
            file.append(0, roundOf(0, {{1, 5, {50.0, 50.0}, 0, unknown}}));
        }
        makeOlder(odd, version);
        const std::string before = contentOf(odd);
        const std::vector<RecordedRun> runs = SessionFile::view(odd).runs();
        QCOMPARE(runs[0].rounds.size(), std::size_t(1));
        QCOMPARE(runs[0].rounds[0].queries.size(), std::size_t(1));
        QVERIFY(contentOf(odd) == before);
        QCOMPARE(entriesOf(odd.parent_path()).size(), qsizetype(1));
    }

    void testStrangersAreRefused()
    {
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "There is no session");
        std::ofstream(m_path) << "these are the notes of last Tuesday, and they are long enough for a header page";
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "not a session of Inverso");
        fs::remove(m_path);
        std::ofstream(m_path).flush(); // SQLite takes an empty file for an empty database
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "not a session of Inverso");
        COMPARE_CONTAINS(errorText([&] { SessionFile::view(m_path); }), "not a session of Inverso");
        QCOMPARE(fs::file_size(m_path), std::uintmax_t(0)); // and is left as it was
    }

    void testAForeignSchemaIsRefused_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("view") << QByteArray("CREATE VIEW v AS SELECT 1") << QByteArray("the view \"v\"");
        // Would make a query out of nothing whenever a round is written.
        QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON round BEGIN INSERT INTO query VALUES "
                                               "(0, 99, 0, '', 100, 100, 100); END")
                                 << QByteArray("the trigger \"t\"");
        QTest::newRow("a view in place of a table")
            << QByteArray("ALTER TABLE query RENAME TO q; CREATE VIEW query AS SELECT * FROM q")
            << QByteArray("the view \"query\"");
        QTest::newRow("virtual table") << QByteArray("CREATE VIRTUAL TABLE f USING fts5(x)")
                                       << QByteArray("table \"f\"");
        QTest::newRow("computed column") << QByteArray(
            "ALTER TABLE run ADD COLUMN big TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000000)))")
                                         << QByteArray("the table \"run\"");
    }

    void testAForeignSchemaIsRefused()
    {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, says);
        SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
        QCOMPARE(SessionFile::open(m_path).runs().size(), std::size_t(1));
        try {
            SQLite::Database(m_path.string(), SQLite::OPEN_READWRITE).exec(change.toStdString());
        } catch (const SQLite::Exception& error) {
            QSKIP(error.what()); // this SQLite lacks FTS5
        }
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), says.toStdString());
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "another program");
    }

    void testNewerVersionIsRefused()
    {
        SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
        {
            // PRAGMA user_version is bytes 60 to 63 of the file, big-endian.
            std::fstream file(m_path, std::ios::in | std::ios::out | std::ios::binary);
            file.seekp(63);
            file.put(99);
        }
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "newer Inverso");
    }

    void testAFileOfTheFirstVersionIsMigrated()
    {
        {
            SessionFile file = SessionFile::create(m_path, header(), std::vector{unusualSettings(3)}, false);
            file.append(0, roundOf(0, {{1, 5, {50.0, 50.0}, 0, unknown}}));
        }
        makeOlder(m_path, 1);
        for (int number = 1; number < 3; ++number) { // opened twice: the second time it is of this version already
            SessionFile file = SessionFile::open(m_path);
            const std::vector<Round> rounds = file.runs()[0].rounds;
            QCOMPARE(rounds.size(), static_cast<std::size_t>(number));
            QCOMPARE(rounds[0].decodes.duplicates, 5);
            QCOMPARE(rounds[0].decodes.lacking, 0); // the first version did not tell
            QVERIFY(rounds[0].candidates.empty());
            file.append(0, roundOf(number, {{number + 1, 6, {50.0, 50.0}, number, unknown}}));
        }
    }

    void testOddPaths()
    {
        for (const fs::path& odd : oddPaths(m_path.parent_path())) {
            COMPARE_CONTAINS(errorText([&] { SessionFile::create(odd, header(), {}, false); }), odd.string());
            COMPARE_CONTAINS(errorText([&] { SessionFile::open(odd); }), odd.string());
            COMPARE_CONTAINS(errorText([&] { SessionFile::view(odd); }), odd.string());
        }
    }

    void testUnwritableFolder()
    {
        const fs::path path = m_path.parent_path() / "no" / "such" / "folder" / "s.inverso";
        COMPARE_CONTAINS(errorText([&] { SessionFile::create(path, header(), {}, false); }),
                         "Cannot write the session");
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_path;
};

QTEST_GUILESS_MAIN(TestSessionFile)
#include "tst_session_file.moc"
