// SPDX-License-Identifier: GPL-3.0-or-later
// A search that asks a person: answers on stdin.
#include "tests/app/cli_runner.h"

#include <QTemporaryDir>

using namespace inverso;

class TestCliAsk : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] CliResult search(const QString& file, const QByteArray& input) const
    {
        return runCli(
            {"search", "--benchmark", "ask:" + file, "--method", "rs", "--initial", "2+0", "--budget", "4", "--json"},
            {}, m_folder.path(), input);
    }
    static int rows(const QString& file)
    {
        QFile in(file);
        return in.open(QIODevice::ReadOnly) ? static_cast<int>(in.readAll().count('\n')) - 1 : -1;
    }

    QTemporaryDir m_folder;

private slots:
    void testAsksUntilTheBudgetIsSpent()
    {
        const QString file = m_folder.filePath(QStringLiteral("labels.csv"));
        const CliResult result = search(file, "abc\n0.9\n120\n1 2 3\n91.2 -\n\n1.0\n80\n75.5 74\n60\n");
        COMPARE_CODE(result, 0);
        VERIFY_SAYS(result, "\"abc\" is not a number");
        VERIFY_SAYS(result, "\"-\" is not a number");
        VERIFY_SAYS(result, "write 93 for 0.93");
        VERIFY_SAYS(result, "0 to 100");
        const QJsonObject end = result.lines().value(0);
        QCOMPARE(end["queries"].toInt(), 4);
        QCOMPARE(end["best_valid"].toDouble(), 80.0);
        QCOMPARE(rows(file), 4);

        const CliResult again = search(file, {}); // the same seed: every answer is known
        COMPARE_CODE(again, 0);
        QCOMPARE(again.lines().value(0)["best_cell"], end["best_cell"]);
        QVERIFY(!again.err.contains("in percent"));
    }

    // A block of lines with cells, in another order and with one that is not asked for.
    void testSeveralLinesPasted()
    {
        const QString first = m_folder.filePath(QStringLiteral("typed.csv"));
        COMPARE_CODE(search(first, "70\n80\n60\n50\n"), 0);
        QFile typed(first);
        QVERIFY(typed.open(QIODevice::ReadOnly));
        QList<QByteArray> lines = typed.readAll().trimmed().split('\n').mid(1);
        QCOMPARE(lines.size(), 4);
        std::ranges::reverse(lines);
        lines.insert(1, QByteArray::fromStdString(searchSpace("nasbench201").text(15000)) + "\t44\t43");
        const QString pasted = m_folder.filePath(QStringLiteral("pasted.csv"));
        const CliResult result = search(pasted, lines.join('\n') + '\n');
        COMPARE_CODE(result, 0);
        QCOMPARE(result.lines().value(0)["best_valid"].toDouble(), 80.0);
        QCOMPARE(rows(pasted), 5);
    }

    void testTheEndOfTheInputKeepsWhatIsThere()
    {
        const QString file = m_folder.filePath(QStringLiteral("cut.csv"));
        const CliResult result = search(file, "70\n80\n");
        COMPARE_CODE(result, 130);
        QCOMPARE(rows(file), 2);
        const CliResult later = search(file, "50\n90\n");
        COMPARE_CODE(later, 0);
        QCOMPARE(later.lines().value(0)["best_valid"].toDouble(), 90.0);
    }

    void testWrongUse()
    {
        const CliResult none = runCli({"search", "--benchmark", "ask:", "--method", "rs"}, {}, m_folder.path());
        COMPARE_CODE(none, 2);
        const CliResult regression =
            runCli({"evaluate", "regression", "--benchmark", "ask:x.csv"}, {}, m_folder.path());
        COMPARE_CODE(regression, 2);
        VERIFY_SAYS(regression, "allowed: a table");
    }
};

QTEST_GUILESS_MAIN(TestCliAsk)
#include "tst_cli_ask.moc"
