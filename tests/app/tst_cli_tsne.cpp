// SPDX-License-Identifier: GPL-3.0-or-later
// `inverso-cli tsne` with the shipped weights: how it behaves; tests/core/projection say that the map is right.
#include "tests/app/cli_runner.h"

#include <QtTest>

#include <csignal>

using namespace inverso;

class TestCliTsne : public QObject
{
    Q_OBJECT

private slots:
    void testWritesEveryCell()
    {
        const QString out = m_folder.filePath("map.csv");
        const CliResult result = runCli({"tsne", "--out", out, "--iterations", "20", "--json"});
        COMPARE_CODE(result, 0);
        bool pure = false;
        const QList<QJsonObject> lines = result.lines(&pure);
        QVERIFY(pure);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().keys(), QStringList({"kl_divergence", "points", "seconds"}));
        QCOMPARE(lines.first()["points"].toInt(), 15625);
        QVERIFY(lines.first()["kl_divergence"].toDouble() > 0.0);
        QList<QByteArray> rows = read(out).split('\n');
        QVERIFY(rows.contains("# perplexity: 30"));
        QVERIFY(rows.contains("# iterations: 20"));
        while (rows.first().startsWith('#'))
            rows.removeFirst();
        QCOMPARE(rows.takeFirst(), QByteArray("arch,x,y"));
        QCOMPARE(rows.takeLast(), QByteArray());
        QCOMPARE(rows.size(), 15625);
        const SearchSpace& space = searchSpace("nasbench201");
        for (CellIndex cell = 0; cell < space.size(); ++cell) {
            const QList<QByteArray> fields = rows[cell].split(',');
            QCOMPARE(fields.size(), 3);
            QCOMPARE(fields[0].toStdString(), space.text(cell));
            bool x = false;
            bool y = false;
            static_cast<void>(fields[1].toDouble(&x) + fields[2].toDouble(&y));
            QVERIFY(x && y);
        }
    }

    void testSameMapWhateverTheThreads()
    {
        QByteArray maps[2];
        for (const int threads : {1, 2}) {
            const QString out = m_folder.filePath(QString::number(threads) + ".csv");
            const CliResult result =
                runCli({"tsne", "--out", out, "--iterations", "10", "--threads", QString::number(threads)});
            COMPARE_CODE(result, 0);
            maps[threads - 1] = read(out);
        }
        QCOMPARE(maps[1], maps[0]);
    }

    void testInterruptedWritesNothing()
    {
        const QString out = m_folder.filePath("never.csv");
        QProcess process;
        process.setProcessEnvironment(cliEnvironment());
        process.start(INVERSO_CLI, {"tsne", "--out", out, "--iterations", "1000000"});
        QVERIFY(process.waitForStarted());
        QTest::qWait(3000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        const CliResult result{process.exitCode(), {}, process.readAllStandardError()};
        COMPARE_CODE(result, 130);
        QVERIFY(!QFile::exists(out));
        QVERIFY(!QFile::exists(out + ".part"));
    }

    void testWrongUse()
    {
        const QString out = m_folder.filePath("wrong.csv");
        COMPARE_CODE(runCli({"tsne"}), 2);
        COMPARE_CODE(runCli({"tsne", "--out", out, "--perplexity", "0.5"}), 2);
        const CliResult tooFew = runCli({"tsne", "--out", out, "--perplexity", "6000"});
        COMPARE_CODE(tooFew, 2);
        VERIFY_SAYS(tooFew, "15625 points");
        const CliResult missing = runCli({"tsne", "--out", out, "--weights", m_folder.filePath("none.safetensors")});
        COMPARE_CODE(missing, 1);
        VERIFY_SAYS(missing, "none.safetensors");
        QVERIFY(!QFile::exists(out));
        QFile(out).open(QIODevice::WriteOnly);
        const CliResult existing = runCli({"tsne", "--out", out});
        COMPARE_CODE(existing, 1);
        VERIFY_SAYS(existing, "--force");
    }

private:
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliTsne)
#include "tst_cli_tsne.moc"
