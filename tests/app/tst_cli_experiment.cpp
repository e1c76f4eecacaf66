// SPDX-License-Identifier: GPL-3.0-or-later
// Experiments: run once, killed, gone on with, in parts, reported.
#include "tests/app/cli_runner.h"

#include <QtTest>

#include <csignal>

using namespace inverso;

class TestCliExperiment : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeSyntheticTable(m_folder->filePath("made-up.csv"));
        m_plan = m_folder->filePath("plan.json");
        writePlan(40);
    }

    void testRunsAreThoseOfSearch()
    {
        const CliResult result = run({"reproduce", m_plan, "--out", folder("a"), "--json"});
        COMPARE_CODE(result, 0);
        QCOMPARE(result.lines().size(), 1);
        const QJsonObject sums = result.lines().first();
        QCOMPARE(sums["done"].toInt(), 6); // two searches, three seeds
        QCOMPARE(sums["missing_tables"].toArray().size(), 1);
        QCOMPARE(sums["not_available"].toArray().size(), 1);
        VERIFY_SAYS(result, "no method not-yet-written");
        VERIFY_SAYS(result, "No table of nasbench201 for Gamma");

        const QList<QJsonObject> records = searches("a");
        QCOMPARE(records.size(), 6);
        for (const QString& method : {QStringLiteral("re"), QStringLiteral("ls")})
            requireSameAsSearch(records, method, {"--budget", "40", "--seeds", "0..2"}, 3);
    }

    void testRunsWithAModelAreThoseOfSearch()
    {
        std::ofstream(m_plan.toStdString())
            << R"({"name": "model", "benchmarks": [{"name": "Alpha", "space": "nasbench201", "datasets": ["alpha"]}],
                   "searches": [{"method": "inn", "budget": 20, "set": {"members": 2}}]})";
        COMPARE_CODE(run({"reproduce", m_plan, "--out", folder("a"), "--seeds", "1"}), 0);
        requireSameAsSearch(searches("a"), "inn", {"--budget", "20", "--set", "members=2", "--seeds", "0..0"}, 1);
    }

    void testNothingIsDoneTwice()
    {
        COMPARE_CODE(run({"reproduce", m_plan, "--out", folder("a"), "--seeds", "1"}), 0);
        const CliResult more = run({"reproduce", m_plan, "--out", folder("a"), "--seeds", "2", "--json"});
        COMPARE_CODE(more, 0);
        QCOMPARE(more.lines().first()["known"].toInt(), 2);
        QCOMPARE(more.lines().first()["done"].toInt(), 2);
        QCOMPARE(searches("a").size(), 4);
    }

    void testInterruptedThenGoneOnWith_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl-C") << SIGINT;
        QTest::newRow("terminated") << SIGTERM;
        QTest::newRow("killed") << SIGKILL;
    }

    void testInterruptedThenGoneOnWith()
    {
        QFETCH(int, signal);
        writePlan(1500);
        const QStringList command = {"reproduce", m_plan, "--out", folder("a"), "--seeds", "40", "--threads", "2"};
        QProcess process;
        process.setProcessEnvironment(cliEnvironment(m_folder->path()));
        process.start(INVERSO_CLI, command);
        QTRY_VERIFY_WITH_TIMEOUT(searches("a").size() >= 3, 60000);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(60000));
        if (signal == SIGKILL) {
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        } else {
            const CliResult result{process.exitCode(), {}, process.readAllStandardError()};
            COMPARE_CODE(result, 130);
            VERIFY_SAYS(result, "of 80 runs finished");
            VERIFY_SAYS(result, "the same command continues");
        }
        const QList<QJsonObject> before = searches("a");
        QVERIFY(before.size() >= 3 && before.size() < 80);
        // What a kill in the middle of writing would leave.
        QFile file(folder("a") + "/results.jsonl");
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"event\":\"search\",\"format\":1,\"id\":\"01");
        file.close();

        const CliResult again = run(command + QStringList{"--json"});
        COMPARE_CODE(again, 0);
        VERIFY_SAYS(again, "is incomplete");
        QCOMPARE(again.lines().first()["known"].toInt(), before.size());
        QCOMPARE(again.lines().first()["done"].toInt(), 80 - before.size());
        const QList<QJsonObject> after = searches("a");
        QCOMPARE(after.size(), 80);
        QCOMPARE(after.first(before.size()), before); // with their times: not done again
        QSet<QString> ids;
        for (const QJsonObject& record : after)
            ids.insert(record["id"].toString());
        QCOMPARE(ids.size(), 80);
    }

    void testPartsMerge()
    {
        COMPARE_CODE(run({"reproduce", m_plan, "--out", folder("whole")}), 0);
        COMPARE_CODE(run({"reproduce", m_plan, "--out", folder("one"), "--shard", "1/2"}), 0);
        COMPARE_CODE(run({"reproduce", m_plan, "--out", folder("two"), "--shard", "2/2"}), 0);
        QCOMPARE(searches("one").size(), 3);
        QCOMPARE(searches("two").size(), 3);

        // Folders by copying, files by writing one behind the other.
        QVERIFY(QDir().mkpath(folder("merged")));
        QVERIFY(QFile::copy(folder("one") + "/results-1-of-2.jsonl", folder("merged") + "/results-1-of-2.jsonl"));
        QVERIFY(QFile::copy(folder("two") + "/results-2-of-2.jsonl", folder("merged") + "/results-2-of-2.jsonl"));
        QVERIFY(QDir().mkpath(folder("joined")));
        QFile joined(folder("joined") + "/any-name.jsonl");
        QVERIFY(joined.open(QIODevice::WriteOnly));
        joined.write(read(folder("two") + "/results-2-of-2.jsonl") + read(folder("one") + "/results-1-of-2.jsonl"));
        joined.close();

        const QList<QByteArray> whole = reportWithoutTimes("whole");
        QVERIFY(whole.size() > 8);
        QCOMPARE(reportWithoutTimes("merged"), whole);
        QCOMPARE(reportWithoutTimes("joined"), whole);
        const CliResult nothing = run({"reproduce", m_plan, "--out", folder("merged"), "--json"});
        QCOMPARE(nothing.lines().first()["done"].toInt(), 0);
    }

    void testReport()
    {
        COMPARE_CODE(run({"reproduce", m_plan, "--out", folder("a"), "--seeds", "2"}), 0);
        const CliResult result = run({"report", folder("a"), "--json"});
        COMPARE_CODE(result, 0);
        const QJsonObject written = result.lines().first();
        const QByteArray page = read(written["html"].toString());
        QVERIFY(page.startsWith("<!DOCTYPE html>") && page.trimmed().endsWith("</html>"));
        QVERIFY(page.contains("<polygon") && page.contains("not available: this build has no method"));
        QVERIFY(!page.contains("<script") && !page.contains("src=") && !page.contains("nan"));
        QVERIFY(read(written["markdown"].toString()).contains("| RE | 40 | 2 |"));
        QVERIFY(read(written["csv"].toString()).startsWith("plan,benchmark,part,"));
        COMPARE_CODE(run({"report", folder("a")}), 0); // again, over the old one
    }

    void testEvaluationsAreThoseOfEvaluate()
    {
        std::ofstream(m_plan.toStdString())
            << R"({"name": "fit", "benchmarks": [{"name": "Alpha", "space": "nasbench201", "datasets": ["alpha"]}],
                   "evaluations": [{"label": "INN", "labels": "30+10", "targets": 20, "set": {"members": 2}}]})";
        COMPARE_CODE(run({"reproduce", m_plan, "--out", folder("a"), "--seeds", "1"}), 0);
        const QList<QJsonObject> records = lines("a", "evaluation");
        QCOMPARE(records.size(), 1);
        const QStringList options = {"--dataset", "alpha", "--labels", "30+10", "--set", "members=2", "--json"};
        const CliResult regression = run(QStringList{"evaluate", "regression"} + options);
        COMPARE_CODE(regression, 0);
        for (const char* number : {"n", "rmse", "spearman", "kendall"})
            QCOMPARE(records[0]["regression"].toObject()[number], regression.lines().first()[number]);
        const CliResult inversion = run(QStringList{"evaluate", "inversion", "--targets", "20"} + options);
        COMPARE_CODE(inversion, 0);
        for (const char* part : {"data", "sweep"})
            for (const char* number : {"n", "mean", "median", "p90"})
                QCOMPARE(records[0][part].toObject()[number], inversion.lines().first()[part].toObject()[number]);
        COMPARE_CODE(run({"report", folder("a")}), 0);
        QCOMPARE(read(folder("a") + "/report.html").count("<figure class=\"square\">"), 3);
    }

    void testFailures_data()
    {
        const FailureRows row;
        row("unknown plan", "reproduce table2 --out a", 2,
            "table1, table3, table4, table5, table6, table7, figures, peers");
        row("no folder", "reproduce table7", 2, "--out");
        row("part beyond", "reproduce table7 --out a --shard 3/2", 2, "--shard is \"3/2\"");
        row("part of none", "reproduce table7 --out a --shard 1", 2, "--shard is \"1\"");
        row("no seeds", "reproduce table7 --out a --seeds 0", 2, "--seeds");
        row("unwritable", "reproduce table7 --out /proc/no", 1, "Cannot create the folder");
        row("no results", "report /nonexistent", 1, "Cannot read the folder");
        row("no plan", "reproduce /etc/hostname --out /tmp/never-made", 1, "not valid JSON");
    }

    void testFailures()
    {
        QFETCH(QString, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        VERIFY_FAILS(run(arguments.split(' ')), code, says);
        QVERIFY(!QFile::exists("/tmp/never-made") && !QFile::exists("a")); // nothing is made for what cannot be run
    }

private:
    CliResult run(const QStringList& arguments) { return runCli(arguments, m_folder->path()); }
    [[nodiscard]] QString folder(const char* name) const { return m_folder->filePath(name); }

    void writePlan(int budget)
    {
        const QString text = QStringLiteral(R"({"name": "small", "seeds": 3,
            "benchmarks": [{"name": "Alpha", "space": "nasbench201", "datasets": ["alpha"]},
                           {"name": "Gamma", "space": "nasbench201", "datasets": ["gamma"]}],
            "searches": [{"label": "RE", "method": "re", "budget": %1}, {"label": "LS", "method": "ls", "budget": %1, "reference": true},
                         {"label": "New", "method": "not-yet-written", "budget": %1}]})")
                                 .arg(budget);
        std::ofstream(m_plan.toStdString()) << text.toStdString();
    }

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    // What is finished in a folder, in the order of files and lines; unfinished lines are none.
    [[nodiscard]] QList<QJsonObject> lines(const char* name, const char* event) const
    {
        QList<QJsonObject> found;
        const QDir directory(folder(name));
        for (const QString& file : directory.entryList({"*.jsonl"}, QDir::Files, QDir::Name)) {
            for (const QByteArray& line : read(directory.filePath(file)).split('\n')) {
                const QJsonObject object = QJsonDocument::fromJson(line).object();
                if (object["event"].toString() == event)
                    found.append(object);
            }
        }
        return found;
    }
    [[nodiscard]] QList<QJsonObject> searches(const char* name) const { return lines(name, "search"); }

    void requireSameAsSearch(const QList<QJsonObject>& records, const QString& method, const QStringList& options,
                             int seeds)
    {
        const QString log = m_folder->filePath(method + ".jsonl");
        COMPARE_CODE(run(QStringList{"search", "--dataset", "alpha", "--method", method, "--out", log} + options), 0);
        for (int seed = 0; seed < seeds; ++seed) {
            QVERIFY(!queriesOf(log, seed).isEmpty());
            QCOMPARE(queriesOf(records, method, seed), queriesOf(log, seed));
        }
    }

    using Query = std::tuple<QString, double, double, int>;

    static QList<Query> queriesOf(const QList<QJsonObject>& records, const QString& method, int seed)
    {
        QList<Query> queries;
        for (const QJsonObject& record : records) {
            const QJsonObject settings = record["settings"].toObject();
            if (settings["method"].toString() != method || settings["seed"].toInt() != seed)
                continue;
            const QJsonObject columns = record["queries"].toObject();
            for (qsizetype i = 0; i < columns["cell"].toArray().size(); ++i)
                queries.append({columns["cell"][i].toString(), columns["valid"][i].toDouble(),
                                columns["predicted"][i].toDouble(), columns["round"][i].toInt()});
        }
        return queries;
    }

    static QList<Query> queriesOf(const QString& log, int seed)
    {
        CliResult all;
        all.out = read(log);
        QList<Query> queries;
        for (const QJsonObject& line : all.lines())
            if (line["event"].toString() == "query" && line["seed"].toInt() == seed)
                queries.append({line["cell"].toString(), line["valid"].toDouble(), line["predicted"].toDouble(),
                                line["round"].toInt()});
        return queries;
    }

    // The rows of report.csv without the columns that no two runs share.
    QList<QByteArray> reportWithoutTimes(const char* name)
    {
        if (run({"report", folder(name)}).code != 0)
            return {};
        QList<QByteArray> rows;
        QList<qsizetype> times;
        // No field of this plan's report has a comma inside, but headings have: split those by their quotes.
        for (QByteArray line : read(folder(name) + "/report.csv").split('\n')) {
            QList<QByteArray> fields;
            bool quoted = false;
            QByteArray field;
            for (const char c : line + ',') {
                if (c == '"')
                    quoted = !quoted;
                else if (c == ',' && !quoted)
                    fields.append(std::exchange(field, {}));
                else
                    field.append(c);
            }
            if (times.isEmpty())
                for (qsizetype i = 0; i < fields.size(); ++i)
                    if (fields[i].startsWith("seconds per search"))
                        times.prepend(i);
            for (const qsizetype at : times)
                if (at < fields.size())
                    fields.removeAt(at);
            rows.append(fields.join(';'));
        }
        return times.size() == 2 ? rows : QList<QByteArray>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_plan;
};

QTEST_GUILESS_MAIN(TestCliExperiment)
#include "tst_cli_experiment.moc"
