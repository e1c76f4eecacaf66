// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/table.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

namespace {

const std::string cellA = "|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|nor_conv_1x1~2|";
const std::string cellB = "|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|";
const std::string header = "arch,cifar10_valid,cifar10_test,flops\n";

std::shared_ptr<const Table> read(const std::string& text)
{
    return Table::parse(text, "t.csv");
}

CellIndex index(const std::string& arch)
{
    return searchSpace("nasbench201").parse(arch);
}

} // namespace

class TestTable : public QObject
{
    Q_OBJECT

private slots:
    void testPlainTable()
    {
        const auto table = read(header + cellA + ",90.5,91.25,12\n" + cellB + ",10,,\n");
        QCOMPARE(table->rows(), std::size_t{2});
        QCOMPARE(table->source(), std::string("t.csv"));
        QCOMPARE(table->space().name().data(), searchSpace("nasbench201").name().data());
        const Table::Dataset& dataset = table->dataset("cifar10");
        QCOMPARE(dataset.known, std::size_t{2});
        QCOMPARE(dataset.best, index(cellA));
        QCOMPARE(dataset.valid[index(cellA)], 90.5F);
        QCOMPARE(dataset.test[index(cellA)], 91.25F);
        QVERIFY(std::isnan(dataset.test[index(cellB)]));
        QVERIFY(std::isnan(dataset.valid[0]));
        QCOMPARE(table->attributes().size(), std::size_t{1});
        QCOMPARE(table->attributes().front().name, std::string("flops"));
        QCOMPARE(table->attributes().front().values[index(cellA)], 12.0F);
        COMPARE_CONTAINS(errorText<UsageError>([&] { (void)table->dataset("imagenet"); }), "it has: cifar10");
    }

    void testAcceptedForms_data()
    {
        QTest::addColumn<QString>("text");
        const QString rows = QString::fromStdString(header + cellA + ",90.5,91.25,12\n" + cellB + ",10,11,13\n");
        QTest::newRow("as written") << rows;
        QTest::newRow("CRLF") << QString(rows).replace(QLatin1String("\n"), QLatin1String("\r\n"));
        QTest::newRow("byte-order mark") << QString(QChar(0xfeff)) + rows;
        QTest::newRow("blank lines") << QLatin1String("\n") + rows + QLatin1String("\n  \r\n\n");
        QTest::newRow("no last line break") << rows.chopped(1);
        QTest::newRow("white space") << QString(rows).replace(QLatin1String(","), QLatin1String(" , "));
        QTest::newRow("quoted") << QString(rows)
                                       .replace(QLatin1String("|,"), QLatin1String("|\","))
                                       .replace(QLatin1String("\n|"), QLatin1String("\n\"|"));
        QTest::newRow("a row twice") << rows + QString::fromStdString(cellB + ",10,11.0,13\n");
        QTest::newRow("an index column without a name") << QString::fromStdString(
            ",arch,cifar10_valid,cifar10_test,flops\n0," + cellA + ",90.5,91.25,12\n1," + cellB + ",10,11,13\n");
        QTest::newRow("rows in parts") << QString::fromStdString(header + cellA + ",,91.25,12\n" + cellA + ",90.5,,\n"
                                                                 + cellB + ",10,11,13\n");
        QTest::newRow("a column of words")
            << QString::fromStdString("arch,hash,cifar10_valid,cifar10_test,flops\n" + cellA
                                      + ",\"a \"\"b\"\", c\",90.5,91.25,12\n" + cellB + ",1,10,11,13\n");
    }

    void testAcceptedForms()
    {
        QFETCH(QString, text);
        const auto table = read(text.toStdString());
        QCOMPARE(table->rows(), std::size_t{2});
        QCOMPARE(table->datasets().size(), std::size_t{1});
        QCOMPARE(table->dataset("cifar10").valid[index(cellA)], 90.5F);
        QCOMPARE(table->dataset("cifar10").test[index(cellB)], 11.0F);
        QCOMPARE(table->attributes().size(), std::size_t{1});
        QCOMPARE(table->attributes().front().values[index(cellB)], 13.0F);
    }

    void testPlainAndSeveralDatasets()
    {
        const auto plain = read("valid,arch\n50," + cellA + "\n");
        QCOMPARE(plain->datasets().front().name, std::string("default"));
        QVERIFY(std::isnan(plain->datasets().front().test[index(cellA)]));

        // A data set without a label is left out; a cell without a label is no row.
        const auto several = read("arch,a_b_valid,empty_valid,c_valid\n" + cellA + ",1,,2\n" + cellB + ",,,\n");
        QCOMPARE(several->datasets().size(), std::size_t{2});
        QCOMPARE(several->dataset("a_b").known, std::size_t{1});
        QCOMPARE(several->dataset("c").valid[index(cellA)], 2.0F);
        QCOMPARE(several->rows(), std::size_t{1});
    }

    void testErrors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const std::string& text, const char* place, const std::string& named) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(place)
                                << QString::fromStdString(named);
        };
        row("empty file", "", "t.csv", "is empty");
        row("blank file", "\n\r\n  \n", "t.csv", "is empty");
        row("header only", header, "t.csv", "no row has a validation accuracy");
        row("no labels", header + cellA + ",,,\n", "t.csv", "no row has a validation accuracy");
        row("no key column", "cell,valid\n", "line 1", "arch");
        row("no accuracy column", "arch,flops\n", "line 1", "<dataset>_valid");
        row("test without valid", "arch,cifar10_test\n", "line 1", "\"cifar10_valid\"");
        row("plain test without valid", "arch,test\n", "line 1", "\"valid\"");
        row("doubled column", "arch,valid,valid\n", "line 1", "twice");
        row("doubled key", "arch,valid,arch\n", "line 1", "twice");
        row("doubled data set", "arch,valid,default_valid\n", "line 1", "the same data set");
        std::string columns = "arch,valid";
        for (int i = 0; i < 255; ++i)
            columns += ",x" + std::to_string(i);
        row("too many columns", columns + "\n", "line 1", "257 columns; allowed: up to 256");
        row("too few fields", header + cellA + ",90\n", "line 2", "2 fields");
        row("too many fields", header + cellA + ",90,91,1,2\n", "line 2", "5 fields");
        row("cut off", header + cellA + ",90,91,1\n|nor_conv", "line 3", "1 fields");
        row("unknown operation", header + "\n|foo~0|+|none~0|none~1|+|none~0|none~1|none~2|,90,91,1\n", "line 3",
            "unknown operation \"foo\"");
        row("no key", header + ",90,91,1\n", "line 2", "is empty");
        row("NaN", header + cellA + ",90,91,1\n" + cellB + ",90,nan,1\n", "line 3", "\"cifar10_test\" says \"nan\"");
        row("infinity", header + cellA + ",inf,91,1\n", "line 2", "\"cifar10_valid\" says \"inf\"");
        row("above 100", header + cellA + ",100.01,91,1\n", "line 2", "0 to 100");
        row("negative", header + cellA + ",-0.5,91,1\n", "line 2", "0 to 100");
        row("no number", header + cellA + ",9O,91,1\n", "line 2", "\"9O\"");
        row("number with a tail", header + cellA + ",90%,91,1\n", "line 2", "\"90%\"");
        row("another value", header + cellA + ",90,91,1\n\n" + cellA + ",90.1,91,1\n", "line 4", "line 2");
        row("another attribute", header + cellA + ",90,91,1\n" + cellA + ",90,91,2\n", "line 3", "\"flops\"");
        row("open quote", header + "\"" + cellA + ",90,91,1\n", "line 2", "not closed");
        row("text behind a quote", header + "\"" + cellA + "\"x,90,91,1\n", "line 2", "closing quote");
        row("zero byte", header + cellA + std::string(",90\0,91,1\n", 10), "line 2", "zero byte");
    }

    void testErrors()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        QFETCH(QString, named);
        const std::string error = errorText([&] { read(text.toStdString()); });
        COMPARE_CONTAINS(error, "t.csv");
        COMPARE_CONTAINS(error, place.toStdString());
        COMPARE_CONTAINS(error, named.toStdString());
    }

    void testEndlessLines()
    {
        const std::string endless(10'000'000, 'x');
        QElapsedTimer timer;
        timer.start();
        COMPARE_CONTAINS(errorText([&] { read(endless); }), "line 1: the line is 10000000 bytes long");
        COMPARE_CONTAINS(errorText([&] { read(header + cellA + ",90,91,1\n" + endless + '\n'); }), "line 3");
        COMPARE_CONTAINS(errorText([&] { read(header + std::string(10'000'000, ',')); }), "line 2");
        COMPARE_CONTAINS(errorText([&] { read(header + '"' + endless); }), "line 2");
        QVERIFY(timer.elapsed() < 2000);
    }

    void testBenchmark()
    {
        const auto table = read(header + cellA + ",90.5,91.25,12\n");
        const TableBenchmark benchmark(table, "cifar10");
        QCOMPARE(benchmark.dataset(), std::string("cifar10"));
        QVERIFY(benchmark.knows(index(cellA)));
        QVERIFY(!benchmark.knows(index(cellB)));
        QVERIFY(!benchmark.knows(99999));
        QCOMPARE(benchmark.label(index(cellA), {}).test, 91.25);
        QCOMPARE(benchmark.bestCell().value(), index(cellA));
        COMPARE_CONTAINS(errorText([&] { (void)benchmark.label(index(cellB), {}); }), "no accuracy");
        QVERIFY(!errorText<UsageError>([&] { const TableBenchmark other(table, "svhn"); }).empty());
    }

    void testFiles()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("x.csv")).toStdString();
        COMPARE_CONTAINS(errorText([&] { Table::load(path); }), path + ": No such file");
        COMPARE_CONTAINS(errorText([&] { Table::load(folder.path().toStdString()); }), "is a folder");
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(header + cellA + ",90.5,91.25,12\n"));
        file.close();
        QCOMPARE(Table::load(path)->source(), path);
    }

    void testRealTable()
    {
        const QString folder = qEnvironmentVariable("INVERSO_BENCHMARKS");
        if (folder.isEmpty())
            QSKIP("INVERSO_BENCHMARKS is not set: no real NAS-Bench-201 table to read.");
        QElapsedTimer timer;
        timer.start();
        const auto table = Table::load(folder.toStdString() + "/nasbench201.csv");
        qInfo("read in %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(table->rows(), std::size_t{15625});
        const Table::Dataset& cifar10 = table->dataset("cifar10");
        QVERIFY(std::abs(cifar10.valid[cifar10.best] - 91.6067F) < 1e-3F);
        const Table::Dataset& cifar100 = table->dataset("cifar100");
        QVERIFY(std::abs(cifar100.valid[cifar100.best] - 73.4933F) < 1e-3F);
        QCOMPARE(table->attributes().size(), std::size_t{3});
    }

    void testGrowsByLabels()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        const auto empty = Table::empty(space, "live:cats", "cats");
        QCOMPARE(empty->rows(), std::size_t{0});
        QVERIFY(!TableBenchmark(empty, "cats").knows(7));
        const std::vector<std::pair<CellIndex, Label>> labels{{7, {60.0, 59.0}}, {9, {80.5, 80.0}}, {8, {70.0, 69.0}}};
        const auto grown = empty->with("cats", labels);
        QCOMPARE(grown->source(), std::string("live:cats"));
        QCOMPARE(grown->rows(), std::size_t{3});
        const Table::Dataset& cats = grown->dataset("cats");
        QCOMPARE(cats.known, std::size_t{3});
        QCOMPARE(cats.best, CellIndex{9});
        QCOMPARE(TableBenchmark(grown, "cats").label(8, {}).test, 69.0);
        QCOMPARE(empty->dataset("cats").known, std::size_t{0}); // as it was
        QVERIFY_EXCEPTION_THROWN((void)empty->with("dogs", labels), UsageError);
    }
};

QTEST_APPLESS_MAIN(TestTable)
#include "tst_table.moc"
