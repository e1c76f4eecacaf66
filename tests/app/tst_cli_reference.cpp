// SPDX-License-Identifier: GPL-3.0-or-later
// The man pages and the completion have all that --help has, and programs that read them find no fault.
#include "tests/app/cli_runner.h"

#include <QRegularExpression>
#include <QtTest>

using namespace inverso;

namespace {

// The commands that --help of a command lists, with those above: "space show".
QStringList commandsBelow(const QStringList& above)
{
    const QString help = QString::fromUtf8(runCli(above + QStringList{QStringLiteral("--help")}).out);
    QStringList commands;
    const qsizetype list = help.indexOf(QStringLiteral("\nSubcommands:\n"));
    if (list < 0)
        return {above.join(' ')};
    static const QRegularExpression line(QStringLiteral("^  ([a-z][a-z0-9-]*)"), QRegularExpression::MultilineOption);
    for (auto found = line.globalMatch(help, list); found.hasNext();)
        commands += commandsBelow(above + QStringList{found.next().captured(1)});
    return commands;
}

QSet<QString> optionsIn(const QString& text)
{
    static const QRegularExpression option(QStringLiteral("(?<![\\w-])--[a-z][a-z0-9-]*"));
    QSet<QString> options;
    for (auto found = option.globalMatch(text); found.hasNext();)
        options.insert(found.next().captured());
    return options;
}

struct Output
{
    int code = -1;
    QString text; ///< both streams
};

Output run(const QString& program, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    Output output;
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit)
        output.code = process.exitCode();
    output.text = QString::fromUtf8(process.readAll());
    return output;
}

// A page as the build makes it: inverso-cli-space-show of the command "space show".
QByteArray pageOf(const QString& command)
{
    const QString name = (QStringLiteral("inverso-cli ") + command).trimmed().replace(' ', '-');
    const Output output = run(QStandardPaths::findExecutable("gzip"),
                              {"-d", "-c", QStringLiteral(INVERSO_MAN_PAGES "/%1.1.gz").arg(name)});
    return output.code == 0 ? output.text.toUtf8() : QByteArray();
}

QString withoutFonts(QByteArray roff)
{
    QString text = QString::fromUtf8(roff.replace("\\-", "-"));
    static const QRegularExpression font(QStringLiteral("\\\\f[BIR]|\\\\[,/]"));
    return text.remove(font);
}

} // namespace

class TestCliReference : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const CliResult bash = runCli({"reference"});
        COMPARE_CODE(bash, 0);
        QVERIFY(m_folder.isValid());
        QFile script(m_folder.filePath("inverso-cli.bash"));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(bash.out);
        m_commands = commandsBelow({});
        QVERIFY2(m_commands.size() >= 15, qPrintable(m_commands.join(", ")));
    }

    void testItIsHidden()
    {
        QVERIFY(!runCli({"--help"}).out.contains("reference"));
        const CliResult result = runCli({});
        VERIFY_FAILS(result, 2, "info, space");
        QVERIFY(!result.err.contains("reference"));
    }

    void testEveryCommandAndOptionIsInItsPage()
    {
        const QString overview = withoutFonts(pageOf({}));
        for (const QString& command : m_commands) {
            const QString page = withoutFonts(pageOf(command));
            QVERIFY2(page.contains("\n.SH OPTIONS\n"), qPrintable(command));
            const QString help = QString::fromUtf8(runCli(command.split(' ') + QStringList{"--help"}).out);
            const QSet<QString> described = optionsIn(page);
            for (const QString& option : optionsIn(help))
                QVERIFY2(described.contains(option), qPrintable(command + ": " + option));
            const QString firstWord = command.section(' ', 0, 0);
            QVERIFY2(overview.contains("inverso-cli-" + firstWord + " (1)"), qPrintable(command));
        }
    }

    void testThePagesSayWhatTheContractSays()
    {
        const QString overview = withoutFonts(pageOf({}));
        for (const char* part : {"\n.TP\n.B 130\n", "INVERSO_BENCHMARKS", "inverso-cli - Generates", "inverso (1)"})
            QVERIFY2(overview.contains(part), part);
        const QString search = withoutFonts(pageOf("search"));
        for (const char* part : {"inverso-cli-search - Search", "(default 190)", "Settings of crlso", "coupling_blocks",
                                 "Inverso " INVERSO_VERSION, "130: interrupted"})
            QVERIFY2(search.contains(part), part);
    }

    void testReadersOfThePagesFindNoFault()
    {
        const QString mandoc = QStandardPaths::findExecutable("mandoc");
        const QString groff = QStandardPaths::findExecutable("groff");
        if (mandoc.isEmpty() && groff.isEmpty())
            QSKIP("neither mandoc nor groff is installed");
        for (const QString& command : QStringList{""} + m_commands) {
            const QByteArray page = pageOf(command);
            if (!mandoc.isEmpty()) {
                const Output output = run(mandoc, {"-T", "lint", "-W", "warning"}, page);
                QVERIFY2(output.text.isEmpty(), qPrintable(command + ": " + output.text));
            }
            if (!groff.isEmpty()) {
                const Output output = run(groff, {"-man", "-Tutf8", "-ww", "-z"}, page);
                QVERIFY2(output.code == 0 && output.text.isEmpty(), qPrintable(command + ": " + output.text));
            }
        }
    }

    void testCompletion_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("among");
        QTest::addColumn<QString>("never");
        QTest::newRow("commands") << QStringList{""} << QStringList{"info", "search", "train-cell"} << "reference";
        QTest::newRow("begun") << QStringList{"re"} << QStringList{"resume", "report", "reproduce"} << "info";
        QTest::newRow("second level") << QStringList{"space", ""} << QStringList{"count", "show"} << "info";
        QTest::newRow("options") << QStringList{"search", "--bu"} << QStringList{"--budget"} << "--seed";
        QTest::newRow("common option") << QStringList{"space", "show", "--js"} << QStringList{"--json"} << "--seed";
        QTest::newRow("after a value") << QStringList{"search", "--budget", "60", "--meth"} << QStringList{"--method"}
                                       << "--budget";
        QTest::newRow("methods") << QStringList{"search", "--method", "b"} << QStringList{"bananas"} << "inn";
        QTest::newRow("joined") << QStringList{"search", "--method", "=", "ag"} << QStringList{"agnet"} << "inn";
        QTest::newRow("joined, nothing yet") << QStringList{"search", "--method", "="} << QStringList{"inn"} << "info";
        QTest::newRow("spaces") << QStringList{"pretrain", "--space", ""} << QStringList{"nasbench101", "nasbench201"}
                                << "info";
        QTest::newRow("set") << QStringList{"space", "show", "x", "--format", "o"} << QStringList{"onnx"} << "dot";
        QTest::newRow("file") << QStringList{"resume", "night of"} << QStringList{"night of.inverso"} << "info";
        QTest::newRow("file of an option")
            << QStringList{"search", "--out", "night"} << QStringList{"night of.inverso"} << "--out";
    }

    void testCompletion()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, among);
        QFETCH(QString, never);
        const QString bash = QStandardPaths::findExecutable("bash");
        if (bash.isEmpty())
            QSKIP("bash is not installed");
        QFile file(m_folder.filePath("night of.inverso"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Output output = run(bash, QStringList{"--norc", "-c",
                                                    "cd \"$1\" && source ./inverso-cli.bash && shift\n"
                                                    "COMP_WORDS=(inverso-cli \"$@\"); COMP_CWORD=$#\n"
                                                    "_inverso_cli && printf '%s\\n' \"${COMPREPLY[@]}\"",
                                                    "bash", m_folder.path()}
                                            + words);
        QCOMPARE(output.code, 0);
        const QStringList offered = output.text.split('\n', Qt::SkipEmptyParts);
        for (const QString& word : among)
            QVERIFY2(offered.contains(word), qPrintable(word + " is not in: " + output.text));
        QVERIFY2(!offered.contains(never), qPrintable(output.text));
    }

private:
    QTemporaryDir m_folder;
    QStringList m_commands;
};

QTEST_GUILESS_MAIN(TestCliReference)
#include "tst_cli_reference.moc"
