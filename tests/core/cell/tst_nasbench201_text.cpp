// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/nasbench201.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

using namespace inverso;

class TestNasBench201Text : public QObject
{
    Q_OBJECT

private slots:
    void testAcceptedForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("arch string")
            << "|nor_conv_3x3~0|+|none~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_1x1~1|nor_conv_3x3~2|";
        QTest::newRow("no outer bars")
            << "nor_conv_3x3~0+none~0|avg_pool_3x3~1+skip_connect~0|nor_conv_1x1~1|nor_conv_3x3~2";
        QTest::newRow("white space") << " | nor_conv_3x3 ~ 0 | + | none~0 | avg_pool_3x3~1|\t+ "
                                        "|skip_connect~0|nor_conv_1x1~1|nor_conv_3x3~2|\r\n";
        QTest::newRow("other order of inputs")
            << "|nor_conv_3x3~0|+|avg_pool_3x3~1|none~0|+|nor_conv_3x3~2|skip_connect~0|nor_conv_1x1~1|";
        QTest::newRow("short names") << "|conv3x3~0|+|zero~0|pool~1|+|skip~0|conv1x1~1|conv3x3~2|";
        QTest::newRow("other names") << "|conv_3x3~0|+|zeroize~0|avg_pool~1|+|identity~0|nor_conv1x1~1|nor_conv3x3~2|";
    }

    void testAcceptedForms()
    {
        QFETCH(QString, text);
        const SearchSpace& space = searchSpace("nasbench201");
        using Space = NasBench201;
        const CellIndex expected = Space::index(
            {Space::Conv3x3, Space::None, Space::AvgPool3x3, Space::SkipConnect, Space::Conv1x1, Space::Conv3x3});
        QCOMPARE(space.parse(text.toStdString()), expected);
        const std::string keep = text.toStdString();
        const std::string_view key = keep;
        QCOMPARE(space.parseKey({&key, 1}), expected);
    }

    void testErrors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named"); // the part that the error points at
        QTest::newRow("empty") << ""
                               << "is empty";
        QTest::newRow("blank") << "  "
                               << "is empty";
        QTest::newRow("unknown operation") << "|max_pool~0|+|none~0|none~1|+|none~0|none~1|none~2|"
                                           << "unknown operation \"max_pool\"";
        QTest::newRow("nasbench101 cell") << "111:input,conv3x3-bn-relu,output"
                                          << "has 1 part";
        QTest::newRow("a node missing") << "|none~0|+|none~0|none~1|"
                                        << "has 2 parts";
        QTest::newRow("an input missing") << "|none~0|+|none~0|none~1|+|none~0|none~1|"
                                          << "2 of the 3 inputs of node 3";
        QTest::newRow("a node empty") << "+|none~0|none~1|+|none~0|none~1|none~2|"
                                      << "0 of the 1 inputs of node 1";
        QTest::newRow("an input twice") << "|none~0|+|none~0|none~0|+|none~0|none~1|none~2|"
                                        << "~0 of node 2 twice";
        QTest::newRow("an input of the future") << "|none~1|+|none~0|none~1|+|none~0|none~1|none~2|"
                                                << "\"none~1\"";
        QTest::newRow("a source too large") << "|none~0|+|none~0|none~1|+|none~0|none~1|none~22|"
                                            << "\"22\"";
        QTest::newRow("a source that is none") << "|none~0|+|none~0|none~1|+|none~0|none~1|none~x|"
                                               << "\"x\"";
        QTest::newRow("no source") << "|none|+|none~0|none~1|+|none~0|none~1|none~2|"
                                   << "\"none\" without its source";
    }

    void testErrors()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const std::string error = errorText([&] { (void)searchSpace("nasbench201").parse(text.toStdString()); });
        COMPARE_CONTAINS(error, named.toStdString());
        COMPARE_CONTAINS(error, "none, skip_connect, nor_conv_1x1, nor_conv_3x3, avg_pool_3x3");
    }

    void testLongTextIsCutInErrors()
    {
        const std::string endless(1000000, 'x');
        const std::string error = errorText([&] { (void)searchSpace("nasbench201").parse(endless); });
        QVERIFY(!error.empty());
        QVERIFY(error.size() < 1000);
    }
};

QTEST_APPLESS_MAIN(TestNasBench201Text)
#include "tst_nasbench201_text.moc"
