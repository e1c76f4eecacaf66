// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files; tst_tf_record and tst_nasbench101_run have the ways in which a frame and a record can be damaged.
#include "core/base/error.h"
#include "core/base/read_file.h"
#include "core/benchmark/csv_reader.h"
#include "core/import/nasbench101_import.h"
#include "tests/core/base/error_text.h"
#include "tests/core/import/nasbench101_records.h"

#include <QtTest>

#include <charconv>
#include <fstream>
#include <sstream>

using namespace inverso;

namespace {

const std::string header = "hash,vertices,adjacency_upper,ops,valid,test\n";
const std::string hashA(32, 'a');
const std::string hashB(32, 'b');
const std::string rowA = hashA + ",3,111,input|conv1x1-bn-relu|output,";
const std::string rowB = hashB + ",3,111,input|conv1x1-bn-relu|output,";

std::string frameOf(const MadeUpRun& run)
{
    return tfFrame(recordOf(run));
}

NasBench101Import import(const std::string& file)
{
    std::istringstream stream(file);
    return importNasBench101(stream, file.size(), "made-up.tfrecord");
}

QByteArray tableOf(const NasBench101Import& result)
{
    return QByteArray::fromStdString(result.table);
}

double number(std::string_view text)
{
    double value = std::numeric_limits<double>::quiet_NaN();
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

} // namespace

class TestNasBench101Import : public QObject
{
    Q_OBJECT

private slots:
    void testMeanOfRuns()
    {
        const auto result = import(frameOf({.hash = hashB, .valid = 0.9, .test = 0.8})
                                   + frameOf({.hash = hashA, .valid = 0.5, .test = 0.25})
                                   + frameOf({.hash = hashB, .valid = 0.91, .test = 0.82})
                                   + frameOf({.hash = hashB, .valid = 0.92, .test = 0.82}));
        QCOMPARE(tableOf(result), QByteArray::fromStdString(header + rowB + "91.0,81.333333\n" + rowA + "50.0,25.0\n"));
        QCOMPARE(result.cells, std::size_t{2});
        QCOMPARE(result.records, std::size_t{4});
        QCOMPARE(result.incomplete, std::size_t{1});
        QVERIFY(result.skipped.empty());
        QVERIFY(!result.cutOff);
    }

    void testOtherEpochsAreIgnored()
    {
        std::string file;
        for (const int epochs : {4, 12, 36, 108})
            file += frameOf({.hash = hashA, .epochs = epochs, .valid = epochs == 108 ? 0.9 : 0.1});
        const auto result = import(file + frameOf({.hash = hashB, .epochs = 36}));
        QCOMPARE(tableOf(result), QByteArray::fromStdString(header + rowA + "90.0,80.0\n"));
        QCOMPARE(result.records, std::size_t{5});
        QCOMPARE(result.otherEpochs, std::size_t{4});
        QVERIFY(result.skipped.empty());
    }

    // Parameters and seconds are written where the cells differ in them.
    void testAttributes()
    {
        const std::string b = frameOf({.hash = hashB, .seconds = 1000.0, .parameters = 1000000});
        const auto columns = [&b](const MadeUpRun& a) {
            constexpr std::size_t prefix = std::string_view("hash,vertices,adjacency_upper,ops").size();
            const std::string table = import(b + frameOf(a)).table;
            return QByteArray::fromStdString(table.substr(prefix, table.find('\n') - prefix));
        };
        QCOMPARE(columns({.hash = hashA}), QByteArray(",valid,test"));
        QCOMPARE(columns({.hash = hashA, .parameters = 2}), QByteArray(",valid,test,parameters"));
        QCOMPARE(columns({.hash = hashA, .seconds = 1000.5}), QByteArray(",valid,test,seconds"));
        const std::string unknown =
            tfFrame(recordWith({.hash = std::string(32, 'c')},
                               QByteArray::fromStdString(protoBytes(1, protoDouble(4, 0.5) + protoDouble(5, 0.5)))
                                   .toBase64()
                                   .toStdString()));
        const auto result = import(b + frameOf({.hash = hashA, .seconds = 1.0, .parameters = 8555530})
                                   + frameOf({.hash = hashA, .seconds = 2.0, .parameters = 8555530}) + unknown);
        const QList<QByteArray> lines = tableOf(result).split('\n');
        QCOMPARE(lines[0], QByteArray("hash,vertices,adjacency_upper,ops,valid,test,parameters,seconds"));
        QVERIFY(lines[1].endsWith(",90.0,80.0,1000000,1000.0"));
        QVERIFY(lines[2].endsWith(",90.0,80.0,8555530,1.5"));
        QVERIFY(lines[3].endsWith(",50.0,50.0,,"));
    }

    void testDamagedRecordsAreSkipped()
    {
        const std::string good = frameOf({.hash = hashA});
        std::string flipped = frameOf({.hash = hashB});
        flipped[40] = '?';
        const std::string foreign = tfFrame("[1, 2]");
        const auto result = import(good + flipped + good + foreign + good.substr(0, 100));
        QCOMPARE(tableOf(result), QByteArray::fromStdString(header + rowA + "90.0,80.0\n"));
        QCOMPARE(result.records, std::size_t{2});
        QCOMPARE(result.skipped.size(), std::size_t{2});
        QCOMPARE(result.skipped[0].offset, std::uint64_t{good.size()});
        QCOMPARE(result.skipped[0].bytes, std::uint64_t{flipped.size()});
        COMPARE_CONTAINS(std::string(result.skipped[0].problem), "checksum");
        QCOMPARE(result.skipped[1].offset, std::uint64_t{2 * good.size() + flipped.size()});
        COMPARE_CONTAINS(std::string(result.skipped[1].problem), "JSON");
        QVERIFY(result.cutOff);
        QCOMPARE(result.cutOff->offset, std::uint64_t{2 * good.size() + flipped.size() + foreign.size()});
        QCOMPARE(result.cutOff->missing, std::uint64_t{good.size() - 100});
    }

    void testFilesWithoutCells()
    {
        const auto errorOf = [](const std::string& file) { return errorText([&file] { import(file); }); };
        COMPARE_CONTAINS(errorOf(""), "made-up.tfrecord is empty. Give nasbench_only108.tfrecord");
        COMPARE_CONTAINS(errorOf("arch,valid\nthis is a table,50\n"), "is not a TFRecord file");
        COMPARE_CONTAINS(errorOf("short"), "is not a TFRecord file");
        COMPARE_CONTAINS(errorOf(std::string(5000000, '\0')), "is not a TFRecord file");
        COMPARE_CONTAINS(errorOf(tfFrame("a picture") + tfFrame("another one")),
                         "no record of NAS-Bench-101; the first record checked, at byte 0: it is not a JSON list");
        COMPARE_CONTAINS(errorOf(frameOf({.epochs = 36})), "holds 1 records, but none of 108 epochs");
        COMPARE_CONTAINS(errorText([] { importNasBench101("/nonexistent/file.tfrecord"); }),
                         "Cannot open /nonexistent/file.tfrecord: No such file");
        COMPARE_CONTAINS(errorText([] { importNasBench101("/tmp"); }), "is a folder");
    }

    void testProgressAndCancel()
    {
        std::string file;
        while (file.size() < (std::size_t{20} << 20))
            file += frameOf({.hash = hashA});
        std::istringstream stream(file);
        std::vector<double> fractions;
        std::stop_source source;
        const auto sink = [&](const Progress& progress) {
            fractions.push_back(progress.fraction);
            if (progress.fraction > 0.5)
                source.request_stop();
        };
        QVERIFY_EXCEPTION_THROWN(importNasBench101(stream, file.size(), "file", sink, source.get_token()), Cancelled);
        QVERIFY(fractions.size() >= 10);
        QVERIFY(std::ranges::is_sorted(fractions));
        QVERIFY(fractions.back() < 0.8); // it did stop
    }

    // The cells of the table, the accuracies to a millionth.
    void testSubset()
    {
        const std::string folder = qgetenv("INVERSO_BENCHMARKS").toStdString();
        if (!QFile::exists(QString::fromStdString(folder + "/nasbench101_subset.tfrecord")))
            QSKIP("INVERSO_BENCHMARKS names no folder with nasbench101_subset.tfrecord.");
        const auto result = importNasBench101(folder + "/nasbench101_subset.tfrecord");
        QCOMPARE(result.cells, std::size_t{4308});
        QCOMPARE(result.records, std::size_t{12924});
        QCOMPARE(result.incomplete, std::size_t{0});
        QVERIFY(result.skipped.empty() && !result.cutOff);
        const std::string expected = readFile(folder + "/nasbench101_subset.csv", std::size_t{1} << 24);
        CsvReader theirs(expected, "expected");
        CsvReader ours(result.table, "imported");
        QVERIFY(ours.next() && theirs.next());
        QVERIFY(ours.fields() == theirs.fields());
        while (theirs.next()) {
            QVERIFY(ours.next());
            for (std::size_t i = 0; i < 4; ++i)
                QVERIFY(ours.fields()[i] == theirs.fields()[i]);
            for (std::size_t i = 4; i < 6; ++i)
                QVERIFY(std::abs(number(ours.fields()[i]) - number(theirs.fields()[i])) <= 1e-4); // percent
        }
        QVERIFY(!ours.next());
    }
};

QTEST_APPLESS_MAIN(TestNasBench101Import)
#include "tst_nasbench101_import.moc"
