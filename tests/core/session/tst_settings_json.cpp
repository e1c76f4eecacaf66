// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/settings_json.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

namespace {

using namespace inverso;

/// Nothing in them is a default.
SearchSettings settings(std::uint64_t seed)
{
    SearchSettings settings;
    settings.method = "re";
    settings.model.preset = Preset::Thesis;
    settings.model.fineTune = FineTune::EndToEnd;
    settings.model.rankWeight = true;
    settings.seed = seed;
    settings.budget = 77;
    settings.initialTraining = 7;
    settings.initialValidation = 3;
    settings.model.overrides = {{"inn.blocks", "4"}, {"name with \"quotes\"", ""}};
    return settings;
}

} // namespace

class TestSettingsJson : public QObject
{
    Q_OBJECT

private slots:
    void testSettingsSurvive()
    {
        const SearchSettings before = settings(18446744073709551615ULL); // the largest seed
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
            QString json = QString::fromStdString(toJson(settings(3)));
            QVERIFY(json.contains(QLatin1String(from)));
            json.replace(QLatin1String(from), QLatin1String(to));
            COMPARE_CONTAINS(errorText([&] { settingsFromJson(json.toStdString()); }), "; allowed: ");
        }
    }
};

QTEST_GUILESS_MAIN(TestSettingsJson)
#include "tst_settings_json.moc"
