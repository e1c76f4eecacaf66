// SPDX-License-Identifier: GPL-3.0-or-later
// Real training on the command line: one cell, a table, a search, on small images.
#include "core/benchmark/table.h"
#include "tests/app/cli_runner.h"
#include "tests/core/live/small_images.h"

#include <QImage>
#include <QtTest>

#include <csignal>

using namespace inverso;

namespace {

const QString cell = QStringLiteral("|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|skip_connect~1|none~2|");

// Loading LibTorch takes its time; before main() nobody listens.
bool catchesInterrupts(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("SigCgt:") + 7;
    return (text.mid(at, text.indexOf('\n', at) - at).trimmed().toULongLong(nullptr, 16) >> (SIGINT - 1) & 1U) != 0;
}

} // namespace

class TestCliLive : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_images = m_folder.filePath(QStringLiteral("quarters"));
        writeSmallFolder(m_images.toStdString());
    }

    void testTrainCell()
    {
        const QStringList arguments = {"train-cell", cell, "--images", m_images, "--json"};
        const CliResult result = run(arguments);
        COMPARE_CODE(result, 0);
        const QJsonObject object = result.lines().value(0);
        QCOMPARE(object["cell"].toString(), cell);
        QVERIFY(object["valid"].toDouble() > 25.0 && object["test"].toDouble() > 25.0);
        QVERIFY(object["seconds"].toDouble() > 0.0 && object["parameters"].toDouble() > 1000.0);
        QCOMPARE(run(arguments).lines().value(0)["valid"], object["valid"]);

        COMPARE_CODE(run({"train-cell", "|what~0|", "--images", m_images}), 2);
        const CliResult missing = run({"train-cell", cell, "--images", "/nowhere"});
        COMPARE_CODE(missing, 1);
        VERIFY_SAYS(missing, "no folder /nowhere");
    }

    void testTable()
    {
        const QString out = m_folder.filePath(QStringLiteral("t.csv"));
        const QStringList arguments = {"table", "build", "--images", m_images, "--out", out, "--most", "2", "--json"};
        const CliResult first = run(arguments);
        COMPARE_CODE(first, 0);
        QCOMPARE(first.lines().value(0)["trained"].toInt(), 2);
        COMPARE_CODE(run(arguments), 2); // trainings are there: --resume
        const CliResult partial = run(arguments + QStringList{"--resume", "--partial"});
        COMPARE_CODE(partial, 0);
        const auto table = Table::load(out.toStdString());
        QCOMPARE(static_cast<int>(table->rows()), partial.lines().value(0)["cells"].toInt());
        COMPARE_CODE(run({"table", "build", "--images", m_images, "--out", out, "--shard", "3/2"}), 2);
        const CliResult unwritable = run({"table", "build", "--images", m_images, "--out", "/nowhere/t.csv"});
        COMPARE_CODE(unwritable, 1);
        VERIFY_SAYS(unwritable, "/nowhere");
    }

    void testSearch()
    {
        const QString session = m_folder.filePath(QStringLiteral("s.inverso"));
        const QStringList arguments = {"search",   "--benchmark", "live:" + m_images, "--method",  "rs",
                                       "--budget", "6",           "--json",           "--session", session};
        const CliResult result = run(arguments);
        COMPARE_CODE(result, 0);
        const QJsonObject end = result.lines().value(0);
        QCOMPARE(end["dataset"].toString(), QStringLiteral("quarters"));
        QCOMPARE(end["queries"].toInt(), 6);
        QVERIFY(end["best_valid"].toDouble() > 25.0);
        const CliResult again = run({"resume", session, "--json"});
        COMPARE_CODE(again, 0);
        QCOMPARE(again.lines().value(0)["best_cell"], end["best_cell"]);

        const CliResult regression = run({"evaluate", "regression", "--benchmark", "live:" + m_images});
        COMPARE_CODE(regression, 2);
        VERIFY_SAYS(regression, "allowed: a table");
    }

    void testInterruptedWhileItReadsTheImages()
    {
        const QString picture = m_folder.filePath(QStringLiteral("picture.png"));
        QVERIFY(QImage(128, 128, QImage::Format_RGB32).save(picture));
        const QString folder = m_folder.filePath(QStringLiteral("slow"));
        writeSlowFolder(folder.toStdString(), picture.toStdString(), 60000);
        for (const QStringList& arguments : {QStringList{"train-cell", cell, "--images", folder},
                                             QStringList{"search", "--benchmark", "live:" + folder}}) {
            QProcess process;
            process.setProcessEnvironment(cliEnvironment({}, m_folder.path()));
            process.start(QStringLiteral(INVERSO_CLI), arguments);
            QVERIFY(process.waitForStarted());
            QTRY_VERIFY(catchesInterrupts(process.processId()));
            QTest::qWait(300);
            ::kill(static_cast<pid_t>(process.processId()), SIGINT);
            QVERIFY(process.waitForFinished());
            const CliResult result{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
            COMPARE_CODE(result, 130);
            QCOMPARE(result.out, QByteArray()); // it had not got to training
        }
    }

private:
    [[nodiscard]] CliResult run(const QStringList& arguments) const { return runCli(arguments, {}, m_folder.path()); }

    QTemporaryDir m_folder;
    QString m_images;
};

QTEST_GUILESS_MAIN(TestCliLive)
#include "tst_cli_live.moc"
