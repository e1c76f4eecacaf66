// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/base/error_text.h"
#include "tests/core/experiment/experiment_records.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

class TestResultLines : public QObject
{
    Q_OBJECT

private slots:
    void testSearchComesBack()
    {
        const SearchRecord before = searchRecord("ls", 4);
        const std::string line = toLine(before);
        QCOMPARE(line.find('\n'), std::string::npos);
        const SearchRecord after = searchFromLine(line);
        QCOMPARE(after.key.id(), before.key.id());
        QCOMPARE(toJson(after.settings), toJson(before.settings));
        QCOMPARE(after.queries.size(), before.queries.size());
        QCOMPARE(after.queries[7].cell, before.queries[7].cell);
        QVERIFY(std::abs(after.queries[7].valid - before.queries[7].valid) < 1e-5);
        QVERIFY(std::isnan(after.queries[7].predicted));
        QCOMPARE(after.optimumQuery, before.optimumQuery);
        QCOMPARE(after.decodes.lacking, 9);
        QCOMPARE(after.seconds, 1.25);
        QCOMPARE(toLine(after), line);
    }

    void testEvaluationComesBack()
    {
        EvaluationRecord before;
        before.settings.seed = 2;
        before.settings.model.overrides = {{"steps", "7"}};
        before.key = {"nasbench201", "cifar10", "a", "b", toJson(before.settings)};
        before.program = "test";
        before.cells = 1562;
        before.rmse = 9.5;
        before.kendall = 0.6;
        before.regression = {{10.0, 90.0}, {11.5, 88.25}};
        before.sweep = {165, 9.9, 3.0, 30.0, 0.1, 0.7, 1.5, 9.0, 91.6, {{9.5}, {10.0}}};
        const EvaluationRecord after = evaluationFromLine(toLine(before));
        QCOMPARE(after.key.id(), before.key.id());
        QCOMPARE(after.regression.y, before.regression.y);
        QCOMPARE(after.sweep.targets, 165);
        QCOMPARE(after.sweep.points.y, before.sweep.points.y);
        QCOMPARE(toLine(after), toLine(before));
    }

    void testPlanComesBack()
    {
        const PlanRecord after = planFromLine(toLine(planRecord()));
        QCOMPARE(after.plan.json, planRecord().plan.json);
        QCOMPARE(after.benchmarks.size(), std::size_t(2));
        QCOMPARE(after.benchmarks[0].hash, benchmarkFacts().hash);
        QVERIFY(after.benchmarks[1].hash.empty());
        QCOMPARE(after.absent.at(0).label, std::string("New"));
    }

    void testIdentityIsWhatMatters()
    {
        const SearchRecord one = searchRecord("ls", 4);
        SearchRecord other = searchRecord("ls", 4, 5.0); // other results do not make another run
        other.seconds = 9.0;
        other.settings.model.threads = 7;
        QCOMPARE(other.key.id(), one.key.id());
        QCOMPARE(one.key.id().size(), std::size_t(16));
        QVERIFY(searchRecord("ls", 5).key.id() != one.key.id());
        QVERIFY(searchRecord("rs", 4).key.id() != one.key.id());
        for (std::string RunKey::*part :
             {&RunKey::space, &RunKey::dataset, &RunKey::benchmarkHash, &RunKey::weightsHash}) {
            RunKey key = one.key;
            key.*part += "x";
            QVERIFY(key.id() != one.key.id());
        }
    }

    void testStrangersAreRefused()
    {
        QVERIFY(!readHead("not JSON"));
        QVERIFY(!readHead("{\"event\":\"end\"}"));
        QVERIFY(!readHead(std::string(40, '\0')));
        const std::string line = toLine(searchRecord("ls", 4));
        QVERIFY(readHead(line));
        QVERIFY(!readHead(std::string_view(line).substr(0, line.size() / 2)));
        COMPARE_CONTAINS(errorText([&] { evaluationFromLine(line); }), "not of the type evaluation");
        std::string newer = line;
        newer.replace(newer.find("\"format\":1"), 10, "\"format\":9");
        COMPARE_CONTAINS(errorText([&] { searchFromLine(newer); }), "newer Inverso");
    }
};

QTEST_GUILESS_MAIN(TestResultLines)
#include "tst_result_lines.moc"
