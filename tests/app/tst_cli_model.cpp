// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that need a model, with the shipped weights on a made-up table: how they behave, not how
// good they are.
#include "tests/app/cli_runner.h"

#include <QtTest>

#include <csignal>

using namespace inverso;

class TestCliModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFile::exists(INVERSO_WEIGHTS "/nasbench201-default.safetensors"))
            QSKIP("resources/weights has no nasbench201-default.safetensors (./dev weights makes it)");
        writeSyntheticTable(m_folder.filePath("made-up.csv"));
    }

    void testSearchIsReproducible()
    {
        const QStringList options = {"search", "--dataset", "alpha", "--budget", "30", "--seeds", "0..1", "--json"};
        const CliResult one = run(options + QStringList{"--threads", "1"});
        COMPARE_CODE(one, 0);
        QCOMPARE(one.lines().size(), 2);
        QCOMPARE(one.lines().first()["method"].toString(), "inn");
        QCOMPARE(one.lines().first()["queries"].toInt(), 30);
        const CliResult two = run(options + QStringList{"--threads", "2"});
        QCOMPARE(withoutTimes(two.lines()), withoutTimes(one.lines()));
    }

    void testInterruptResumeAndInvert()
    {
        const QString session = m_folder.filePath("s.inverso");
        const QString log = m_folder.filePath("s.jsonl");
        const QStringList options = {"search", "--dataset", "alpha", "--budget", "60", "--seed", "5"};
        const CliResult whole = run(options + QStringList{"--json"});
        COMPARE_CODE(whole, 0);

        QProcess process;
        process.setProcessEnvironment(cliEnvironment(m_folder.path()));
        process.start(INVERSO_CLI, options + QStringList{"--session", session, "--out", log});
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(log).size() > 3000, 120000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        CliResult interrupted{process.exitCode(), {}, process.readAllStandardError()};
        COMPARE_CODE(interrupted, 130);

        // The model of an unfinished search can be inverted as well.
        const CliResult inverted = run({"invert", "--target", "0.7", "--count", "4", "--session", session, "--json"});
        COMPARE_CODE(inverted, 0);
        QCOMPARE(inverted.lines().size(), 4);

        const CliResult resumed = run({"resume", session, "--json"});
        COMPARE_CODE(resumed, 0);
        QCOMPARE(withoutTimes(resumed.lines()), withoutTimes(whole.lines()));
    }

    void testInvert()
    {
        const QStringList options = {"invert", "--dataset", "alpha", "--labels", "100+20", "--count", "5", "--json"};
        const CliResult fraction = run(options + QStringList{"--target", "0.6"});
        COMPARE_CODE(fraction, 0);
        bool pure = false;
        const QList<QJsonObject> lines = fraction.lines(&pure);
        QVERIFY(pure);
        QCOMPARE(lines.size(), 5);
        for (const QJsonObject& line : lines) {
            QCOMPARE(line.keys(), QStringList({"cell", "predicted", "target", "true"}));
            QCOMPARE(line["target"].toDouble(), 60.0);
            QVERIFY(line["true"].toDouble() > 30.0);
        }
        const CliResult percent = run(options + QStringList{"--target", "60"});
        COMPARE_CODE(percent, 0);
        VERIFY_SAYS(percent, "percent");
        QCOMPARE(percent.lines(), lines);
    }

    void testEvaluate()
    {
        const QStringList options = {"--dataset", "alpha", "--labels", "100+20", "--json"};
        const CliResult regression = run(QStringList{"evaluate", "regression"} + options);
        COMPARE_CODE(regression, 0);
        QCOMPARE(regression.lines().size(), 1);
        QCOMPARE(regression.lines().first().keys(), QStringList({"kendall", "n", "rmse", "spearman"}));
        QVERIFY(regression.lines().first()["kendall"].toDouble() > 0.3);

        const CliResult inversion = run(QStringList{"evaluate", "inversion", "--targets", "10"} + options);
        COMPARE_CODE(inversion, 0);
        const QJsonObject object = inversion.lines().first();
        QCOMPARE(object["data"].toObject().keys(), QStringList({"distinct", "invalid", "mean", "median", "n", "p90"}));
        QCOMPARE(object["sweep"].toObject().keys(),
                 QStringList({"best_possible", "mean", "median", "n", "p90", "range_high", "range_low"}));
        QCOMPARE(object["data"].toObject()["n"].toInt(), 10);
    }

    void testCancelledPretrainingWritesNothing()
    {
        const QString out = m_folder.filePath("w.safetensors");
        QProcess process;
        process.start(INVERSO_CLI, {"pretrain", "--preset", "thesis", "--out", out});
        QVERIFY(process.waitForStarted());
        QTest::qWait(3000); // into the first epochs
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        CliResult result{process.exitCode(), {}, process.readAllStandardError()};
        COMPARE_CODE(result, 130);
        QVERIFY(!QFile::exists(out));
    }

private:
    CliResult run(const QStringList& arguments) { return runCli(arguments, m_folder.path()); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliModel)
#include "tst_cli_model.moc"
