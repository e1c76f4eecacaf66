// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which a TFRecord file can be damaged: what is whole is found, and the rest is told by its bytes.
#include "core/base/error.h"
#include "core/import/tf_record.h"
#include "tests/core/base/error_text.h"
#include "tests/core/import/nasbench101_records.h"

#include <QtTest>

#include <sstream>

using namespace inverso;

namespace {

/// "R 0+26 first" for a record, "D 26+27 its …" for damage, "C 53+9 missing 18" for the end of a file that is cut off.
QStringList readAll(const std::string& file)
{
    std::istringstream stream(file);
    TfRecordReader reader(stream, file.size());
    QStringList lines;
    std::uint64_t end = 0;
    while (const auto frame = reader.next()) {
        QString line = QStringLiteral("%1 %2+%3 ").arg("RDC"[frame->kind]).arg(frame->offset).arg(frame->bytes);
        if (frame->kind == TfFrame::CutOff)
            line += QStringLiteral("missing %1").arg(frame->missing);
        else
            line += QByteArray(
                frame->kind == TfFrame::Record ? frame->data.data() : frame->problem.data(),
                static_cast<qsizetype>(frame->kind == TfFrame::Record ? frame->data.size() : frame->problem.size()));
        lines << line;
        if (frame->offset != end)
            lines << QStringLiteral("begins at %1 instead of %2").arg(frame->offset).arg(end);
        end = frame->offset + frame->bytes;
    }
    if (end != file.size())
        lines << QStringLiteral("ends at %1 instead of %2").arg(end).arg(file.size());
    return lines;
}

const std::string first = tfFrame("the first");        // bytes 0 to 24
const std::string second = tfFrame("then the second"); // 25 to 55
const std::string third = tfFrame("and a third");      // 56 to 82

std::string flipped(std::string file, std::size_t place)
{
    file[place] = static_cast<char>(file[place] ^ 0x10);
    return file;
}

} // namespace

class TestTfRecord : public QObject
{
    Q_OBJECT

private slots:
    void testWholeFile()
    {
        QCOMPARE(readAll(first + second + third),
                 QStringList({"R 0+25 the first", "R 25+31 then the second", "R 56+27 and a third"}));
        QCOMPARE(readAll(tfFrame("") + first), QStringList({"R 0+16 ", "R 16+25 the first"}));
        QCOMPARE(readAll(""), QStringList());
    }

    void testDamagedRecord_data()
    {
        QTest::addColumn<int>("place"); // in the second record
        QTest::addColumn<QString>("damage");
        QTest::newRow("length") << 0 << "D 25+31 its length is damaged";
        QTest::newRow("high byte of the length") << 7 << "D 25+31 its length is damaged";
        QTest::newRow("checksum of the length") << 9 << "D 25+31 its length is damaged";
        QTest::newRow("first byte of the data") << 12 << "D 25+31 its data do not match their checksum";
        QTest::newRow("last byte of the data") << 26 << "D 25+31 its data do not match their checksum";
        QTest::newRow("checksum of the data") << 28 << "D 25+31 its data do not match their checksum";
    }

    void testDamagedRecord()
    {
        QFETCH(int, place);
        QFETCH(QString, damage);
        const auto offset = static_cast<std::size_t>(place);
        QCOMPARE(readAll(first + flipped(second, offset) + third),
                 QStringList({"R 0+25 the first", damage, "R 56+27 and a third"}));
        // As the first and as the last of the file
        QCOMPARE(readAll(flipped(second, offset) + third),
                 QStringList({QString(damage).replace("25+", "0+"), "R 31+27 and a third"}));
        QCOMPARE(readAll(first + flipped(second, offset)), QStringList({"R 0+25 the first", damage}));
    }

    // A length that is wrong although its checksum is right: what follows is not lost.
    void testWrongLength_data()
    {
        QTest::addColumn<quint64>("length");
        QTest::addColumn<QString>("problem");
        const QString data = "its data do not match their checksum";
        QTest::newRow("none") << quint64{0} << data;
        QTest::newRow("shorter") << quint64{11} << data;
        QTest::newRow("longer") << quint64{18} << data;
        QTest::newRow("into the next but one") << quint64{30} << data;
        QTest::newRow("just to the end of the file") << quint64{15 + 27} << data;
        QTest::newRow("beyond the end of the file") << quint64{15 + 28} << "its length goes beyond the end of the file";
        QTest::newRow("longest") << quint64{1 << 20} << "its length goes beyond the end of the file";
        QTest::newRow("too long") << quint64{(1 << 20) + 1} << "its length is damaged";
    }

    void testWrongLength()
    {
        QFETCH(quint64, length);
        QFETCH(QString, problem);
        const std::string wrong = tfHeader(length) + second.substr(12);
        QCOMPARE(readAll(first + wrong + third),
                 QStringList({"R 0+25 the first", "D 25+31 " + problem, "R 56+27 and a third"}));
    }

    // No memory for it: that would throw, or take the machine down.
    void testHugeLength()
    {
        for (const std::uint64_t length : {std::uint64_t{1} << 40, ~std::uint64_t{0}, ~std::uint64_t{0} - 15}) {
            QCOMPARE(readAll(first + tfHeader(length) + second.substr(12) + third),
                     QStringList({"R 0+25 the first", "D 25+31 its length is damaged", "R 56+27 and a third"}));
            QCOMPARE(readAll(tfHeader(length)), QStringList("D 0+12 its length is damaged"));
        }
    }

    void testTwoDamagedInARow()
    {
        QCOMPARE(readAll(first + flipped(second, 14) + flipped(second, 14) + third),
                 QStringList({"R 0+25 the first", "D 25+31 its data do not match their checksum",
                              "D 56+31 its data do not match their checksum", "R 87+27 and a third"}));
        QCOMPARE(readAll(first + flipped(second, 0) + flipped(second, 0) + third),
                 QStringList({"R 0+25 the first", "D 25+62 its length is damaged", "R 87+27 and a third"}));
    }

    void testBytesPutInOrTakenOut()
    {
        QCOMPARE(readAll(first + "noise" + second),
                 QStringList({"R 0+25 the first", "D 25+5 its length is damaged", "R 30+31 then the second"}));
        QCOMPARE(
            readAll(first + second.substr(0, 20) + third),
            QStringList({"R 0+25 the first", "D 25+20 its data do not match their checksum", "R 45+27 and a third"}));
        QCOMPARE(readAll(std::string(100000, '\0') + second),
                 QStringList({"D 0+100000 its length is damaged", "R 100000+31 then the second"}));
    }

    void testCutAnywhere()
    {
        for (std::size_t size = 26; size < 56; ++size) {
            const std::uint64_t whole = size < 25 + 12 ? 16 : 31; // the length is not known before its checksum is
            QCOMPARE(readAll((first + second).substr(0, size)),
                     QStringList({"R 0+25 the first",
                                  QStringLiteral("C 25+%1 missing %2").arg(size - 25).arg(whole - (size - 25))}));
        }
        QCOMPARE(readAll(first.substr(0, 3)), QStringList("C 0+3 missing 13"));
        // The damaged one before a cut does not take the cut with it.
        QCOMPARE(readAll(flipped(first, 14) + second.substr(0, 5)),
                 QStringList({"D 0+25 its data do not match their checksum", "C 25+5 missing 11"}));
    }

    // Records and searches that go over the ends of the reader's buffer.
    void testLargeFile()
    {
        std::string file;
        QStringList expected;
        for (std::size_t i = 0; file.size() < (std::size_t{10} << 20); ++i) {
            const std::string data(i * 7919 % (TfRecordReader::longestRecord + 1), static_cast<char>('a' + i % 26));
            const bool damaged = i % 3 == 1;
            const std::string frame = tfFrame(data);
            expected << QStringLiteral("%1 %2+%3").arg(damaged ? 'D' : 'R').arg(file.size()).arg(frame.size());
            file += damaged ? flipped(frame, i % 2 * 12) : frame;
        }
        expected << QStringLiteral("R %1+25").arg(file.size());
        file += first;
        QStringList found = readAll(file);
        for (QString& line : found)
            line = line.section(' ', 0, 1);
        QCOMPARE(found, expected);
    }

    void testStreamEndsTooEarly()
    {
        std::istringstream stream(first);
        TfRecordReader reader(stream, first.size() + 5);
        COMPARE_CONTAINS(errorText([&] { reader.next(); }), "cannot be read beyond byte 25 of 30");
    }

    void testCancel()
    {
        std::istringstream stream(first);
        std::stop_source source;
        source.request_stop();
        TfRecordReader reader(stream, first.size(), source.get_token());
        QVERIFY_EXCEPTION_THROWN(reader.next(), Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestTfRecord)
#include "tst_tf_record.moc"
