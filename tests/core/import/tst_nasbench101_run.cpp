// SPDX-License-Identifier: GPL-3.0-or-later
// One record: JSON, base64, protobuf, the cell. What is accepted, and what is said of the rest.
#include "core/import/base64.h"
#include "core/import/nasbench101_run.h"
#include "tests/core/import/nasbench101_records.h"

#include <QtTest>

using namespace inverso;

namespace {

QString problemOf(const std::string& record)
{
    NasBench101Run run;
    const std::string_view problem = readNasBench101Run(record, 108, run);
    return QString::fromUtf8(problem.data(), static_cast<qsizetype>(problem.size()));
}

std::string replaced(std::string text, const std::string& part, const std::string& by)
{
    return text.replace(text.find(part), part.size(), by);
}

std::string base64(const std::string& bytes)
{
    return QByteArray::fromStdString(bytes).toBase64().toStdString();
}

} // namespace

class TestNasBench101Run : public QObject
{
    Q_OBJECT

private slots:
    void testPlainRecord()
    {
        NasBench101Run run;
        QVERIFY(readNasBench101Run(recordOf({.seconds = 1234.5, .parameters = 8555530}), 108, run).empty());
        QCOMPARE(run.epochs, 108);
        QCOMPARE(run.cell.hash[1], std::uint8_t{0x11});
        QCOMPARE(run.cell.hash[15], std::uint8_t{0xff});
        QCOMPARE(run.cell.vertices, std::uint8_t{3});
        QCOMPARE(run.cell.edges, 7U);
        QCOMPARE(run.valid, 0.9);
        QCOMPARE(run.test, 0.8);
        QCOMPARE(run.seconds.value(), 1234.5);
        QCOMPARE(run.parameters.value(), 8555530);
    }

    void testEdgesInOrder()
    {
        NasBench101Run run;
        // 0→1, 1→2, 2→3: the triangle 100 10 1
        QVERIFY(readNasBench101Run(
                    recordOf({.adjacency = "0100001000010000", .operations = "input,maxpool3x3,maxpool3x3,output"}),
                    108, run)
                    .empty());
        QCOMPARE(run.cell.edges, 0b101001U);
    }

    void testAcceptedForms_data()
    {
        QTest::addColumn<QByteArray>("record");
        const std::string plain = recordOf({});
        const auto row = [](const char* name, const std::string& record) {
            QTest::newRow(name) << QByteArray::fromStdString(record);
        };
        std::string tight = plain;
        std::erase(tight, ' ');
        row("without blanks", tight);
        row("with more blanks", " \t[ " + replaced(plain.substr(1, plain.size() - 2), ", 108,", "\n,108\r,") + " ] ");
        row("padded matrix", recordOf({.adjacency = "0110000"
                                                    "0010000"
                                                    "0000000"
                                                    "0000000"
                                                    "0000000"
                                                    "0000000"
                                                    "0000000"}));
        row("escapes", replaced(replaced(plain, "conv1x1", "\\u0063onv1x1"), "0011", "\\u00300\\u00311"));
        std::string metrics = base64(metricsOf({}));
        row("lines of base64", recordWith({}, metrics.insert(76, "\\n") + "\\n"));
        row("fields in another order and unknown ones",
            recordWith({}, base64(protoDouble(3, 1.0) + protoBytes(9, "text") + protoDouble(200 >> 4, 1.0)
                                  + protoBytes(1, protoBytes(6, "/a/checkpoint") + protoDouble(5, 0.8)
                                                      + protoDouble(4, 0.9)))));
    }

    void testAcceptedForms()
    {
        QFETCH(QByteArray, record);
        NasBench101Run run;
        const std::string_view problem = readNasBench101Run(record.toStdString(), 108, run);
        QCOMPARE(QString::fromUtf8(problem.data(), static_cast<qsizetype>(problem.size())), QString());
        QCOMPARE(run.valid, 0.9);
        QCOMPARE(run.test, 0.8);
        QCOMPARE(run.cell.edges, 7U);
    }

    void testOtherEpochsAreNotReadFurther()
    {
        NasBench101Run run;
        QVERIFY(readNasBench101Run(recordWith({.hash = "?", .epochs = 36}, "?"), 108, run).empty());
        QCOMPARE(run.epochs, 36);
    }

    void testProblem_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& record, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(record) << QString(says);
        };
        const std::string plain = recordOf({});
        const char* json = "not a JSON list";
        row("empty", "", json);
        row("no list", "{}", json);
        row("too few", "[\"00\", 108, \"0\"]", json);
        row("too many", replaced(plain, "]", ", 5]"), json);
        row("text behind", plain + "]", json);
        row("not closed", plain.substr(0, plain.size() - 1), json);
        row("string not closed", plain.substr(0, plain.size() - 2), json);
        row("escape not finished", "[\"\\", json);
        row("short \\u", "[\"\\u00", json);
        row("unknown escape", replaced(plain, "conv", "\\conv"), json);
        row("line break in a string", replaced(plain, "conv", "\nonv"), json);
        row("epochs as text", replaced(plain, "108", "\"108\""), json);
        row("epochs too large", replaced(plain, "108", "99999999999999999999"), json);

        row("short hash", recordOf({.hash = "0011"}), "hash");
        row("hash of other letters", recordOf({.hash = "0011223344556677g899aabbccddeeff"}), "hash");
        row("letter beyond ASCII", replaced(plain, "conv", "\\u00e9onv"), "operations");
        row("unknown operation", recordOf({.operations = "input,conv5x5-bn-relu,output"}), "operations");
        row("no output", recordOf({.operations = "input,maxpool3x3,maxpool3x3"}), "operations");
        row("no operations", recordOf({.operations = ""}), "operations");
        row("comma at the end", recordOf({.operations = "input,maxpool3x3,output,"}), "operations");
        row("eight vertices",
            recordOf({.operations = "input,maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3,output"}),
            "operations");
        row("no square", recordOf({.adjacency = "01100100"}), "adjacency");
        row("too small", recordOf({.adjacency = "0100"}), "adjacency");
        row("too large", recordOf({.adjacency = std::string(64, '0')}), "adjacency");
        row("edge to itself", recordOf({.adjacency = "111001000"}), "adjacency");
        row("edge backwards", recordOf({.adjacency = "011101000"}), "adjacency");
        row("edge beyond the cell", recordOf({.adjacency = "0111001000000000"}), "adjacency");
        row("other digit", recordOf({.adjacency = "021001000"}), "adjacency");
        row("no base64", recordWith({}, "Ci0!"), "base64");
        row("cut base64", recordWith({}, base64(metricsOf({})) + "A"), "base64");

        const char* message = "not a ModelMetrics";
        row("cut message", recordWith({}, base64(metricsOf({}).substr(0, 60))), message);
        row("length beyond the end",
            recordWith({}, base64("\x0a\x7f"
                                  "abc")),
            message);
        row("huge length", recordWith({}, base64("\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")), message);
        row("endless number", recordWith({}, base64(std::string(1, '\x10') + std::string(11, '\xff'))), message);
        row("field 0", recordWith({}, base64(std::string("\x00\x01", 2))), message);
        row("group not closed", recordWith({}, base64("\x0b")), message);
        row("cut evaluation", recordWith({}, base64(protoBytes(1, protoDouble(4, 0.9).substr(0, 5)))), message);

        const char* accuracy = "lacks an accuracy";
        row("no evaluation", recordWith({}, base64(protoDouble(3, 1.0))), accuracy);
        row("a group", recordWith({}, base64("\x0b\x0c")), accuracy);
        row("empty message", recordWith({}, ""), accuracy);
        row("no test accuracy", recordWith({}, base64(protoBytes(1, protoDouble(4, 0.9)))), accuracy);
        row("percent", recordOf({.valid = 90.0}), accuracy);
        row("negative", recordOf({.test = -0.1}), accuracy);
        row("not a number", recordOf({.valid = std::numeric_limits<double>::quiet_NaN()}), accuracy);
    }

    void testProblem()
    {
        QFETCH(QByteArray, record);
        QFETCH(QString, says);
        const QString problem = problemOf(record.toStdString());
        QVERIFY2(problem.contains(says), qPrintable("says \"" + problem + "\""));
        QCOMPARE(problemOf(recordOf({})), QString());
    }

    // Any byte that is missing or another one: read or refused, never anything else (with the sanitizers: no overrun).
    void testAnyDamage()
    {
        const std::string plain = recordOf({});
        NasBench101Run run;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            QVERIFY(!readNasBench101Run(plain.substr(0, i), 108, run).empty());
            for (const int flip : {0x01, 0x20, 0x80}) {
                std::string wrong = plain;
                wrong[i] = static_cast<char>(wrong[i] ^ flip);
                static_cast<void>(readNasBench101Run(wrong, 108, run));
            }
        }
        const std::string metrics = metricsOf({});
        for (std::size_t i = 0; i < 8 * metrics.size(); ++i) {
            std::string wrong = metrics;
            wrong[i / 8] = static_cast<char>(wrong[i / 8] ^ (1 << i % 8));
            static_cast<void>(readNasBench101Run(recordWith({}, base64(wrong)), 108, run));
            static_cast<void>(readNasBench101Run(recordWith({}, base64(wrong.substr(0, i / 8))), 108, run));
        }
    }

    void testBase64_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QByteArray>("bytes");
        // RFC 4648, section 10
        QTest::newRow("0") << QByteArray("") << true << QByteArray("");
        QTest::newRow("1") << QByteArray("Zg==") << true << QByteArray("f");
        QTest::newRow("2") << QByteArray("Zm8=") << true << QByteArray("fo");
        QTest::newRow("3") << QByteArray("Zm9v") << true << QByteArray("foo");
        QTest::newRow("6") << QByteArray("Zm9v\r\nYmFy\n") << true << QByteArray("foobar");
        QTest::newRow("all digits") << QByteArray("+/+/") << true << QByteArray("\xfb\xff\xbf");
        QTest::newRow("no padding") << QByteArray("Zg") << false << QByteArray();
        QTest::newRow("little padding") << QByteArray("Zg=") << false << QByteArray();
        QTest::newRow("much padding") << QByteArray("Zm8==") << false << QByteArray();
        QTest::newRow("only padding") << QByteArray("====") << false << QByteArray();
        QTest::newRow("one digit") << QByteArray("Z===") << false << QByteArray();
        QTest::newRow("text behind") << QByteArray("Zg==Zg==") << false << QByteArray();
        QTest::newRow("other alphabet") << QByteArray("-_-_") << false << QByteArray();
    }

    void testBase64()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QFETCH(QByteArray, bytes);
        std::string decoded;
        QCOMPARE(decodeBase64(text.toStdString(), decoded), good);
        if (good)
            QCOMPARE(QByteArray::fromStdString(decoded), bytes);
    }
};

QTEST_APPLESS_MAIN(TestNasBench101Run)
#include "tst_nasbench101_run.moc"
