// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/label_lines.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

class TestLabelLines : public QObject
{
    Q_OBJECT

private slots:
    void testSeparators_data()
    {
        QTest::addColumn<QString>("between");
        for (const char* between : {"\t", ",", ";", " ", ", ", " ; ", "  "})
            QTest::newRow(between) << between;
    }
    void testSeparators()
    {
        QFETCH(QString, between);
        const std::string gap = between.toStdString();
        const std::string text = m_space.text(9) + gap + "71.5" + gap + "70\r\n" + m_space.text(4) + gap + "60.25 %\n";
        const LabelLines lines = readLabelLines(text, m_space);
        QVERIFY2(lines.problems.empty(), lines.problems.empty() ? "" : lines.problems[0].c_str());
        QCOMPARE(lines.labels.size(), std::size_t{2});
        QCOMPARE(lines.labels[0].first, CellIndex{9});
        QCOMPARE(lines.labels[0].second.valid, 71.5);
        QCOMPARE(lines.labels[0].second.test, 70.0);
        QCOMPARE(lines.labels[1].second.valid, 60.25);
        QVERIFY(std::isnan(lines.labels[1].second.test));
    }

    void testSaysWhatItCannotUse()
    {
        const std::string a = m_space.text(1);
        const std::string text = "arch,valid,test\n\n# from the cluster\n" + a + ",50\nnonsense,60\n" + m_space.text(2)
                                 + "\n" + m_space.text(3) + ",0.93\n" + m_space.text(4) + ",130\n" + m_space.text(5)
                                 + ",1,2,3\n" + a + ",50\n" + a + ",51\n77.5\n\"" + m_space.text(6) + "\",40,41";
        const LabelLines lines = readLabelLines(text, m_space);
        QCOMPARE(lines.labels.size(), std::size_t{2});
        QCOMPARE(lines.labels[0].second.valid, 50.0);
        QCOMPARE(lines.labels[1].first, CellIndex{6});
        QCOMPARE(lines.problems.size(), std::size_t{7});
        for (const auto& [at, words] : {std::pair{0U, "Line 5: "},
                                        {1U, "no accuracy"},
                                        {2U, "write 93 for 0.93"},
                                        {3U, "0 to 100"},
                                        {4U, "more than two"},
                                        {5U, "twice"},
                                        {6U, "no cell"}})
            COMPARE_CONTAINS(lines.problems[at], words);
    }

    void testLabelAlone()
    {
        QCOMPARE(readLabel(" 91.2\t90.8 ").test, 90.8);
        QVERIFY(std::isnan(readLabel("91.2").test));
        COMPARE_CONTAINS(errorText([] { (void)readLabel("abc"); }), "\"abc\" is not a number");
        COMPARE_CONTAINS(errorText([] { (void)readLabel("1 2 3"); }), "more than two");
        COMPARE_CONTAINS(errorText([] { (void)readLabel("0.9"); }), "write 93 for 0.93");
        COMPARE_CONTAINS(errorText([] { (void)readLabel(""); }), "line is empty");
    }

private:
    const SearchSpace& m_space = searchSpace("nasbench201");
};

QTEST_APPLESS_MAIN(TestLabelLines)
#include "tst_label_lines.moc"
