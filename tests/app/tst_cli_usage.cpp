// SPDX-License-Identifier: GPL-3.0-or-later
// Wrong usage and failures: the exit code, one sentence that names the option, nothing on stdout.
#include "tests/app/cli_runner.h"

#include <QtTest>

using namespace inverso;

class TestCliUsage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        writeSyntheticTable(m_folder.filePath("made-up.csv"));
    }

    void testFailure_data()
    {
        const FailureRows row;
        row("no command", "", 2, "info, space, pretrain");
        row("unknown command", "dance", 2, "dance");
        row("half a command", "space", 2, "count, show");
        row("unknown half", "evaluate fame", 2, "regression, inversion");
        row("unknown option", "info --loud", 2, "not expected: --loud");
        row("not a number", "info --threads many", 2, "--threads");
        row("threads out of range", "info --threads -1", 2, "--threads");

        row("unknown space", "space count --space imagenet", 2, "nasbench201");
        row("bad cell", "space show |nor_conv_9x9~0|", 2, "nor_conv_9x9");
        row("unknown format", "space show x --format gif", 2, "--format");
        row("unwritable file", "space show CELL --out /nonexistent/cell.txt", 1, "/nonexistent/cell.txt");

        row("unknown method", "search --dataset alpha --method magic", 2,
            "inn, inn-random, rs, ls, re, bananas, agnet, arch2vec-rl, arch2vec-bo, crlso, enumerate");
        row("budget below initial", "search --dataset alpha --method rs --budget 5 --initial 10", 2, "--budget");
        row("budget zero", "search --dataset alpha --method rs --budget 0", 2, "--budget");
        row("bad initial", "search --dataset alpha --method rs --initial 5+x", 2, "--initial");
        row("bad seeds", "search --dataset alpha --method rs --seeds 9..0", 2, "--seeds");
        row("seeds and seed", "search --dataset alpha --method rs --seeds 0..9 --seed 3", 2, "--seed");
        row("bad set", "search --dataset alpha --method rs --set blocks", 2, "--set");
        row("unknown setting", "search --dataset alpha --set membrs=3", 2, "--set membrs");
        row("setting out of range", "search --dataset alpha --set members=0", 2, "1 to 64");
        row("setting of no method", "search --dataset alpha --method rs --set foo=1", 2, "inn, inn-random");
        row("setting of another method", "search --dataset alpha --method crlso --set members=3", 2, "inn, inn-random");
        row("setting of another preset", "search --dataset alpha --set repeat=3", 2, "thesis");
        row("rank weight without use", "search --dataset alpha --rank-weight on", 2, "with the preset thesis");
        row("fine-tuning without use", "search --dataset alpha --fine-tune end-to-end", 2, "with the preset thesis");
        row("preset without use", "search --dataset alpha --method rs --preset thesis", 2, "--preset");
        row("candidates without use", "search --dataset alpha --method ls --candidates 9", 2, "bananas");
        row("rounds without use", "search --dataset alpha --method re --rounds 9", 2, "--rounds");
        row("weights without use", "search --dataset alpha --method rs --weights w.safetensors", 2, "--weights");
        row("rank weight of a fit", "evaluate regression --dataset alpha --rank-weight on", 2, "the preset thesis");
        row("setting of a fit", "invert --dataset alpha --target 0.9 --set membrs=3", 2, "--set membrs");
        row("setting of a pre-training", "pretrain --out w.safetensors --set epoch=3", 2, "--set epoch");
        row("bad preset", "search --dataset alpha --preset best", 2, "--preset");
        row("no data set", "search --method rs", 2, "alpha, beta");
        row("unknown data set", "search --method rs --dataset gamma", 2, "alpha, beta");
        row("other space", "search --method rs --dataset alpha --space nasbench999", 2, "nasbench201");
        row("unknown benchmark", "search --method rs --dataset alpha --benchmark lost", 1, "made-up");
        row("missing weights", "search --dataset alpha --weights /nonexistent/w.safetensors", 1, "w.safetensors");
        row("unwritable log", "search --method rs --dataset alpha --out /nonexistent/log.jsonl", 1, "log.jsonl");
        row("unwritable report", "search --method rs --dataset alpha --report /nonexistent/r.html", 1, "r.html");
        row("unwritable session", "search --method rs --dataset alpha --session /nonexistent/s", 1, "/nonexistent/s");

        row("target above 100", "invert --dataset alpha --target 193", 2, "--target");
        row("target negative", "invert --dataset alpha --target=-0.1", 2, "--target");
        row("target no number", "invert --dataset alpha --target high", 2, "--target");
        row("target missing", "invert --dataset alpha", 2, "--target");
        row("count zero", "invert --dataset alpha --target 0.9 --count 0", 2, "--count");
        row("bad labels", "evaluate regression --dataset alpha --labels 0+0", 2, "--labels");
        row("no session", "resume /nonexistent/s", 1, "/nonexistent/s");
        row("pretrain without out", "pretrain", 2, "--out");
        row("pretrain unwritable", "pretrain --out /nonexistent/w.safetensors", 1, "w.safetensors");
        row("pretrain unknown space", "pretrain --space x --out w.safetensors", 2, "nasbench201");
    }

    void testFailure()
    {
        QFETCH(QString, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        arguments.replace("CELL", "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|");
        const CliResult result = runCli(arguments.split(' ', Qt::SkipEmptyParts), m_folder.path());
        VERIFY_FAILS(result, code, says);
    }

    void testWithoutTablesTheShippedOneIsUsed()
    {
        const CliResult result = runCli({"search", "--method", "rs", "--budget", "5", "--json"});
        COMPARE_CODE(result, 0);
        QCOMPARE(result.lines().value(0)["dataset"].toString(), "fashion-mnist");
        const CliResult lost = runCli({"search", "--method", "rs", "--benchmark", "lost"});
        COMPARE_CODE(lost, 1);
        VERIFY_SAYS(lost, "INVERSO_BENCHMARKS");
    }

    void testExistingFilesAreKept()
    {
        const QString path = m_folder.filePath("kept.jsonl");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        for (const char* option : {"--out", "--report", "--session"}) {
            const CliResult result =
                runCli({"search", "--method", "rs", "--dataset", "alpha", option, path}, m_folder.path());
            COMPARE_CODE(result, 1);
            VERIFY_SAYS(result, "--force");
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("precious"));
            file.close();
        }
    }

    // Nothing has been made when an option is refused: the corrected command must not find its own file.
    void testRefusedOptionsLeaveNoFile_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("unknown setting") << QStringList{"--set", "membrs=3"};
        QTest::newRow("setting of no method") << QStringList{"--method", "rs", "--set", "foo=1"};
        QTest::newRow("rank weight") << QStringList{"--rank-weight", "on"};
        QTest::newRow("budget") << QStringList{"--budget", "0"};
    }

    void testRefusedOptionsLeaveNoFile()
    {
        QFETCH(QStringList, options);
        QTemporaryDir folder;
        const QStringList names{"t.inverso", "t.jsonl", "t.html"};
        const QStringList outputs{"--session", folder.filePath(names[0]), "--out", folder.filePath(names[1]),
                                  "--report",  folder.filePath(names[2])};
        const CliResult result =
            runCli(QStringList{"search", "--dataset", "alpha"} + outputs + options, m_folder.path());
        COMPARE_CODE(result, 2);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

    void testHelpAndVersion_data()
    {
        QTest::addColumn<QStringList>("command");
        for (const char* name : {"info", "space count", "space show", "pretrain", "search", "resume", "invert",
                                 "evaluate regression", "evaluate inversion"})
            QTest::newRow(name) << QString(name).split(' ');
    }

    void testHelpAndVersion()
    {
        QFETCH(QStringList, command);
        const CliResult result = runCli(command + QStringList{"--help"});
        COMPARE_CODE(result, 0);
        for (const char* option : {"--help", "--threads", "--seed", "--json"})
            QVERIFY2(result.out.contains(option), option);
        COMPARE_CODE(runCli({"--version"}), 0);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cli_usage.moc"
