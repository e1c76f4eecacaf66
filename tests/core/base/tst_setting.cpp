// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/setting.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

using namespace inverso;

namespace {

enum class Colour { Red, Green };
constexpr std::array<std::string_view, 2> colourNames = {"red", "green"};

struct Settings
{
    int whole = 3;
    std::uint64_t large = 5;
    double real = 0.25;
    bool flag = false;
    std::string text = "a";
    Colour colour = Colour::Red;
};

std::vector<SettingField> settingFields(Settings& s)
{
    return {{"whole", &s.whole, 1, 1000000, "whole"}, {"large", &s.large, 0, largestSeed, "large"},
            {"real", &s.real, 1e-9, 2, "real"},       {"flag", &s.flag, 0, 1, "flag"},
            {"text", &s.text, 0, 0, "text"},          {"colour", choiceOf(s.colour, colourNames), 0, 0, "colour"}};
}

} // namespace

class TestSetting : public QObject
{
    Q_OBJECT

private slots:
    void testValuesAreWrittenAndReadBack_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("after");
        QTest::newRow("whole") << "whole"
                               << "3"
                               << "1000000"
                               << "1000000";
        QTest::newRow("large") << "large"
                               << "5"
                               << "18446744073709551615"
                               << "18446744073709551615";
        QTest::newRow("real") << "real"
                              << "0.25"
                              << "0.0001"
                              << "0.0001";
        QTest::newRow("flag") << "flag"
                              << "off"
                              << "on"
                              << "on";
        QTest::newRow("flag, otherwise") << "flag"
                                         << "off"
                                         << "true"
                                         << "on";
        QTest::newRow("text") << "text"
                              << "a"
                              << "b c"
                              << "b c";
        QTest::newRow("choice") << "colour"
                                << "red"
                                << "green"
                                << "green";
    }

    void testValuesAreWrittenAndReadBack()
    {
        QFETCH(QString, id);
        QFETCH(QString, before);
        QFETCH(QString, given);
        QFETCH(QString, after);
        Settings settings;
        const auto fields = settingFields(settings);
        const SettingField* field = findField(fields, id.toStdString());
        QVERIFY(field != nullptr);
        QCOMPARE(textOf(*field), before.toStdString());
        assign(*field, given.toStdString());
        QCOMPARE(textOf(*field), after.toStdString());
    }

    void testWhatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("allowed");
        QTest::newRow("too small") << "whole"
                                   << "0"
                                   << "1 to 1000000";
        QTest::newRow("too large for an int") << "whole"
                                              << "5000000000"
                                              << "1 to 1000000";
        QTest::newRow("too large for a seed") << "large"
                                              << "18446744073709551616"
                                              << "0 to 18446744073709551615";
        QTest::newRow("not a whole number") << "whole"
                                            << "1.5"
                                            << "1 to 1000000";
        QTest::newRow("comma") << "real"
                               << "0,5"
                               << "1e-09 to 2";
        QTest::newRow("nan") << "real"
                             << "nan"
                             << "1e-09 to 2";
        QTest::newRow("switch") << "flag"
                                << "maybe"
                                << "on or off";
        QTest::newRow("choice") << "colour"
                                << "blue"
                                << "red, green";
    }

    void testWhatCannotBeIsRefused()
    {
        QFETCH(QString, id);
        QFETCH(QString, given);
        QFETCH(QString, allowed);
        SettingSet set{Settings()};
        try {
            applyOverrides({{id.toStdString(), given.toStdString()}}, set.fields());
            QFAIL("nothing was refused");
        } catch (const SettingError& error) {
            QVERIFY(error.kind() == SettingError::Kind::Value);
            QCOMPARE(error.setting(), id.toStdString());
            QCOMPARE(error.value(), given.toStdString());
            QCOMPARE(error.allowed(), allowed.toStdString());
            COMPARE_CONTAINS(error.sentence("--name"), "--name is ");
        }
    }

    void testUnknownSettingsListTheKnown()
    {
        SettingSet set{Settings()};
        const std::string error = errorText<SettingError>([&] { applyOverrides({{"hole", "1"}}, set.fields()); });
        COMPARE_CONTAINS(error, "hole");
        COMPARE_CONTAINS(error, "whole, large, real, flag, text, colour");
    }
};

QTEST_APPLESS_MAIN(TestSetting)
#include "tst_setting.moc"
