// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_settings.h"
#include "core/search/strategy.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <functional>

using namespace inverso;

using Change = std::function<void(SearchSettings&)>;
Q_DECLARE_METATYPE(Change)

class TestSearchSettings : public QObject
{
    Q_OBJECT

private slots:
    void testMethods()
    {
        std::vector<std::string_view> names;
        for (const MethodInfo& method : searchMethods()) {
            names.push_back(method.name);
            QVERIFY(!method.title.empty());
            QVERIFY(method.summary.ends_with('.'));
            QVERIFY(method.defaults.initial > 0);
            QVERIFY(method.defaults.candidates == 0 || method.defaults.candidates >= method.defaults.topK);
        }
        QVERIFY((names
                 == std::vector<std::string_view>{"inn", "inn-random", "rs", "ls", "re", "bananas", "agnet",
                                                  "arch2vec-rl", "arch2vec-bo", "crlso", "enumerate"}));
    }

    void testPresetDecidesTheInitialLabels_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("training");
        QTest::addColumn<int>("validation");
        const auto row = [](const char* name, const Change& change, int training, int validation) {
            QTest::newRow(name) << change << training << validation;
        };
        row(
            "default", [](SearchSettings&) {}, 10, 0);
        row(
            "thesis", [](SearchSettings& s) { s.model.preset = Preset::Thesis; }, 50, 50);
        row(
            "set", [](SearchSettings& s) { s.initialTraining = 20, s.initialValidation = 5; }, 20, 5);
        row(
            "thesis, validation set",
            [](SearchSettings& s) { s.model.preset = Preset::Thesis, s.initialValidation = 10; }, 50, 10);
        row(
            "rs", [](SearchSettings& s) { s.method = "rs"; }, 10, 0);
        row(
            "rs has no presets", [](SearchSettings& s) { s.method = "rs", s.model.preset = Preset::Thesis; }, 10, 0);
        row(
            "crlso takes weights of a preset, no more",
            [](SearchSettings& s) { s.method = "crlso", s.model.preset = Preset::Thesis; }, 16, 0);
        row(
            "rs with a small budget", [](SearchSettings& s) { s.method = "rs", s.budget = 4; }, 4, 0);
        row(
            "ls, set", [](SearchSettings& s) { s.method = "ls", s.initialTraining = 30; }, 30, 0);
    }

    void testPresetDecidesTheInitialLabels()
    {
        QFETCH(Change, change);
        QFETCH(int, training);
        QFETCH(int, validation);
        SearchSettings settings;
        change(settings);
        const SearchSettings once = resolved(settings);
        QCOMPARE(once.initialTraining, training);
        QCOMPARE(once.initialValidation, validation);
        QCOMPARE(once.initialTotal(), training + validation);
        const SearchSettings twice = resolved(once);
        QCOMPARE(twice.initialTraining, training);
        QCOMPARE(twice.initialValidation, validation);
    }

    void testMethodDecidesTheRounds_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("initial");
        QTest::addColumn<int>("topK");
        QTest::addColumn<int>("candidates");
        QTest::newRow("inn") << "inn" << 10 << 5 << 100;
        QTest::newRow("enumerate") << "enumerate" << 10 << 5 << 100;
        QTest::newRow("bananas") << "bananas" << 10 << 10 << 100;
        QTest::newRow("agnet") << "agnet" << 16 << 16 << 100;
        QTest::newRow("arch2vec-rl") << "arch2vec-rl" << 2 << 16 << 16;
        QTest::newRow("arch2vec-bo") << "arch2vec-bo" << 16 << 5 << 100;
        QTest::newRow("crlso") << "crlso" << 16 << 10 << 10;
        QTest::newRow("rs") << "rs" << 10 << 5 << 5;
    }

    void testMethodDecidesTheRounds()
    {
        QFETCH(QString, method);
        QFETCH(int, initial);
        QFETCH(int, topK);
        QFETCH(int, candidates);
        SearchSettings settings;
        settings.method = method.toStdString();
        const SearchSettings filled = resolved(settings);
        QCOMPARE(filled.initialTraining, initial);
        QCOMPARE(filled.initialValidation, 0);
        QCOMPARE(filled.topK, topK);
        QCOMPARE(filled.candidates, candidates);
        settings.topK = 7;
        settings.candidates = 30;
        QCOMPARE(resolved(settings).topK, 7);
        QCOMPARE(resolved(settings).candidates, 30);
        settings.topK = 200; // more than the method proposes by itself
        settings.candidates = 0;
        QCOMPARE(resolved(settings).candidates, 200);
    }

    void testRefused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("allowed");
        const auto row = [](const char* name, const Change& change, const char* option, const char* value,
                            const char* allowed) {
            QTest::newRow(name) << change << QString::fromLatin1(option) << QString::fromLatin1(value)
                                << QString::fromLatin1(allowed);
        };
        row(
            "method", [](SearchSettings& s) { s.method = "magic"; }, "method", "magic",
            "inn, inn-random, rs, ls, re, bananas, agnet, arch2vec-rl, arch2vec-bo, crlso, enumerate");
        row(
            "no budget", [](SearchSettings& s) { s.budget = 0; }, "budget", "0", "1 to");
        row(
            "budget too small", [](SearchSettings& s) { s.budget = 9; }, "budget", "9", "10 initial labels");
        row(
            "budget of the thesis", [](SearchSettings& s) { s.model.preset = Preset::Thesis, s.budget = 99; }, "budget",
            "99", "100 initial labels (50+50)");
        row(
            "budget below own labels", [](SearchSettings& s) { s.method = "re", s.initialTraining = 200; }, "budget",
            "190", "200 initial labels");
        row(
            "negative training", [](SearchSettings& s) { s.initialTraining = -1; }, "initial_training", "-1", "1 to");
        row(
            "negative validation", [](SearchSettings& s) { s.initialValidation = -2; }, "initial_validation", "-2",
            "0 to");
        row(
            "one label for bananas", [](SearchSettings& s) { s.method = "bananas", s.initialTraining = 1; },
            "initial_training", "1+0", "2 or more");
        row(
            "budget below the generator's labels", [](SearchSettings& s) { s.method = "agnet", s.budget = 15; },
            "budget", "15", "16 initial labels");
        row(
            "one label", [](SearchSettings& s) { s.initialTraining = 1; }, "initial_training", "1+0", "2 or more");
        row(
            "top-k", [](SearchSettings& s) { s.topK = -1; }, "top_k", "-1", "1 to");
        row(
            "candidates", [](SearchSettings& s) { s.candidates = -1; }, "candidates", "-1", "1 to");
        row(
            "fewer candidates than queries", [](SearchSettings& s) { s.candidates = 4; }, "candidates", "4",
            "at least the 5");
        row(
            "rounds", [](SearchSettings& s) { s.rounds = 0; }, "rounds", "0", "1 to");
        row(
            "threads", [](SearchSettings& s) { s.model.threads = -1; }, "threads", "-1", "0 to 1024");
    }

    void testRefused()
    {
        QFETCH(Change, change);
        QFETCH(QString, option);
        QFETCH(QString, value);
        QFETCH(QString, allowed);
        SearchSettings settings;
        change(settings);
        const std::string error = errorText<UsageError>([&] { resolved(settings); });
        COMPARE_CONTAINS(error, option.toStdString());
        COMPARE_CONTAINS(error, value.toStdString());
        COMPARE_CONTAINS(error, allowed.toStdString());
    }

    void testUnusedSettingsAreRefused_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("preset");
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("users"); // empty: it is used
        const auto row = [](const char* method, Preset preset, const char* setting, const char* users) {
            QTest::addRow("%s, %d, %s", method, static_cast<int>(preset), setting)
                << QString(method) << static_cast<int>(preset) << QString(setting) << QString(users);
        };
        const char* withThesis = "inn, inn-random, enumerate with the preset thesis";
        row("inn", Preset::Default, "rank_weight", withThesis);
        row("inn", Preset::Default, "fine_tune", withThesis);
        row("inn", Preset::Thesis, "rank_weight", "");
        row("rs", Preset::Thesis, "fine_tune", withThesis);
        row("bananas", Preset::Default, "preset", "inn, inn-random, crlso, enumerate");
        row("crlso", Preset::Thesis, "preset", "");
        row("rs", Preset::Default, "weights", "inn, inn-random, crlso, enumerate");
        row("ls", Preset::Default, "candidates", "inn, inn-random, bananas, agnet");
        row("re", Preset::Default, "rounds", "inn, inn-random, bananas, agnet");
        row("rs", Preset::Default, "top_k", "");
        row("rs", Preset::Default, "set", "inn, inn-random, crlso, enumerate");
    }

    void testUnusedSettingsAreRefused()
    {
        QFETCH(QString, method);
        QFETCH(int, preset);
        QFETCH(QString, setting);
        QFETCH(QString, users);
        SearchSettings settings;
        settings.method = method.toStdString();
        settings.model.preset = static_cast<Preset>(preset);
        const std::vector<std::string> given{setting.toStdString()};
        if (users.isEmpty()) {
            requireUsed(settings, given);
            return;
        }
        const std::string error = errorText<SettingError>([&] { requireUsed(settings, given); });
        COMPARE_CONTAINS(error, setting.toStdString());
        COMPARE_CONTAINS(error, users.toStdString());
    }

    void testOverridesAreCheckedBeforeAnythingIsMade_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << "inn"
                                 << "membrs"
                                 << "3"
                                 << "members";
        QTest::newRow("range") << "inn"
                               << "members"
                               << "0"
                               << "1 to 64";
        QTest::newRow("no number") << "inn"
                                   << "ridge"
                                   << "big"
                                   << "0.000001 to 1000000";
        QTest::newRow("of the other preset") << "inn"
                                             << "repeat"
                                             << "3"
                                             << "with the preset thesis";
        QTest::newRow("of another method") << "crlso"
                                           << "members"
                                           << "3"
                                           << "inn, inn-random";
        QTest::newRow("none") << "rs"
                              << "foo"
                              << "1"
                              << "inn, inn-random, crlso, enumerate";
        QTest::newRow("a setting of searches") << "inn"
                                               << "budget"
                                               << "5"
                                               << "members";
    }

    void testOverridesAreCheckedBeforeAnythingIsMade()
    {
        QFETCH(QString, method);
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, says);
        SearchSettings settings;
        settings.method = method.toStdString();
        settings.model.overrides = {{name.toStdString(), value.toStdString()}};
        COMPARE_CONTAINS(errorText<SettingError>([&] { resolved(settings); }), says.toStdString());
    }

    void testWhatHadNoEffectIsRemoved()
    {
        SearchSettings settings;
        settings.model.rankWeight = true;
        settings.model.fineTune = FineTune::EndToEnd;
        settings.model.overrides = {{"members", "3"}, {"repeat", "4"}};
        const auto removed = removeUnused(settings);
        QCOMPARE(removed.size(), std::size_t{3});
        QCOMPARE(removed[0].setting(), std::string("repeat"));
        QVERIFY(!settings.model.rankWeight && settings.model.fineTune == FineTune::Partial);
        QCOMPARE(settings.model.overrides, (Overrides{{"members", "3"}}));
        QVERIFY(removeUnused(settings).empty());
    }

    void testEverySettingIsDescribed()
    {
        const auto isDescribed = [](const SettingField& field) {
            return !field.id.empty() && !field.help.empty() && !field.help.ends_with('.')
                   && (std::holds_alternative<std::string*>(field.value) || !allowedText(field).empty());
        };
        SearchSettings settings;
        for (const SettingField& field : settingFields(settings))
            QVERIFY2(isDescribed(field) && !field.title.empty(), std::string(field.id).c_str());
        for (const MethodInfo& method : searchMethods()) {
            for (const Preset preset : {Preset::Default, Preset::Thesis}) {
                if (!method.settings)
                    continue;
                const SettingSet own = method.settings(preset);
                for (const SettingField& field : own.fields())
                    QVERIFY2(isDescribed(field), std::string(field.id).c_str());
            }
        }
    }

    void testPhaseSecondsAddUp()
    {
        PhaseSeconds sum{1, 2, 3, 4, 5};
        sum += PhaseSeconds{10, 20, 30, 40, 50};
        QCOMPARE(sum.fineTune, 11.0);
        QCOMPARE(sum.retrain, 22.0);
        QCOMPARE(sum.generate, 33.0);
        QCOMPARE(sum.predict, 44.0);
        QCOMPARE(sum.other, 55.0);
    }
};

QTEST_APPLESS_MAIN(TestSearchSettings)
#include "tst_search_settings.moc"
