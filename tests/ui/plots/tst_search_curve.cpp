// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/plots/search_curve_pane.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QAction>
#include <QClipboard>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace inverso;
using namespace inverso::ui;

class TestSearchCurve : public QObject
{
    Q_OBJECT

private:
    static RunRecord record(const char* method, std::uint64_t seed, std::vector<double> values, bool stops = false)
    {
        SearchSettings settings;
        settings.method = method;
        settings.seed = seed;
        settings.budget = 20;
        settings.stopAtBest = stops;
        RunRecord result(settings, "alpha");
        Round round;
        for (const double value : values) {
            const auto number = static_cast<int>(round.queries.size()) + 1;
            round.queries.push_back({number, CellIndex(number), {value, value - 1.0}, 0, NAN});
        }
        result.append({round}, 1.0);
        return result;
    }
    static int add(RunArchive& archive, const RunRecord& record)
    {
        ArchivedRun run;
        run.space = test::space().name();
        run.record = record;
        return archive.add(run);
    }
    struct Shown
    {
        explicit Shown(std::shared_ptr<const Table> table = test::table(), const char* dataset = "alpha")
            : pane(state, selection)
        {
            auto workspace = std::make_shared<Workspace>();
            workspace->table = std::move(table);
            state.setWorkspace(workspace);
            state.setChosenDataset(dataset);
            pane.resize(640, 420);
            pane.show();
            QVERIFY(QTest::qWaitForWindowExposed(&pane));
        }
        void run(std::uint64_t seed, const char* dataset = "alpha")
        {
            const RunRecord made = record("rs", seed, {60.0, 70.0, 80.0});
            state.beginRun(made.settings(), dataset);
            state.setPhase(RunPhase::Running);
            state.appendRounds(made.rounds(), 1.0);
        }
        void choose(const char* action) const { pane.findChild<QAction*>(QString::fromLatin1(action))->trigger(); }
        [[nodiscard]] SearchCurvePlot& plot() const { return pane.plot(); }
        [[nodiscard]] QStringList legend() const
        {
            QStringList names;
            for (int i = 0; i < plot().legend->itemCount(); ++i) // some places of its grid are empty
                if (auto* item = qobject_cast<QCPPlottableLegendItem*>(plot().legend->item(i)))
                    names += item->plottable()->name();
            return names;
        }
        ExplorerState state;
        Selection selection;
        SearchCurvePane pane;
    };

    // What the thesis prints for CIFAR-10: the best accuracies of the table, and the row of INN after 190 queries.
    struct Printed
    {
        double best;
        const char* bestTest;
        double inn;
        double innTestDeviation;
        const char* table;
        const char* csv;
    };
    static const Printed& printedForCifar10()
    {
        static const Printed small{91.6067, "94.37", 91.60, 0.01, "thesis, Table 7", "91.6,0.02,94.37,0.01"};
        static const Printed large{95.0561, "94.32", 94.62, 0.14, "thesis, Table 1", "94.62,0.22,94.02,0.14"};
        return test::space().hasFixedEdges() ? small : large;
    }
    static std::shared_ptr<const Table> cifar10(double best)
    {
        const std::string values = std::to_string(best) + ',' + printedForCifar10().bestTest;
        return Table::parse(test::tableCsv("cifar10_valid,cifar10_test", {{5, values}, {6, "80,81"}}), "tiny");
    }

private slots:
    void theMeanHasTheDeviationOfASample()
    {
        RunArchive archive;
        add(archive, record("rs", 1, {60.0, 62.0, 70.0}));
        add(archive, record("rs", 2, {64.0, 64.0, 64.0, 90.0}));
        const std::vector<const ArchivedRun*> runs{&archive.runs()[0], &archive.runs()[1]};
        const CurveSeries mean = meanOf(runs);
        QCOMPARE(mean.curve.size(), 3U); // where all of them have a value
        QCOMPARE(mean.curve[1].bestValid, 63.0);
        QCOMPARE(mean.curve[2].testOfBest, 66.0);
        QCOMPARE(mean.deviation[1].bestValid, std::sqrt(2.0));
        QVERIFY(mean.name.contains(QStringLiteral("2 seeds")));
    }

    void aRunThatStopsAtTheBestKeepsIt()
    {
        RunArchive archive;
        add(archive, record("rs", 1, {99.0}, true));
        add(archive, record("rs", 2, {60.0, 80.0, 99.0}, true));
        const std::vector<const ArchivedRun*> runs{&archive.runs()[0], &archive.runs()[1]};
        const CurveSeries mean = meanOf(runs);
        QCOMPARE(mean.curve.size(), 3U);
        QCOMPARE(mean.curve[1].bestValid, 89.5);
        QCOMPARE(mean.deviation[2].bestValid, 0.0);
    }

    void onlyWhatBelongsTogetherIsAveraged()
    {
        RunArchive archive;
        add(archive, record("rs", 1, {60.0}));
        add(archive, record("rs", 2, {64.0}));
        add(archive, record("rs", 2, {64.0})); // the same seed again counts once
        const int ls = add(archive, record("ls", 1, {70.0}));
        const int hidden = add(archive, record("re", 1, {70.0}));
        archive.setVisible(hidden, false);
        auto series = curveSeries(archive, std::string(test::space().name()), "alpha", true, {});
        QCOMPARE(series.size(), 2U);
        QVERIFY(series[0].isMean() && !series[1].isMean());
        QCOMPARE(series[0].runs.size(), 2U);
        QCOMPARE(curveSeries(archive, std::string(test::space().name()), "alpha", false, {}).size(), 4U);
        QCOMPARE(curveSeries(archive, std::string(test::space().name()), "alpha", true, ls).size(),
                 1U); // that one is drawn already
        QVERIFY(curveSeries(archive, std::string(test::space().name()), "beta", true, {}).empty());
        QVERIFY(curveSeries(archive, "of another space", "alpha", true, {}).empty());
    }

    void earlierRunsStayBesideTheNextOne()
    {
        Shown shown;
        QVERIFY(shown.plot().isEmpty() && !shown.plot().hint().isEmpty());
        shown.run(1);
        QVERIFY(shown.plot().hint().isEmpty());
        QVERIFY(shown.plot().series().empty());
        shown.state.setPhase(RunPhase::Ended);
        QVERIFY(shown.plot().series().empty()); // it is drawn as the run it is
        shown.run(2);
        QCOMPARE(shown.plot().series().size(), 1U);
        QVERIFY(shown.legend().contains(QStringLiteral("rs, seed 1")));
        shown.state.setPhase(RunPhase::Ended);
        QCOMPARE(shown.plot().series().size(), 1U);
        QVERIFY(shown.plot().series()[0].isMean());
        shown.choose("showAverages");
        QVERIFY(!shown.plot().series()[0].isMean());
    }

    void untickingHidesEvenTheLatest()
    {
        Shown shown;
        shown.run(1);
        shown.state.setPhase(RunPhase::Ended);
        RunArchive& archive = shown.state.archive();
        archive.setVisible(*archive.currentId(), false);
        QVERIFY(shown.plot().isEmpty());
        QVERIFY(shown.plot().hint().contains(QStringLiteral("hidden")));
        archive.setVisible(*archive.currentId(), true);
        QVERIFY(!shown.plot().isEmpty());
        archive.remove(*archive.currentId());
        QVERIFY(shown.plot().isEmpty());
    }

    void runsFromFilesNeedNoRunHere()
    {
        Shown shown;
        add(shown.state.archive(), record("ls", 1, {60.0, 80.0}));
        QVERIFY(!shown.plot().isEmpty());
        QVERIFY(shown.plot().hint().isEmpty());
        QVERIFY(shown.plot().caption().contains(QStringLiteral("alpha")));
        shown.state.setChosenDataset("beta");
        QVERIFY(shown.plot().isEmpty());
    }

    void printedResultsStandWhereTheyBelong()
    {
        Shown shown(cifar10(printedForCifar10().best), "cifar10");
        QVERIFY(shown.plot().printed().empty()); // nothing to compare with yet
        shown.run(1, "cifar10");
        const auto& printed = shown.plot().printed();
        const auto inn = std::ranges::find_if(
            printed, [](const PrintedResult& r) { return r.method == QLatin1String("INN") && r.queries == 190; });
        QVERIFY(inn != printed.end());
        QCOMPARE(inn->valid, printedForCifar10().inn);
        QCOMPARE(inn->testDeviation, printedForCifar10().innTestDeviation);
        QCOMPARE(inn->source, QString::fromLatin1(printedForCifar10().table));
        shown.choose("showPrinted");
        QVERIFY(shown.plot().printed().empty());
    }

    void anotherTableOfThatNameHasNoPrintedResults()
    {
        Shown shown(cifar10(printedForCifar10().best + 1.6), "cifar10");
        shown.run(1, "cifar10");
        QVERIFY(shown.plot().printed().empty());
    }

    void dataAreCopiedWithTheirSettings()
    {
        Shown shown(cifar10(printedForCifar10().best), "cifar10");
        shown.run(4, "cifar10");
        shown.pane.findChild<QToolButton*>(QStringLiteral("copyData"))->click();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(QStringLiteral("# data set: cifar10\n")));
        QVERIFY(text.contains(QStringLiteral("# run: {\"method\":\"rs\"")));
        QVERIFY(text.contains(QStringLiteral("\n\"rs, seed 4\",1,2,70,,69,\n")));
        const QString inn = QStringLiteral("\n\"INN (%1)\",,190,%2\n");
        QVERIFY(
            text.contains(inn.arg(QLatin1String(printedForCifar10().table), QLatin1String(printedForCifar10().csv))));
    }

    void theRunsDotsStayCells()
    {
        Shown shown;
        shown.run(1);
        QCOMPARE(shown.plot().points().size(), 3U);
        shown.plot().resetView();
        shown.plot().replot();
        const QPointF at = *shown.plot().positionOf(2);
        QTest::mouseClick(&shown.plot(), Qt::LeftButton, {}, at.toPoint());
        QCOMPARE(shown.selection.cell(), std::optional<CellIndex>(2));
        shown.choose("showQueries");
        QVERIFY(shown.plot().points().empty());
    }
};

QTEST_MAIN(TestSearchCurve)
#include "tst_search_curve.moc"
