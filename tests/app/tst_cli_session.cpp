// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded searches: interrupted, killed, gone on with.
#include "tests/app/cli_runner.h"

#include <QtTest>
#include <SQLiteCpp/SQLiteCpp.h>

#include <csignal>

using namespace inverso;

namespace {

// Long enough to be caught in the middle.
QStringList longSearch(int budget)
{
    return {"search", "--dataset", "alpha", "--method", "re", "--budget", QString::number(budget), "--seeds", "0..3"};
}

} // namespace

class TestCliSession : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeSyntheticTable(m_folder->filePath("made-up.csv"));
        m_session = m_folder->filePath("s.inverso");
    }

    void testFinishedSessionReportsItsResult()
    {
        const QStringList options = {"search", "--dataset", "alpha", "--method", "ls",        "--budget",
                                     "60",     "--seeds",   "2..4",  "--json",   "--session", m_session};
        const CliResult first = run(options);
        COMPARE_CODE(first, 0);
        const CliResult again = run({"resume", m_session, "--json"});
        COMPARE_CODE(again, 0);
        QCOMPARE(again.lines().size(), 3);
        QCOMPARE(withoutTimes(again.lines()), withoutTimes(first.lines()));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(again.lines()[i]["seconds"], first.lines()[i]["seconds"]);
    }

    // --force overwrites when the search begins, not when it turns out that it cannot.
    void testAFailedStartKeepsTheOldFiles()
    {
        const QString log = m_folder->filePath("log.jsonl");
        QStringList search = {"search", "--dataset", "alpha", "--method", "rs", "--budget", "20", "--out", log};
        COMPARE_CODE(run(search), 0);
        const auto content = [&] {
            QFile file(log);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = content();
        QVERIFY(!before.isEmpty());
        COMPARE_CODE(run(search + QStringList{"--force", "--session", "/nowhere/s.inverso"}), 1);
        QCOMPARE(content(), before);
        search[search.indexOf("20")] = "15";
        COMPARE_CODE(run(search + QStringList{"--force"}), 0);
        QVERIFY(!content().isEmpty() && content().count('\n') < before.count('\n'));
    }

    void testInterruptThenResume_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("terminated") << SIGTERM;
        QTest::newRow("killed") << SIGKILL;
    }

    void testInterruptThenResume()
    {
        QFETCH(int, signal);
        const CliResult whole = run(longSearch(3000) + QStringList{"--json"});
        COMPARE_CODE(whole, 0);

        QProcess process;
        startLong(process);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(60000));
        if (signal == SIGKILL) {
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        } else {
            CliResult result{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
            COMPARE_CODE(result, 130);
            VERIFY_SAYS(result, "queries made");
            VERIFY_SAYS(result, "resume");
        }

        const CliResult resumed = run({"resume", m_session, "--json"});
        COMPARE_CODE(resumed, 0);
        QCOMPARE(withoutTimes(resumed.lines()), withoutTimes(whole.lines()));
        QCOMPARE(withoutTimes(run({"resume", m_session, "--json"}).lines()), withoutTimes(whole.lines()));
    }

    // One session, killed again and again, wherever it happens to be: while it opens, replays, fits, writes.
    void testKilledTwentyTimes()
    {
        QStringList search = {"search", "--dataset", "alpha", "--method", "inn", "--budget", "120", "--seeds", "0..2"};
        QElapsedTimer time;
        time.start();
        const CliResult whole = run(search + QStringList{"--json"});
        COMPARE_CODE(whole, 0);
        const auto all = static_cast<int>(time.elapsed());
        constexpr quint32 seed = 20;
        QRandomGenerator random(seed);
        search += {"--session", m_session};
        int recorded = 0; // kills that came when there was something to lose
        for (int kill = 0; kill < 20; ++kill) {
            const bool begun = QFileInfo::exists(m_session);
            recorded += begun ? 1 : 0;
            QProcess process;
            process.setProcessEnvironment(cliEnvironment(m_folder->path()));
            process.start(INVERSO_CLI, begun ? QStringList{"resume", m_session} : search);
            QVERIFY(process.waitForStarted());
            if (process.waitForFinished(random.bounded(all / 10, all)))
                break; // the last came through
            process.kill();
            QVERIFY(process.waitForFinished(60000));
        }
        QVERIFY(recorded > 0);
        const CliResult resumed = run({"resume", m_session, "--json"});
        COMPARE_CODE(resumed, 0);
        QCOMPARE(withoutTimes(resumed.lines()), withoutTimes(whole.lines()));
    }

    void testOneProgramAtATime()
    {
        QProcess process;
        startLong(process);
        ::kill(static_cast<pid_t>(process.processId()), SIGSTOP); // it has the session open, but comes no further
        const CliResult second = run({"resume", m_session});
        COMPARE_CODE(second, 1);
        VERIFY_SAYS(second, "in use");
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished(60000));
        COMPARE_CODE(run({"resume", m_session}), 0); // the lock went with the program
    }

    // A session whose state is damaged does its rounds again, and comes out the same.
    void testADamagedCheckpointIsDoneWithout()
    {
        const QStringList search = {"search", "--dataset", "alpha", "--method", "inn", "--budget", "45"};
        const CliResult whole = run(search + QStringList{"--json"});
        COMPARE_CODE(whole, 0);
        COMPARE_CODE(run(search + QStringList{"--session", m_session}), 0);
        {
            SQLite::Database database(m_session.toStdString(), SQLite::OPEN_READWRITE);
            QCOMPARE(database.execAndGet("SELECT count(*) FROM checkpoint").getInt(), 1);
            database.exec("UPDATE checkpoint SET bytes = CAST(substr(bytes, 2) AS BLOB)");
            forgetAfter(database, 2);
        }
        const CliResult resumed = run({"resume", m_session, "--json"});
        COMPARE_CODE(resumed, 0);
        QCOMPARE(withoutTimes(resumed.lines()), withoutTimes(whole.lines()));
    }

    // With what is recorded of the first rounds, and the state after one of them, it comes out the same, too.
    void testGoesOnFromTheCheckpoint()
    {
        const QStringList search = {"search", "--dataset", "alpha", "--method", "inn", "--budget", "45"};
        const CliResult whole = run(search + QStringList{"--json"});
        COMPARE_CODE(whole, 0);
        COMPARE_CODE(run(search + QStringList{"--rounds", "4", "--session", m_session}), 0);
        {
            SQLite::Database database(m_session.toStdString(), SQLite::OPEN_READWRITE);
            QCOMPARE(database.execAndGet("SELECT count(*) FROM checkpoint").getInt(), 1);
            database.exec("UPDATE run SET finished = 0, "
                          "settings = replace(settings, '\"rounds\":4', '\"rounds\":100')");
        }
        const CliResult resumed = run({"resume", m_session, "--json"});
        COMPARE_CODE(resumed, 0);
        QCOMPARE(withoutTimes(resumed.lines()), withoutTimes(whole.lines()));
    }

    // What is behind the checkpoint is taken as recorded; without one it is done again, and checked.
    void testRoundsBehindTheCheckpointAreNotDoneAgain()
    {
        COMPARE_CODE(run({"search", "--dataset", "alpha", "--method", "inn", "--budget", "45", "--session", m_session}),
                     0);
        SQLite::Database database(m_session.toStdString(), SQLite::OPEN_READWRITE);
        forgetAfter(database, roundsOfCheckpoint(database) - 1);
        // Two labels asked in the other order: another search would have done that.
        database.exec("UPDATE query SET number = 1000 WHERE number = 1; UPDATE query SET number = 1 WHERE number = 2;"
                      "UPDATE query SET number = 2 WHERE number = 1000");
        COMPARE_CODE(run({"resume", m_session}), 0);
        forgetAfter(database, 2);
        database.exec("DELETE FROM checkpoint");
        const CliResult replayed = run({"resume", m_session});
        COMPARE_CODE(replayed, 1);
        VERIFY_SAYS(replayed, "repeated, queries");
    }

    void testFoldersWithSpacesAndOtherLetters()
    {
        const QString folder = m_folder->filePath(QString::fromUtf8("Große Läufe 測試"));
        QVERIFY(QDir().mkpath(folder));
        const QString table = folder + QString::fromUtf8("/meine Tabelle é.csv");
        QVERIFY(QFile::rename(m_folder->filePath("made-up.csv"), table));
        const QString session = folder + "/ein Lauf.inverso";
        const QString report = folder + "/die Seite.html";
        const CliResult first = run({"search", "--benchmark", table, "--dataset", "alpha", "--method", "re", "--budget",
                                     "30", "--session", session, "--report", report, "--json"});
        COMPARE_CODE(first, 0);
        QVERIFY(QFileInfo(report).size() > 1000);
        const CliResult again = run({"resume", session, "--json"});
        COMPARE_CODE(again, 0);
        QCOMPARE(withoutTimes(again.lines()), withoutTimes(first.lines()));
    }

    void testInterruptWithoutSession()
    {
        QProcess process;
        process.setProcessEnvironment(cliEnvironment(m_folder->path()));
        const QString log = m_folder->filePath("log.jsonl");
        process.start(INVERSO_CLI, longSearch(15000) + QStringList{"--out", log});
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(log).size() > 1000, 30000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30000));
        CliResult result{process.exitCode(), {}, process.readAllStandardError()};
        COMPARE_CODE(result, 130);
        VERIFY_SAYS(result, "--out file");
    }

    void testTheLogOfAResumedSearchIsWhole()
    {
        const QString one = m_folder->filePath("one.jsonl");
        const QString two = m_folder->filePath("two.jsonl");
        QStringList options = {"search", "--dataset", "alpha", "--method", "rs", "--budget", "30", "--out", one};
        COMPARE_CODE(run(options + QStringList{"--session", m_session}), 0);
        COMPARE_CODE(run({"resume", m_session, "--out", two}), 0);
        QCOMPARE(queries(two), queries(one));
        QCOMPARE(queries(one).size(), 30);
    }

    void testAnotherTableIsRefused()
    {
        COMPARE_CODE(run({"search", "--dataset", "alpha", "--method", "rs", "--budget", "30", "--session", m_session}),
                     0);
        QFile table(m_folder->filePath("made-up.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QByteArray text = table.readAll();
        table.close();
        // The same table elsewhere will do …
        QVERIFY(table.rename(m_folder->filePath("moved.csv")));
        COMPARE_CODE(run({"resume", m_session}), 1);
        COMPARE_CODE(run({"resume", m_session, "--benchmark", m_folder->filePath("moved.csv")}), 0);
        // … one with other accuracies not.
        text.replace("40.0", "41.0");
        std::ofstream(m_folder->filePath("other.csv").toStdString()) << text.toStdString();
        const CliResult result = run({"resume", m_session, "--benchmark", m_folder->filePath("other.csv")});
        COMPARE_CODE(result, 1);
        VERIFY_SAYS(result, "not the one");
    }

    void testStrangersAreRefused()
    {
        std::ofstream(m_session.toStdString()) << "no session, but more than a few bytes of something else altogether";
        const CliResult result = run({"resume", m_session});
        COMPARE_CODE(result, 1);
        VERIFY_SAYS(result, "not a session of Inverso");
    }

    void testAModelFreeSessionCannotBeInverted()
    {
        COMPARE_CODE(run({"search", "--dataset", "alpha", "--method", "rs", "--budget", "30", "--session", m_session}),
                     0);
        const CliResult result = run({"invert", "--target", "0.9", "--session", m_session});
        COMPARE_CODE(result, 2);
        VERIFY_SAYS(result, "no model");
    }

private:
    static int roundsOfCheckpoint(SQLite::Database& database)
    {
        static const QRegularExpression rounds(QStringLiteral(R"re("search.rounds":"(\d+)")re"));
        SQLite::Statement row(database, "SELECT bytes FROM checkpoint");
        if (!row.executeStep())
            return 0;
        const std::string bytes = row.getColumn(0).getString();
        return rounds.match(QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size())))
            .captured(1)
            .toInt();
    }

    // As if the program had died after that round.
    static void forgetAfter(SQLite::Database& database, int last)
    {
        database.exec("UPDATE run SET finished = 0");
        for (const auto& [table, number] : {std::pair("round", "number"), std::pair("query", "round"),
                                            std::pair("candidate", "round"), std::pair("loss", "round")})
            database.exec(std::string("DELETE FROM ") + table + " WHERE " + number + " > " + std::to_string(last));
    }

    CliResult run(const QStringList& arguments) { return runCli(arguments, m_folder->path()); }

    // Starts the long search with a session and returns once some rounds are recorded.
    void startLong(QProcess& process)
    {
        process.setProcessEnvironment(cliEnvironment(m_folder->path()));
        const QString log = m_folder->filePath("long.jsonl");
        process.start(INVERSO_CLI, longSearch(3000) + QStringList{"--session", m_session, "--out", log});
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(log).size() > 20000, 30000);
    }

    static QList<QJsonObject> queries(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        CliResult log;
        log.out = file.readAll();
        QList<QJsonObject> queries = log.lines();
        queries.removeIf([](const QJsonObject& line) { return line["event"].toString() != "query"; });
        return queries;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_session;
};

QTEST_GUILESS_MAIN(TestCliSession)
#include "tst_cli_session.moc"
