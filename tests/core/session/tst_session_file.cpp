// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/session/session_file.h"
#include "core/session/settings_json.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"

#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <memory>

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

SearchSettings settings(std::uint64_t seed)
{
    SearchSettings settings;
    settings.method = "re";
    settings.preset = Preset::Thesis;
    settings.fineTune = FineTune::EndToEnd;
    settings.rankWeight = true;
    settings.seed = seed;
    settings.budget = 77;
    settings.initialTraining = 7;
    settings.initialValidation = 3;
    settings.overrides = {{"inn.blocks", "4"}, {"name with \"quotes\"", ""}};
    return settings;
}

Round roundOf(int number, std::vector<Query> queries)
{
    Round round;
    round.number = number;
    round.queries = std::move(queries);
    round.decodes = {.total = 40, .invalid = 2, .duplicates = 5, .lacking = 3};
    round.seconds = {0.5, 0.25, 0.125, 1.0, 2.0};
    return round;
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

    void testSettingsSurvive()
    {
        const SearchSettings before = settings(18446744073709551615ULL); // the largest seed
        const SearchSettings after = settingsFromJson(toJson(before));
        QCOMPARE(toJson(after), toJson(before));
        QCOMPARE(after.seed, before.seed);
        QVERIFY(after.preset == Preset::Thesis && after.fineTune == FineTune::EndToEnd && after.rankWeight);
        QVERIFY(after.overrides == before.overrides);
        COMPARE_CONTAINS(errorText([] { settingsFromJson("{}"); }), "cannot be read");
    }

    void testRoundsSurvive()
    {
        {
            SessionFile file = SessionFile::create(m_path, header(), std::vector{settings(3), settings(4)}, false);
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
        const std::vector<RecordedRound>& rounds = runs[1].rounds;
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
    }

    void testARoundIsWhole()
    {
        SessionFile file = SessionFile::create(m_path, header(), std::vector{settings(3)}, false);
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
        auto file = SessionFile::create(m_path, header(), std::vector{settings(1)}, false);
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
        for (const RecordedRound& recorded : runs[0].rounds)
            QCOMPARE(recorded.queries.size(), std::size_t{each}); // whole, or not there
        file.append(0, round(static_cast<int>(kept)));
        QCOMPARE(file.runs()[0].rounds.size(), kept + 1);
    }

    void testNothingIsOverwritten()
    {
        SessionFile::create(m_path, header(), std::vector{settings(3)}, false);
        COMPARE_CONTAINS(errorText([&] { SessionFile::create(m_path, header(), {}, false); }), "exists already");
        QCOMPARE(SessionFile::open(m_path).runs().size(), std::size_t(1));
        SessionFile::create(m_path, header(), {}, true);
        QCOMPARE(SessionFile::open(m_path).runs().size(), std::size_t(0));
    }

    void testOneProgramAtATime()
    {
        const SessionFile first = SessionFile::create(m_path, header(), std::vector{settings(3)}, false);
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "in use");
    }

    void testStrangersAreRefused()
    {
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "There is no session");
        std::ofstream(m_path) << "these are the notes of last Tuesday, and they are long enough for a header page";
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "no session of Inverso");
        fs::remove(m_path);
        std::ofstream(m_path).flush(); // SQLite takes an empty file for an empty database
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "not a session of Inverso");
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
        SessionFile::create(m_path, header(), std::vector{settings(3)}, false);
        QCOMPARE(SessionFile::open(m_path).runs().size(), std::size_t(1));
        try {
            SQLite::Database(m_path.string(), SQLite::OPEN_READWRITE).exec(change.toStdString());
        } catch (const SQLite::Exception& error) {
            QSKIP(error.what()); // this SQLite lacks FTS5
        }
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), says.toStdString());
        COMPARE_CONTAINS(errorText([&] { SessionFile::open(m_path); }), "another program");
    }

    void testNumbersThatAreNoneAreRefused()
    {
        for (const auto& [from, to] :
             {std::pair{"\"budget\":77", "\"budget\":1e300"}, std::pair{"\"budget\":77", "\"budget\":99999999999"},
              std::pair{"\"seed\":3", "\"seed\":-1.5"}}) {
            QString json = QString::fromStdString(toJson(settings(3)));
            QVERIFY(json.contains(QLatin1String(from)));
            json.replace(QLatin1String(from), QLatin1String(to));
            COMPARE_CONTAINS(errorText([&] { settingsFromJson(json.toStdString()); }), "no whole number");
        }
    }

    void testNewerVersionIsRefused()
    {
        SessionFile::create(m_path, header(), std::vector{settings(3)}, false);
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
            SessionFile file = SessionFile::create(m_path, header(), std::vector{settings(3)}, false);
            file.append(0, roundOf(0, {{1, 5, {50.0, 50.0}, 0, unknown}}));
        }
        {
            SQLite::Database database(m_path.string(), SQLite::OPEN_READWRITE);
            database.exec("ALTER TABLE round DROP COLUMN lacking");
            database.exec("PRAGMA user_version = 1");
        }
        for (int number = 1; number < 3; ++number) { // opened twice: the second time it is of this version already
            SessionFile file = SessionFile::open(m_path);
            const std::vector<RecordedRound> rounds = file.runs()[0].rounds;
            QCOMPARE(rounds.size(), static_cast<std::size_t>(number));
            QCOMPARE(rounds[0].decodes.duplicates, 5);
            QCOMPARE(rounds[0].decodes.lacking, 0); // the first version did not tell
            file.append(0, roundOf(number, {{number + 1, 6, {50.0, 50.0}, number, unknown}}));
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
