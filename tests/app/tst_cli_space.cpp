// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_runner.h"

#include <QtTest>

using namespace inverso;

namespace {

const QString cell = QStringLiteral("|nor_conv_3x3~0|+|none~0|skip_connect~1|+|avg_pool_3x3~0|nor_conv_1x1~1|none~2|");

}

class TestCliSpace : public QObject
{
    Q_OBJECT

private slots:
    void testInfo()
    {
        QTemporaryDir folder;
        writeSyntheticTable(folder.filePath("made-up.csv"));
        const CliResult result = runCli({"info", "--json", "--threads", "3"}, folder.path());
        COMPARE_CODE(result, 0);
        bool pure = false;
        const QList<QJsonObject> lines = result.lines(&pure);
        QVERIFY(pure && lines.size() == 1);
        const QJsonObject info = lines.first();
        QStringList keys = info.keys();
        QCOMPARE(keys, QStringList({"benchmarks", "blas", "libtorch", "reference_blas", "threads", "version"}));
        QCOMPARE(info["threads"].toInt(), 3);
        const QJsonArray benchmarks = info["benchmarks"].toArray();
        QVERIFY(benchmarks.size() > 2); // and what is shipped
        QCOMPARE(benchmarks[0].toObject()["space"].toString(), "nasbench201");
        QCOMPARE(benchmarks[0].toObject()["dataset"].toString(), "alpha");
        QCOMPARE(benchmarks[0].toObject()["cells"].toInt(), 15625);
        QVERIFY(runCli({"info"}).out.contains("nasbench201/fashion-mnist"));
    }

    void testADamagedTableIsPassedOver()
    {
        QTemporaryDir folder;
        writeSyntheticTable(folder.filePath("good.csv"));
        std::ofstream(folder.filePath("bad.csv").toStdString()) << "arch,alpha_valid\n|x|,50\n";
        const CliResult result = runCli({"info", "--json"}, folder.path());
        COMPARE_CODE(result, 0);
        VERIFY_SAYS(result, "bad.csv");
        QCOMPARE(result.lines().first()["benchmarks"].toArray()[0].toObject()["dataset"].toString(), "alpha");
    }

    void testCount()
    {
        QCOMPARE(runCli({"space", "count", "--space", "nasbench201"}).out, QByteArray("15625\n"));
        const QJsonObject json = runCli({"space", "count", "--json"}).lines().first();
        QCOMPARE(json["count"].toInt(), 15625);
        QCOMPARE(json["functional_classes"].toInt(), 5044);
    }

    void testForms()
    {
        const auto show = [](const QString& format) { return runCli({"space", "show", cell, "--format", format}).out; };
        QCOMPARE(show("text").trimmed(), cell.toUtf8());
        QCOMPARE(show("hash").trimmed(), cell.toUtf8());
        const QByteArray dot = show("dot");
        QVERIFY(dot.startsWith("digraph") && dot.contains("avg_pool_3x3") && dot.count("->") == 10);
        const QByteArray svg = show("svg");
        QVERIFY(svg.contains("<svg") && svg.contains("nor_conv_1x1") && svg.trimmed().endsWith("</svg>"));
        const QJsonObject json = QJsonDocument::fromJson(show("json")).object();
        QCOMPARE(json["cell"].toString(), cell);
        QCOMPARE(json["vertices"].toArray().size(), 8);
        QCOMPARE(json["edges"].toArray().size(), 10);
        COMPARE_CODE(runCli({"space", "show", cell, "--format", "onnx", "--json"}), 2);
    }

    void testOnnx()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("cell.onnx");
        COMPARE_CODE(runCli({"space", "show", cell, "--format", "onnx", "--out", path}), 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QCOMPARE(written, runCli({"space", "show", cell, "--format", "onnx"}).out);
        QVERIFY(written.contains("Inverso") && written.contains("AveragePool"));
    }

    void testJsonHoldsAnyForm()
    {
        const CliResult result = runCli({"space", "show", cell, "--format", "dot", "--json"});
        bool pure = false;
        const QList<QJsonObject> lines = result.lines(&pure);
        QVERIFY(pure && lines.size() == 1);
        QVERIFY(lines.first()["dot"].toString().startsWith("digraph"));
    }

    void testOut()
    {
        QTemporaryDir folder;
        const QStringList arguments = {"space", "show", cell, "--out", folder.filePath("cell.txt")};
        const CliResult result = runCli(arguments);
        COMPARE_CODE(result, 0);
        QCOMPARE(result.out, QByteArray());
        QFile file(folder.filePath("cell.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().trimmed(), cell.toUtf8());
        COMPARE_CODE(runCli(arguments), 1); // exists
        COMPARE_CODE(runCli(arguments + QStringList{"--force"}), 0);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // no left-over part
    }

    void testPythonRuns()
    {
        const QByteArray code = runCli({"space", "show", cell, "--format", "python"}).out;
        QVERIFY(code.contains("(0, 1, \"nor_conv_3x3\")"));
        QProcess python;
        python.start("/usr/bin/python3", {"-c", "import torch"});
        if (!python.waitForFinished(120000) || python.exitCode() != 0)
            QSKIP("PyTorch for Python is not installed (package python3-torch)");
        python.start("/usr/bin/python3", {"-"});
        python.write(code);
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished(120000));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        QVERIFY(python.readAllStandardOutput().contains("logits (2, 10)"));
    }
};

QTEST_GUILESS_MAIN(TestCliSpace)
#include "tst_cli_space.moc"
