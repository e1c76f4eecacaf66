// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/settings_json.h"
#include "tests/core/base/error_text.h"
#include "tests/core/session/unusual_settings.h"

#include <QtTest>

using namespace inverso;

class TestSettingsJson : public QObject
{
    Q_OBJECT

private slots:
    void testSettingsSurvive()
    {
        const SearchSettings before = unusualSettings(18446744073709551615ULL); // the largest seed
        const SearchSettings after = settingsFromJson(toJson(before));
        QCOMPARE(toJson(after), toJson(before));
        QCOMPARE(after.seed, before.seed);
        QVERIFY(after.model.preset == Preset::Thesis && after.model.fineTune == FineTune::EndToEnd
                && after.model.rankWeight);
        QVERIFY(after.model.overrides == before.model.overrides);
        COMPARE_CONTAINS(errorText([] { settingsFromJson("{}"); }), "cannot be read");
    }

    void testNumbersThatAreNoneAreRefused()
    {
        for (const auto& [from, to] :
             {std::pair{"\"budget\":77", "\"budget\":1e300"}, std::pair{"\"budget\":77", "\"budget\":99999999999"},
              std::pair{"\"seed\":3", "\"seed\":-1.5"}}) {
            QString json = QString::fromStdString(toJson(unusualSettings(3)));
            QVERIFY(json.contains(QLatin1String(from)));
            json.replace(QLatin1String(from), QLatin1String(to));
            COMPARE_CONTAINS(errorText([&] { settingsFromJson(json.toStdString()); }), "; allowed: ");
        }
    }
};

QTEST_GUILESS_MAIN(TestSettingsJson)
#include "tst_settings_json.moc"
