// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/plots/evaluation_plot.h"
#include "ui/plots/plot_frame.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/selection.h"

#include <QtTest>

#include <limits>

using namespace inverso;
using namespace inverso::ui;

class TestEvaluationPlot : public QObject
{
    Q_OBJECT

private:
    struct Shown
    {
        explicit Shown(EvaluationPlot::Targets targets)
            : plot(targets, state, selection)
        {
            auto workspace = std::make_shared<Workspace>();
            workspace->table = test::table();
            state.setWorkspace(workspace);
            plot.resize(480, 400);
            plot.show();
            QVERIFY(QTest::qWaitForWindowExposed(&plot));
        }
        void measure()
        {
            auto report = std::make_shared<InversionReport>();
            report->queries = 60;
            report->data.points = {{70.0F, 10, 70.5F, 69.0F},
                                   {80.0F, 20, 80.0F, 81.5F},
                                   {75.0F, 30, 75.0F, std::numeric_limits<float>::quiet_NaN()}};
            report->data.mean = 1.25;
            report->data.rangeLow = 50.0;
            report->data.rangeHigh = 90.0;
            report->sweep.points = {{20.0F, 40, 22.0F, 35.0F}};
            report->sweep.mean = 15.0;
            report->sweep.bestPossible = 2.5;
            state.setInversionReport(report);
        }
        [[nodiscard]] std::vector<CellIndex> cells() const
        {
            std::vector<CellIndex> shown;
            for (const CellPoint& point : plot.points())
                shown.push_back(point.cell);
            return shown;
        }
        ExplorerState state;
        Selection selection;
        EvaluationPlot plot;
    };
    static QStringList lines(const QString& csv)
    {
        QStringList all = csv.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        all.removeIf([](const QString& line) { return line.startsWith(QLatin1Char('#')); });
        return all;
    }

private slots:
    void asksForAMeasurementFirst()
    {
        Shown shown(EvaluationPlot::Targets::Data);
        QVERIFY(shown.plot.hint().contains(QStringLiteral("Measure")));
        QVERIFY(shown.plot.figureCsv().isEmpty());
        shown.measure();
        QVERIFY(shown.plot.hint().isEmpty());
        shown.state.setInversionReport(nullptr);
        QVERIFY(!shown.plot.hint().isEmpty());
        QVERIFY(shown.plot.points().empty());
    }

    void eachTargetIsADotWhereTheTruthIsKnown()
    {
        Shown shown(EvaluationPlot::Targets::Data);
        shown.measure();
        QCOMPARE(shown.cells(), (std::vector<CellIndex>{10, 20}));
        QCOMPARE(shown.plot.points()[0].x, 70.0);
        QCOMPARE(shown.plot.points()[0].y, 69.0);
        QVERIFY(shown.plot.caption().contains(QStringLiteral("1.25")));
        QVERIFY(shown.plot.caption().contains(QStringLiteral("60 labels")));
        // A click on a dot selects its cell everywhere.
        const QPointF dot(shown.plot.xAxis->coordToPixel(80.0), shown.plot.yAxis->coordToPixel(81.5));
        QTest::mouseClick(&shown.plot, Qt::LeftButton, {}, dot.toPoint());
        QVERIFY(shown.selection.cell() == CellIndex(20));
    }

    void theSweepIsAPlotOfItsOwn()
    {
        Shown shown(EvaluationPlot::Targets::Sweep);
        shown.measure();
        QCOMPARE(shown.cells(), (std::vector<CellIndex>{40}));
        QVERIFY(shown.plot.caption().contains(QStringLiteral("2.50")));
        QVERIFY(shown.plot.figureName() != Shown(EvaluationPlot::Targets::Data).plot.figureName());
    }

    void heedsTheFilter()
    {
        Shown shown(EvaluationPlot::Targets::Data);
        shown.measure();
        FilterCriteria criteria;
        criteria.isolated = {20, 30};
        shown.state.filter().setCriteria(criteria);
        QCOMPARE(shown.cells(), (std::vector<CellIndex>{20}));
        const QStringList csv = lines(shown.plot.figureCsv());
        QCOMPARE(csv.size(), 3); // heading, the cell of known truth, and the one without
        QVERIFY(csv[1].startsWith(QStringLiteral("80,")));
        QVERIFY(csv[1].endsWith(QStringLiteral(",80,81.5")));
    }
};

QTEST_MAIN(TestEvaluationPlot)
#include "tst_evaluation_plot.moc"
