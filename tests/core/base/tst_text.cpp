// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <array>
#include <clocale>
#include <cstdint>
#include <limits>
#include <string>

using namespace inverso;
using namespace std::string_literals;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void parsesOnlyWholeNumbers()
    {
        QCOMPARE(parseNumber<int>("42").value(), 42);
        QCOMPARE(parseNumber<double>("1.5").value(), 1.5);
        QVERIFY(!parseNumber<int>("42 "));
        QVERIFY(!parseNumber<int>(""));
        QVERIFY(!parseNumber<double>("1,5"));
        QVERIFY(!parseNumber<std::uint8_t>("256"));
    }

    void writesFixedDecimals()
    {
        QCOMPARE(fixed(91.6071, 2), "91.61"s);
        QCOMPARE(fixed(-0.5, 3), "-0.500"s);
        QCOMPARE(fixed(7, 0), "7"s);
        QCOMPARE(fixed(std::numeric_limits<double>::quiet_NaN(), 2), "–"s);
        QCOMPARE(fixed(std::numeric_limits<double>::infinity(), 2), "inf"s);
        QCOMPARE(fixed(std::numeric_limits<double>::max(), 1).size(), std::size_t(309 + 2));
    }

    /// Files and tables hold decimal points, also where the user's locale has a comma.
    void ignoresTheLocale()
    {
        QTemporaryDir folder;
        const QString locale = folder.filePath("comma");
        if (QProcess::execute("localedef", {"-i", "de_DE", "-f", "UTF-8", "--quiet", locale}) != 0)
            QSKIP("localedef, which makes a locale with a decimal comma, is not installed (package locales).");
        qputenv("LOCPATH", folder.path().toLocal8Bit());
        const std::string before = std::setlocale(LC_NUMERIC, nullptr);
        const bool comma = std::setlocale(LC_NUMERIC, "comma") != nullptr && *std::localeconv()->decimal_point == ',';
        const std::string text = fixed(1.25, 2);
        std::setlocale(LC_NUMERIC, before.c_str());
        qunsetenv("LOCPATH");
        QVERIFY(comma);
        QCOMPARE(text, "1.25"s);
    }

    void writesTheDeviationOfSeveralValues()
    {
        QCOMPARE(meanAndDeviation(std::array{1.0}, 1), "1.0"s);
        QCOMPARE(meanAndDeviation(std::array{1.0, 3.0}, 1), "2.0 ± 1.4"s);
    }

    void cutsLongQuotes()
    {
        QCOMPARE(inQuotes("abc"), "\"abc\""s);
        QCOMPARE(inQuotes("abcdef", 3), "\"abc…\""s);
    }

    void joinsAlsoEmptyTexts()
    {
        QCOMPARE(joined(std::array{"a", "b"}), "a, b"s);
        QCOMPARE(joined(std::array{"", "b"}, "|"), "|b"s);
        QCOMPARE(joined(std::array<const char*, 0>{}), ""s);
    }
};

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
