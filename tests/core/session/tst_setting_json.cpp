// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/setting_json.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

using namespace inverso;
using Json = nlohmann::ordered_json;

namespace {

struct Settings
{
    int old = 3;
    int later = 5;
    int threads = 0;
};

std::vector<SettingField> settingFields(Settings& s)
{
    using enum SettingField::Recorded;
    return {{.id = "old", .value = &s.old, .high = 9, .help = "old", .recorded = Always},
            {.id = "later", .value = &s.later, .high = 9, .help = "later"},
            {.id = "threads", .value = &s.threads, .high = 9, .help = "threads", .recorded = Never}};
}

} // namespace

class TestSettingJson : public QObject
{
    Q_OBJECT

private slots:
    // Else a new setting would give every finished run another id.
    void testANewSettingIsWrittenOnlyWhereItWasSet()
    {
        Settings settings;
        settings.threads = 4;
        Json object;
        record(settings, object);
        QCOMPARE(object.dump(), std::string(R"({"old":3})"));
        settings.later = 6;
        object = {};
        record(settings, object);
        QCOMPARE(object.dump(), std::string(R"({"old":3,"later":6})"));
    }

    void testIsReadBack()
    {
        Settings settings;
        readRecorded(Json::parse(R"({"old":4})"), settingFields(settings));
        QCOMPARE(settings.old, 4);
        QCOMPARE(settings.later, 5);
        readRecorded(Json::parse(R"({"old":4,"later":7})"), settingFields(settings));
        QCOMPARE(settings.later, 7);
    }

    void testWhatCannotBeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("text") << QByteArray(R"({"old":"4"})") << QByteArray("whole number");
        QTest::newRow("fraction") << QByteArray(R"({"old":4.5})") << QByteArray("whole number");
        QTest::newRow("out of range") << QByteArray(R"({"old":10})") << QByteArray("0 to 9");
        QTest::newRow("no int") << QByteArray(R"({"old":5000000000})") << QByteArray("0 to 9");
        QTest::newRow("later") << QByteArray(R"({"old":4,"later":true})") << QByteArray("whole number");
    }

    void testWhatCannotBeIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, says);
        Settings settings;
        const std::string error =
            errorText<SettingError>([&] { readRecorded(Json::parse(json.toStdString()), settingFields(settings)); });
        COMPARE_CONTAINS(error, says.toStdString());
    }
};

QTEST_APPLESS_MAIN(TestSettingJson)
#include "tst_setting_json.moc"
