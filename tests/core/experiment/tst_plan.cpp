// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/plan.h"
#include "core/report/printed_results.h"
#include "tests/core/base/error_text.h"
#include "tests/core/experiment/experiment_records.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace inverso;

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void testShippedPlansAreRead_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : shippedPlans())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }

    void testShippedPlansAreRead()
    {
        QFETCH(QString, name);
        const Plan plan = loadPlan(name.toStdString());
        QCOMPARE(QString::fromStdString(plan.name), name);
        QCOMPARE(plan.seeds, plan.printed.empty() && name != QStringLiteral("figures") ? 5 : 10);
        // Settings that this program knows must be possible.
        for (const PlanSearch& search : plan.searches) {
            const bool known = std::ranges::any_of(
                searchMethods(), [&](const MethodInfo& method) { return method.name == search.settings.method; });
            if (known)
                resolved(search.settings);
        }
    }

    // Every number that the thesis prints stands beside a row of its plan.
    void testPrintedResultsHaveTheirRow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("numbers"); // of printed rows, over all benchmarks
        QTest::newRow("1") << "table1" << 14;
        QTest::newRow("3") << "table3" << 4;
        QTest::newRow("4") << "table4" << 12;
        QTest::newRow("5") << "table5" << 12;
        QTest::newRow("6") << "table6" << 12;
        QTest::newRow("7") << "table7" << 27;
    }

    void testPrintedResultsHaveTheirRow()
    {
        QFETCH(QString, name);
        QFETCH(int, numbers);
        const Plan plan = loadPlan(name.toStdString());
        const PrintedResults printed = PrintedResults::load();
        int found = 0;
        for (const PlanBenchmark& benchmark : plan.benchmarks) {
            QVERIFY(printed.optimum(plan.printed, benchmark));
            for (const PlanSearch& search : plan.searches)
                found += std::isnan(printed.find(plan.printed, benchmark, search.label, search.settings.budget).test)
                             ? 0
                             : 1;
        }
        QCOMPARE(found, numbers);
    }

    void testSettingsArrive()
    {
        const Plan plan = parsePlan(R"({"name": "p", "benchmarks": [{"name": "b", "space": "nasbench201",
            "source": "t.csv"}], "searches": [{"method": "inn", "budget": 77, "preset": "thesis",
            "fine_tune": "end-to-end", "rank_weight": true, "initial": "20+5", "top_k": 3, "candidates": 30,
            "rounds": 9, "set": {"k": 0.01, "name": "x"}}],
            "evaluations": [{"label": "e", "labels": "100+10", "targets": 7}]})",
                                    "p");
        const SearchSettings& settings = plan.searches.at(0).settings;
        QCOMPARE(settings.budget, 77);
        QVERIFY(settings.model.preset == Preset::Thesis && settings.model.fineTune == FineTune::EndToEnd
                && settings.model.rankWeight);
        QCOMPARE(settings.initialTraining, 20);
        QCOMPARE(settings.initialValidation, 5);
        QCOMPARE(settings.topK, 3);
        QCOMPARE(settings.candidates, 30);
        QCOMPARE(settings.rounds, 9);
        const Overrides expected = {{"k", "0.01"}, {"name", "x"}};
        QCOMPARE(settings.model.overrides, expected);
        QCOMPARE(plan.searches.at(0).label, std::string("inn"));
        QCOMPARE(plan.evaluations.at(0).settings.training, 100);
        QCOMPARE(plan.evaluations.at(0).settings.validation, 10);
        QCOMPARE(plan.evaluations.at(0).settings.targets, 7);
    }

    void testMistakesAreNamed_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << "{\"name\""
                                 << "\"name\""
                                 << "is not valid JSON";
        QTest::newRow("a key") << "\"budget\": 12}"
                               << "\"buget\": 12}"
                               << "searches 1 has the key \"buget\"";
        QTest::newRow("a kind") << "\"budget\": 12}"
                                << "\"budget\": \"12\"}"
                                << "allowed: a whole number";
        QTest::newRow("a range") << "\"budget\": 12}"
                                 << "\"budget\": 0}"
                                 << "allowed: 1 to";
        QTest::newRow("a number beyond all int") << "\"budget\": 12}"
                                                 << "\"budget\": 4294967308}"
                                                 << "budget is 4294967308; allowed: 1 to";
        QTest::newRow("missing") << "\"method\": \"rs\", "
                                 << ""
                                 << "searches 1 has no \"method\"";
        QTest::newRow("a space") << "\"nasbench201\""
                                 << "\"nasbench301\""
                                 << "no search space \"nasbench301\"";
        QTest::newRow("a name") << "\"small\""
                                << "\"../small\""
                                << "letters, digits";
        QTest::newRow("two alike") << "\"LS\""
                                   << "\"RS\""
                                   << "two searches \"RS\"";
        QTest::newRow("a benchmark") << "\"reference\": true"
                                     << "\"benchmarks\": [\"MNIST\"]"
                                     << "names the benchmark \"MNIST\"";
    }

    void testMistakesAreNamed()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, says);
        QString text = QString::fromUtf8(smallPlan());
        const qsizetype at = text.indexOf(from);
        QVERIFY(at >= 0);
        text.replace(at, from.size(), to);
        COMPARE_CONTAINS(errorText([&] { parsePlan(text.toStdString(), "small"); }), says.toStdString());
    }

    void testUnknownPlan()
    {
        COMPARE_CONTAINS(errorText<UsageError>([] { loadPlan("table2"); }), "allowed: table1, table3");
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
