// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/crc32c.h"

#include <QtTest>

#include <string>

using namespace inverso;

class TestCrc32c : public QObject
{
    Q_OBJECT

private slots:
    void testKnownSums_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<quint32>("sum");
        // RFC 3720, appendix B.4; it prints the sums byte by byte, the lowest first.
        QTest::newRow("32 zeros") << QByteArray(32, '\0') << 0x8a9136aaU;
        QTest::newRow("32 ones") << QByteArray(32, '\xff') << 0x62a8ab43U;
        QByteArray up;
        for (char c = 0; c < 32; ++c)
            up += c;
        QTest::newRow("incrementing") << up << 0x46dd794eU;
        std::reverse(up.begin(), up.end());
        QTest::newRow("decrementing") << up << 0x113fdb5cU;
        QTest::newRow("an iSCSI read command")
            << QByteArray::fromHex("01c00000000000000000000000000000140000000000040000000014000000182800000000000000"
                                   "0200000000000000")
            << 0xd9963a56U;
        // Ross Williams' check value, and nothing.
        QTest::newRow("digits") << QByteArray("123456789") << 0xe3069283U;
        QTest::newRow("nothing") << QByteArray("") << 0U;
    }

    void testKnownSums()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(quint32, sum);
        QCOMPARE(crc32c(bytes.toStdString()), sum);
        QCOMPARE(crc32cByTable(bytes.toStdString()), sum);
    }

    // Whatever the length and the alignment; the table's way is checked bit by bit.
    void testWaysAgree()
    {
        std::string bytes;
        for (unsigned i = 0; i < 100; ++i)
            bytes += static_cast<char>(i * i * 37 + 11);
        for (std::size_t begin = 0; begin < 9; ++begin) {
            for (std::size_t end = begin; end < bytes.size(); ++end) {
                const std::string_view part = std::string_view(bytes).substr(begin, end - begin);
                QCOMPARE(crc32c(part), bitByBit(part));
                QCOMPARE(crc32cByTable(part), bitByBit(part));
            }
        }
    }

    void testMask()
    {
        QCOMPARE(masked(0U), 0xa282ead8U);
        // The mask turns by 15 bits and adds a constant (TensorFlow, core/lib/hash/crc32c.h).
        QCOMPARE(masked(0x12345678U), ((0x12345678U >> 15) | (0x12345678U << 17)) + 0xa282ead8U);
    }

private:
    static std::uint32_t bitByBit(std::string_view bytes)
    {
        std::uint32_t crc = 0xffffffffU;
        for (const char byte : bytes) {
            crc ^= static_cast<unsigned char>(byte);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc & 1U) != 0 ? crc >> 1 ^ 0x82f63b78U : crc >> 1;
        }
        return ~crc;
    }
};

QTEST_APPLESS_MAIN(TestCrc32c)
#include "tst_crc32c.moc"
