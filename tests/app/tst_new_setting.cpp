// SPDX-License-Identifier: GPL-3.0-or-later
// A setting is described in one place, the list of its method, and found wherever a person meets settings.
#include "app/cli/program.h"
#include "core/experiment/plan.h"
#include "core/session/settings_json.h"
#include "tests/core/base/error_text.h"
#include "ui/run/advanced_settings.h"

#include <CLI/CLI.hpp>

#include <QRegularExpression>
#include <QSpinBox>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

namespace {

int temperature = 4;

/// The one place.
MethodInfo withNewSetting()
{
    MethodInfo method = methodNamed("crlso");
    method.settings = [before = method.settings](Preset preset) {
        SettingSet settings = before(preset);
        settings.add({"new_temperature", &temperature, 1, 77, "how hot a candidate may be"});
        return settings;
    };
    return method;
}

std::string planWith(const std::string& value)
{
    return R"({"name": "p", "benchmarks": [{"name": "b", "space": "nasbench201", "source": "t.csv"}],
               "searches": [{"method": "crlso", "set": {"new_temperature": )"
           + value + "}}]}";
}

} // namespace

class TestNewSetting : public QObject
{
    Q_OBJECT

private slots:
    void isInTheHelpOfTheCommandLine()
    {
        const MethodReplacement replaced(withNewSetting());
        CLI::App app;
        cli::Program program;
        cli::addSearchCommand(app, program);
        const std::string help = app.get_subcommand("search")->help();
        COMPARE_CONTAINS(help, "new_temperature");
        COMPARE_CONTAINS(help, "how hot a candidate may be (default 4; 1 to 77)");
    }

    void isAFieldOfTheWindow()
    {
        const MethodReplacement replaced(withNewSetting());
        AdvancedSettings form;
        form.setMethod(findMethod("crlso"));
        const auto boxes = form.findChildren<QSpinBox*>(QRegularExpression(QStringLiteral("_newTemperature$")));
        QCOMPARE(boxes.size(), 1);
        QCOMPARE(boxes[0]->value(), 4);
        QCOMPARE(boxes[0]->maximum(), 77);
        QVERIFY(boxes[0]->toolTip().contains(QStringLiteral("How hot a candidate may be")));
        QVERIFY(AdvancedSettings::fieldNames(searchMethods()).contains(boxes[0]->objectName())); // can be undone

        SearchSettings settings;
        settings.method = "crlso";
        form.fill(settings);
        QVERIFY(settings.model.overrides.empty()); // left at its default
        boxes[0]->setValue(9);
        form.fill(settings);
        QCOMPARE(settings.model.overrides, (Overrides{{"new_temperature", "9"}}));
        resolved(settings);
    }

    void isInSessionsAndHeadings()
    {
        const MethodReplacement replaced(withNewSetting());
        SearchSettings settings;
        settings.method = "crlso";
        settings.model.overrides = {{"new_temperature", "9"}};
        COMPARE_CONTAINS(toJson(resolved(settings)), R"(["new_temperature","9"])");
        QCOMPARE(settingsFromJson(toJson(settings)).model.overrides, settings.model.overrides);
        COMPARE_CONTAINS(whatIsSet(settings), "new_temperature 9");
        settings.model.overrides = {{"new_temperature", "78"}};
        COMPARE_CONTAINS(errorText<SettingError>([&] { resolved(settings); }), "1 to 77");
    }

    void isReadFromPlans()
    {
        const MethodReplacement replaced(withNewSetting());
        const Plan plan = parsePlan(planWith("9"), "test");
        requireValid(plan);
        QCOMPARE(plan.searches.front().settings.model.overrides, (Overrides{{"new_temperature", "9"}}));
        const std::string error = errorText<UsageError>([] { requireValid(parsePlan(planWith("78"), "test")); });
        COMPARE_CONTAINS(error, "new_temperature");
        COMPARE_CONTAINS(error, "1 to 77");
    }

    void isUnknownWithoutItsDescription()
    {
        SearchSettings settings;
        settings.method = "crlso";
        settings.model.overrides = {{"new_temperature", "9"}};
        COMPARE_CONTAINS(errorText<SettingError>([&] { resolved(settings); }), "new_temperature");
    }
};

QTEST_MAIN(TestNewSetting)
#include "tst_new_setting.moc"
