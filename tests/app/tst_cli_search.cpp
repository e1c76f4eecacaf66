// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_runner.h"

#include <QtTest>

using namespace inverso;

class TestCliSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { writeSyntheticTable(m_folder.filePath("made-up.csv")); }

    void testEndEvents()
    {
        const CliResult result = search({"--method", "rs", "--budget", "40", "--seeds", "3..6", "--json"});
        COMPARE_CODE(result, 0);
        bool pure = false;
        const QList<QJsonObject> lines = result.lines(&pure);
        QVERIFY(pure);
        QCOMPARE(lines.size(), 4);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(lines[i].keys(),
                     QStringList({"best_cell", "best_valid", "dataset", "duplicates", "event", "first_best_query",
                                  "generated", "invalid", "lacking", "max_test", "method", "phases", "queries",
                                  "seconds", "seed", "test_of_best_valid"}));
            QCOMPARE(lines[i]["event"].toString(), "end");
            QCOMPARE(lines[i]["seed"].toInt(), 3 + i);
            QCOMPARE(lines[i]["queries"].toInt(), 40);
            QCOMPARE(lines[i]["test_of_best_valid"].toDouble(), lines[i]["best_valid"].toDouble() - 0.5);
            QVERIFY(lines[i]["first_best_query"].toInt() >= 1 && lines[i]["first_best_query"].toInt() <= 40);
            QCOMPARE(lines[i]["phases"].toObject().keys(),
                     QStringList({"fine_tune", "generate", "other", "predict", "retrain"}));
        }
        QVERIFY(lines[0]["best_cell"] != lines[1]["best_cell"] || lines[1]["best_cell"] != lines[2]["best_cell"]);
    }

    void testSeedIsSeeds()
    {
        const QStringList options = {"--method", "re", "--budget", "60", "--json"};
        const auto bySeed = withoutTimes(search(options + QStringList{"--seed", "7"}).lines());
        QCOMPARE(bySeed.size(), 1);
        QCOMPARE(withoutTimes(search(options + QStringList{"--seeds", "7"}).lines()), bySeed);
        QCOMPARE(withoutTimes(search(options + QStringList{"--seeds", "7..7"}).lines()), bySeed);
    }

    void testThreadsChangeNothing()
    {
        const QStringList options = {"--method", "ls", "--budget", "80", "--seeds", "0..7", "--json"};
        const auto one = withoutTimes(search(options + QStringList{"--threads", "1"}).lines());
        QCOMPARE(one.size(), 8);
        QCOMPARE(withoutTimes(search(options + QStringList{"--threads", "4"}).lines()), one);
    }

    void testTable()
    {
        const CliResult result = search({"--method", "ls", "--budget", "50", "--seeds", "0..2"});
        COMPARE_CODE(result, 0);
        QVERIFY(result.err.isEmpty()); // no progress when stderr is no terminal
        for (const char* part : {"best valid %", "test of best %", "max test %", "mean ± std", "median",
                                 "90th percentile", "At the table's best", "alpha", "made-up.csv"})
            QVERIFY2(result.out.contains(part), part);
    }

    void testLog()
    {
        const QString path = m_folder.filePath("log.jsonl");
        const CliResult result =
            search({"--method", "re", "--budget", "30", "--seeds", "0..1", "--json", "--out", path});
        COMPARE_CODE(result, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        CliResult log;
        log.out = file.readAll();
        bool pure = false;
        QMap<QString, int> events;
        QMap<int, int> numbers; // per seed, the last query's number
        QList<QJsonObject> ends;
        for (const QJsonObject& line : log.lines(&pure)) {
            const QString event = line["event"].toString();
            ++events[event];
            if (event == "query") {
                QCOMPARE(line.keys(),
                         QStringList({"cell", "event", "n", "predicted", "round", "seed", "test", "valid"}));
                QCOMPARE(line["n"].toInt(), ++numbers[line["seed"].toInt()]);
                QVERIFY(line["predicted"].isNull());
            } else if (event == "end") {
                ends.append(line);
            }
        }
        QVERIFY(pure);
        QCOMPARE(events["query"], 60);
        QCOMPARE(events["end"], 2);
        QVERIFY(events["round"] >= 2);
        std::ranges::sort(ends, {}, [](const QJsonObject& end) { return end["seed"].toInt(); });
        QCOMPARE(ends, result.lines());
    }

    void testReport()
    {
        const QString path = m_folder.filePath("report.html");
        const CliResult result = search({"--method", "ls", "--budget", "60", "--seeds", "0..2", "--report", path});
        COMPARE_CODE(result, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray page = file.readAll();
        QVERIFY(page.startsWith("<!DOCTYPE html>") && page.trimmed().endsWith("</html>"));
        QCOMPARE(page.count("<polyline"), 4);                      // three seeds and their mean
        QCOMPARE(page.count("<svg"), 2);                           // the curve and the cell
        QVERIFY(page.contains("<div class=\"cell scroll\"><svg")); // toPageElement(), which the page's style colours
        QVERIFY(!page.contains("<script") && !page.contains("<link") && !page.contains("src="));
        QVERIFY(!page.contains("NaN") && !page.contains(">nan"));
    }

    void testStopAtBest()
    {
        const CliResult result =
            search({"--method", "ls", "--budget", "15625", "--stop-at-best", "--seed", "1", "--json"});
        COMPARE_CODE(result, 0);
        const QJsonObject end = result.lines().first();
        QCOMPARE(end["first_best_query"].toInt(), end["queries"].toInt());
        QVERIFY(end["queries"].toInt() < 15625);
    }

    void testFirstTableIsTheDefault()
    {
        const CliResult byName = runCli(
            {"search", "--benchmark", "made-up", "--dataset", "beta", "--method", "rs", "--budget", "20", "--json"},
            m_folder.path());
        COMPARE_CODE(byName, 0);
        const CliResult byDefault =
            runCli({"search", "--dataset", "beta", "--method", "rs", "--budget", "20", "--json"}, m_folder.path());
        QCOMPARE(withoutTimes(byName.lines()), withoutTimes(byDefault.lines()));
    }

    void testRealTable()
    {
        const QString benchmarks = qEnvironmentVariable("INVERSO_BENCHMARKS");
        if (benchmarks.isEmpty())
            QSKIP("INVERSO_BENCHMARKS is not set: no real table to search");
        if (!QFile::exists(benchmarks + "/nasbench201.csv"))
            QSKIP("INVERSO_BENCHMARKS has no nasbench201.csv");
        const CliResult result = runCli({"search", "--benchmark", benchmarks + "/nasbench201.csv", "--dataset",
                                         "cifar10", "--method", "rs", "--budget", "190", "--seeds", "0..19", "--json"});
        COMPARE_CODE(result, 0);
        double sum = 0.0;
        for (const QJsonObject& end : result.lines())
            sum += end["best_valid"].toDouble();
        // Known: 91.166 over 300 seeds, of which one has a deviation of about 0.2.
        QVERIFY2(std::abs(sum / 20 - 91.17) < 0.2, qPrintable(QString::number(sum / 20)));
    }

private:
    CliResult search(const QStringList& options)
    {
        return runCli(QStringList{"search", "--dataset", "alpha"} + options, m_folder.path());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliSearch)
#include "tst_cli_search.moc"
