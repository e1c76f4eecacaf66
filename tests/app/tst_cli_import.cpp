// SPDX-License-Identifier: GPL-3.0-or-later
// `inverso-cli import`: where the table goes, what is said, what is never lost. tests/core/import say what is read.
#include "tests/app/cli_runner.h"
#include "tests/core/import/nasbench101_records.h"

#include <QtTest>

#include <csignal>
#include <fstream>

using namespace inverso;

namespace {

const std::string header = "hash,vertices,adjacency_upper,ops,valid,test\n";
const std::string row = "00112233445566778899aabbccddeeff,3,111,input|conv1x1-bn-relu|output,90.0,80.0\n";

} // namespace

class TestCliImport : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_out = m_folder->filePath("out.csv");
        m_frame = tfFrame(recordOf({}));
        m_file = write("runs.tfrecord", m_frame + m_frame + m_frame);
    }

    void testTableAndCounts()
    {
        const CliResult result = runCli({"import", "nasbench101", m_file, "--out", m_out, "--json"});
        COMPARE_CODE(result, 0);
        QCOMPARE(result.out, QByteArray("{\"cells\":1,\"records\":3,\"skipped\":0}\n"));
        QCOMPARE(result.err, QByteArray());
        QCOMPARE(read(m_out), QByteArray::fromStdString(header + row));
        QVERIFY(!QFile::exists(m_out + ".part"));
    }

    void testDamageIsTold()
    {
        std::string flipped = m_frame;
        flipped[100] = static_cast<char>(flipped[100] ^ 1);
        std::string lengthFlipped = m_frame;
        lengthFlipped[0] = static_cast<char>(lengthFlipped[0] ^ 1);
        const QString file =
            write("bad.tfrecord", m_frame + flipped + m_frame + lengthFlipped + m_frame + m_frame.substr(0, 50));
        const auto at = [this](std::size_t frames) { return "at byte " + QByteArray::number(m_frame.size() * frames); };
        const CliResult result = runCli({"import", "nasbench101", file, "--out", m_out, "--json"});
        COMPARE_CODE(result, 0);
        QCOMPARE(result.out, QByteArray("{\"cells\":1,\"records\":3,\"skipped\":3}\n"));
        VERIFY_SAYS(result, at(1) + " (" + QByteArray::number(m_frame.size()) + " bytes): its data do not match");
        VERIFY_SAYS(result, at(3) + " (" + QByteArray::number(m_frame.size()) + " bytes): its length is damaged");
        VERIFY_SAYS(result, "it ends in the record " + at(5));
        VERIFY_SAYS(result,
                    "At least " + QByteArray::number(m_frame.size() - 50) + " bytes of that record are missing");
        QCOMPARE(result.err.count('\n'), 3);
        QCOMPARE(read(m_out), QByteArray::fromStdString(header + row));
    }

    void testMissingTrainingsAreTold()
    {
        const CliResult result = runCli({"import", "nasbench101", write("one.tfrecord", m_frame), "--out", m_out});
        COMPARE_CODE(result, 0);
        VERIFY_SAYS(result, "1 cells have fewer than 3 trainings");
        QVERIFY(result.out.contains("1 cells of 423624 in "));
    }

    // Without --out among the user's tables, where it is known by its name.
    void testTableIsFoundAfterwards()
    {
        const QString made = m_folder->filePath("made-up.csv");
        writeSyntheticTable(made);
        const QString home = m_folder->filePath("home");
        const CliResult result = runCli({"import", "nasbench201", made}, {}, home);
        COMPARE_CODE(result, 0);
        QVERIFY(result.out.contains("--benchmark nasbench201\n"));
        QCOMPARE(read(home + "/inverso/benchmarks/nasbench201.csv"), read(made));
        const CliResult info = runCli({"info"}, {}, home);
        QVERIFY(info.out.contains("home/inverso/benchmarks/nasbench201.csv"));
        const CliResult search =
            runCli({"search", "--benchmark", "nasbench201", "--dataset", "alpha", "--method", "rs", "--budget", "5"},
                   {}, home);
        COMPARE_CODE(search, 0);
        // Another folder may have the name already; then only the path says which.
        QVERIFY(QDir(m_folder->path()).mkdir("shared"));
        const QString shared = m_folder->filePath("shared");
        QVERIFY(QFile::copy(made, shared + "/nasbench201.csv"));
        const CliResult shadowed = runCli({"import", "nasbench201", made, "--force"}, shared, home);
        COMPARE_CODE(shadowed, 0);
        QVERIFY(shadowed.out.contains("home/inverso/benchmarks/nasbench201.csv\n"));

        COMPARE_CODE(runCli({"import", "nasbench101", m_file, "--json"}, {}, home), 0);
        QCOMPARE(read(home + "/inverso/benchmarks/nasbench101.csv"), QByteArray::fromStdString(header + row));
    }

    void testNasBench201Counts()
    {
        const QString made = m_folder->filePath("made-up.csv");
        writeSyntheticTable(made);
        const CliResult result = runCli({"import", "nasbench201", made, "--out", m_out, "--json"});
        COMPARE_CODE(result, 0);
        QCOMPARE(result.out, QByteArray("{\"cells\":15625,\"records\":15625,\"skipped\":0}\n"));
    }

    void testNothingIsOverwritten()
    {
        write("out.csv", "precious");
        const CliResult refused = runCli({"import", "nasbench101", m_file, "--out", m_out});
        COMPARE_CODE(refused, 1);
        VERIFY_SAYS(refused, "--force");
        QCOMPARE(read(m_out), QByteArray("precious"));
        const CliResult failed =
            runCli({"import", "nasbench101", write("no.tfrecord", "text"), "--out", m_out, "--force"});
        COMPARE_CODE(failed, 1);
        QCOMPARE(read(m_out), QByteArray("precious"));
        const CliResult onItself = runCli({"import", "nasbench101", m_file, "--out", m_file, "--force"});
        COMPARE_CODE(onItself, 2);
        QVERIFY(read(m_file).size() > 500);
        COMPARE_CODE(runCli({"import", "nasbench101", m_file, "--out", m_out, "--force"}), 0);
        QCOMPARE(read(m_out), QByteArray::fromStdString(header + row));
    }

    void testFailure_data()
    {
        const FailureRows line;
        line("no benchmark", "import", 2, "nasbench101, nasbench201");
        line("no file", "import nasbench101", 2, "FILE");
        line("missing file", "import nasbench101 /nonexistent/f --out OUT", 1, "Cannot open /nonexistent/f");
        line("missing table", "import nasbench201 /nonexistent/f --out OUT", 1, "/nonexistent/f");
        line("empty file", "import nasbench101 EMPTY --out OUT", 1, "is empty");
        line("no TFRecord", "import nasbench101 TEXT --out OUT", 1, "is not a TFRecord file");
        line("no table", "import nasbench201 TEXT --out OUT", 1, "text, line 1");
        line("unwritable", "import nasbench101 FILE --out /nonexistent/t.csv", 1, "/nonexistent/t.csv");
        line("no folder of tables", "import nasbench101 FILE", 1, "/dev/null/inverso/benchmarks/nasbench101.csv");
    }

    void testFailure()
    {
        QFETCH(QString, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        arguments.replace("EMPTY", write("empty", "")).replace("TEXT", write("text", "no table at all\n"));
        arguments.replace("OUT", m_out).replace("FILE", m_file);
        const CliResult result = runCli(arguments.split(' '), {}, "/dev/null");
        VERIFY_FAILS(result, code, says);
        QVERIFY(!QFile::exists(m_out) && !QFile::exists(m_out + ".part"));
    }

    // With a stand-in for the authors' package: what is asked of it, and that the table can be read.
    void testScriptTurnsTheAuthorsFileIntoATable()
    {
        const QString python = QStandardPaths::findExecutable("python3");
        if (python.isEmpty())
            QSKIP("there is no python3");
        const QString package = m_folder->filePath("nats_bench.py");
        QFile file(package);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"(
class Api:
    meta_archs = ["|nor_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|none~2|",
                  "|avg_pool_3x3~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|"]

    def get_more_info(self, index, dataset, iepoch=None, hp="12", is_random=True):
        assert hp == "200" and not is_random
        info = {"test-accuracy": 80.0 + index, "train-all-time": 12.5}
        if dataset != "cifar10":
            info["valid-accuracy"] = 70.0 + index
        return info

    def get_cost_info(self, index, dataset, hp="12"):
        return {"params": 0.5, "flops": 10.25}


def create(path, space, fast_mode, verbose):
    assert space == "tss" and fast_mode
    return Api()
)");
        file.close();
        QProcess script;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PYTHONPATH", m_folder->path());
        environment.insert("PYTHONDONTWRITEBYTECODE", "1");
        script.setProcessEnvironment(environment);
        const QString table = m_folder->filePath("table.csv");
        script.start(python, {INVERSO_SOURCE_DIR "/tools/nasbench201_to_csv.py", m_folder->path(), table});
        QVERIFY(script.waitForFinished());
        QVERIFY2(script.exitCode() == 0, script.readAllStandardError());
        QVERIFY(read(table).startsWith("arch,cifar10_valid,cifar10_test,cifar100_valid"));
        QVERIFY(
            read(table).contains("|,71.000000,81.000000,71.000000,81.000000,71.000000,81.000000,0.5,10.25,12.500\n"));
        const CliResult result = runCli({"import", "nasbench201", table, "--out", m_out, "--json"});
        COMPARE_CODE(result, 0);
        QCOMPARE(result.out, QByteArray("{\"cells\":2,\"records\":2,\"skipped\":0}\n"));
    }

    void testInterruptedWritesNothing()
    {
        const QString file = m_folder->filePath("large.tfrecord");
        // All zeros behind the first record, which take no room on the disk and long to search.
        QFile::copy(m_file, file);
        QVERIFY(QFile::resize(file, qint64{16} << 30));
        QProcess process;
        process.setProcessEnvironment(cliEnvironment());
        process.start(INVERSO_CLI, {"import", "nasbench101", file, "--out", m_out});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_out + ".part"), 60000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60000));
        const CliResult result{process.exitCode(), {}, process.readAllStandardError()};
        COMPARE_CODE(result, 130);
        VERIFY_SAYS(result, "nothing was written");
        QVERIFY(!QFile::exists(m_out));
        QVERIFY(!QFile::exists(m_out + ".part"));
    }

private:
    QString write(const char* name, const std::string& text)
    {
        const QString path = m_folder->filePath(name);
        std::ofstream(path.toStdString(), std::ios::binary) << text;
        return path;
    }

    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_out;
    QString m_file;
    std::string m_frame;
};

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cli_import.moc"
