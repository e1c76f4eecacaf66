// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/cells/form_tabs.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_section.h"
#include "ui/inspector/matrix_view.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/map/latent_map.h"
#include "ui/plots/regression_plot.h"
#include "ui/plots/search_curve_plot.h"
#include "ui/run/round_log.h"
#include "ui/run/run_actions.h"
#include "ui/run/run_panel.h"
#include "ui/state/cell_colouring.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"
#include "ui/tour/tour_pages.h"
#include "ui/tour/window_stage.h"
#include "ui/worker/search_controller.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QMainWindow>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

#include <map>

using namespace inverso;
using namespace inverso::ui;

class TestWindowStage : public QObject
{
    Q_OBJECT

private:
    // The window's panes around a session with a small core, joined as in the window.
    struct Desk
    {
        Desk()
            : controller(test::fakeEngine(), state)
            , actions(state, &window)
        {
            const auto layouter = std::make_shared<GraphLayouter>();
            auto* centre = new QWidget;
            auto* layout = new QVBoxLayout(centre);
            colouring = new QComboBox;
            colouring->setObjectName(QStringLiteral("colouring"));
            layout->addWidget(colouring);
            layout->addWidget(new LatentMap(state, selection));
            window.setCentralWidget(centre);
            run = new RunPanel(state, controller.methods(), actions);
            inversion = new InversionPanel(state, selection, layouter);
            add("run", run, Qt::LeftDockWidgetArea);
            add("cell", new InspectorPanel(state, selection, layouter), Qt::RightDockWidgetArea);
            QDockWidget* curve = add("curve", new SearchCurvePlot(state, selection), Qt::BottomDockWidgetArea);
            window.tabifyDockWidget(curve, add("regression", new RegressionPlot(state, selection)));
            window.tabifyDockWidget(curve, add("log", new RoundLog(state, selection)));
            window.tabifyDockWidget(curve, add("inversion", inversion));
            curve->raise();
            connectRun();
            window.resize(1300, 900);
            window.show();
            controller.open(test::tableName());
            QVERIFY(QTest::qWaitFor([this] { return state.workspace() != nullptr; }, 20000));
            for (const CellColouring& each : availableColourings(state))
                colouring->addItem(colouringName(state, each));
            stage = std::make_unique<WindowStage>(window, state, selection);
        }
        ~Desk()
        {
            controller.shutdown();
            stage.reset();
            qDeleteAll(window.findChildren<QDockWidget*>());
            delete window.takeCentralWidget();
        }
        QDockWidget* add(const char* name, QWidget* widget, Qt::DockWidgetArea area = Qt::BottomDockWidgetArea)
        {
            auto* dock = new QDockWidget(QString::fromLatin1(name));
            dock->setObjectName(QString::fromLatin1(name));
            dock->setWidget(widget);
            window.addDockWidget(area, dock);
            return dock;
        }
        void connectRun()
        {
            const auto start = [this](Advance first) { controller.start(run->settings(), run->dataset(), first); };
            QObject::connect(&actions, &RunActions::startRequested, &window, [start] { start(Advance::Run); });
            QObject::connect(&actions, &RunActions::stepRequested, &window, [this, start] {
                if (state.phase() == RunPhase::Paused)
                    controller.step();
                else
                    start(Advance::Round);
            });
            QObject::connect(&actions, &RunActions::resumeRequested, &controller, &SearchController::resume);
            QObject::connect(inversion, &InversionPanel::generateRequested, &controller.inversion(),
                             &InversionController::generate);
        }
        TourStage::Undo act(const char* script)
        {
            TourStage::Undo undo;
            for (const TourCall& call : tourCalls(script)) {
                Q_ASSERT(stage->knowsAction(call));
                undo = stage->perform(call);
            }
            return undo;
        }
        bool holds(const char* predicate)
        {
            const TourCall call = tourCalls(predicate).front();
            Q_ASSERT(stage->knowsPredicate(call));
            return stage->holds(call);
        }
        bool becomes(const char* predicate)
        {
            return QTest::qWaitFor([&] { return holds(predicate); }, 20000);
        }
        bool inFront(const char* dock) { return !find<QDockWidget>(dock).visibleRegion().isEmpty(); }
        template <typename Widget> Widget& find(const char* name)
        {
            auto* widget = window.findChild<Widget*>(QString::fromLatin1(name));
            Q_ASSERT(widget != nullptr);
            return *widget;
        }

        ExplorerState state;
        Selection selection;
        SearchController controller;
        QMainWindow window;
        RunActions actions;
        QComboBox* colouring = nullptr;
        RunPanel* run = nullptr;
        InversionPanel* inversion = nullptr;
        std::unique_ptr<WindowStage> stage;
    };

private slots:
    void everyNameOfThePagesIsKnown()
    {
        Desk desk;
        for (const TourPage& page : tourPages()) {
            for (const char* script : {page.onEnter, page.showMe}) {
                for (const TourCall& call : tourCalls(script)) {
                    QVERIFY2(desk.stage->knowsAction(call), qPrintable(call.name + u':' + call.argument));
                    if (call.name == QLatin1String("raisePane"))
                        QVERIFY2(desk.window.findChild<QDockWidget*>(call.argument), qPrintable(call.argument));
                }
            }
            for (const char* predicate : {page.needs, page.done}) {
                for (const TourCall& call : tourCalls(predicate))
                    QVERIFY2(desk.stage->knowsPredicate(call), qPrintable(call.name + u':' + call.argument));
            }
            QVERIFY2(*page.pointAt == '\0' || desk.stage->widget(QString::fromLatin1(page.pointAt)), page.pointAt);
        }
        QVERIFY(!desk.stage->knowsAction({QStringLiteral("raisePain"), QStringLiteral("cell")}));
        QVERIFY(!desk.stage->knowsAction({QStringLiteral("setTarget"), QStringLiteral("high")}));
        QVERIFY(!desk.stage->knowsPredicate({QStringLiteral("roundsAtLeast"), {}}));
    }

    void everyPageIsEnteredAndLeftWithoutATrace()
    {
        Desk desk;
        const auto look = [&] {
            QStringList state;
            for (const char* dock : {"run", "cell", "curve", "regression", "log", "inversion"})
                state += desk.inFront(dock) ? QStringLiteral("front") : QStringLiteral("back");
            state += QString::number(desk.find<QDoubleSpinBox>("target").value());
            state += QString::number(desk.colouring->currentIndex());
            state += QString::number(desk.window.findChild<FormTabs*>()->currentIndex());
            state += QString::number(desk.find<QToolButton>("advancedToggle").isChecked());
            state += QString::number(desk.window.findChild<InspectorPanel*>()->matrices().isOpen());
            state += QString::number(desk.selection.cell().value_or(0));
            return state;
        };
        const QStringList before = look();
        for (const TourPage& page : tourPages()) {
            std::vector<TourStage::Undo> undo;
            for (const TourCall& call : tourCalls(page.onEnter)) {
                if (auto each = desk.stage->perform(call))
                    undo.push_back(each);
            }
            QTest::qWait(5);
            for (auto each = undo.rbegin(); each != undo.rend(); ++each)
                (*each)();
            QTest::qWait(5);
            QVERIFY2(look() == before, page.id);
        }
    }

    void panesComeForwardAndGoBack()
    {
        Desk desk;
        const auto undo = desk.act("raisePane:regression");
        QTRY_VERIFY(desk.inFront("regression") && !desk.inFront("curve"));
        undo();
        QTRY_VERIFY(desk.inFront("curve"));
        const auto again = desk.act("raisePane:regression");
        QTest::qWait(10);
        desk.act("raisePane:log"); // a person looks at something else meanwhile
        QTRY_VERIFY(desk.inFront("log"));
        again();
        QTest::qWait(10);
        QVERIFY(desk.inFront("log"));
    }

    void aHiddenPaneIsHiddenAgain()
    {
        Desk desk;
        auto& dock = desk.find<QDockWidget>("cell");
        dock.hide();
        const auto undo = desk.act("raisePane:cell");
        QVERIFY(dock.isVisible());
        undo();
        QVERIFY(dock.isHidden());
    }

    void theFirstPagesCanBeDone()
    {
        Desk desk;
        QVERIFY(desk.holds("tableOpen"));
        QVERIFY(!desk.holds("cellSelected"));
        desk.act("selectBestCell");
        QVERIFY(desk.holds("cellSelected"));
        desk.act("showForm:edges");
        QCOMPARE(desk.holds("formShown:simplified"),
                 !test::space().hasFixedEdges()); // a form that the space does not have is not waited for
        desk.act("showForm:simplified");
        QVERIFY(desk.holds("formShown:simplified"));
        desk.act("openSection:matrices");
        QVERIFY(!desk.holds("elementPointed"));
        const auto lift = desk.act("pointAtEdge");
        QVERIFY(desk.holds("elementPointed"));
        QVERIFY(desk.window.findChild<MatrixView*>()->highlight().has_value());
        lift();
        QVERIFY(!desk.window.findChild<MatrixView*>()->highlight().has_value());
        QSignalSpy picked(desk.colouring, &QComboBox::activated);
        desk.act("colourBy:trueAccuracy");
        QVERIFY(desk.holds("colouredBy:trueAccuracy"));
        QCOMPARE(picked.count(), 1);
    }

    void theSearchPagesCanBeDone()
    {
        Desk desk;
        QVERIFY(!desk.holds("hasModel"));
        desk.act("stepRound");
        QVERIFY(desk.becomes("hasModel"));
        desk.act("setTarget:best");
        const double best = desk.find<QDoubleSpinBox>("target").value();
        QVERIFY(std::abs(best - desk.state.run().curve().back().bestValid) < 0.06);
        for (int i = 1; i <= 2; ++i) {
            desk.act("setTarget:lower; generate");
            QVERIFY(desk.becomes(qPrintable(QStringLiteral("targetsTried:%1").arg(i))));
        }
        QVERIFY(std::abs(desk.find<QDoubleSpinBox>("target").value() - (best - 10.0)) < 0.06);
        while (!desk.holds("roundsAtLeast:3")) {
            QTRY_COMPARE(desk.state.phase(), RunPhase::Paused);
            desk.act("stepRound");
            QTest::qWait(20);
        }
        QVERIFY(!desk.holds("runFinished"));
        QTRY_COMPARE(desk.state.phase(), RunPhase::Paused);
        desk.act("startSearch:60"); // goes on
        QVERIFY(desk.becomes("runFinished"));
        QVERIFY(!desk.holds("ranMethod:fake-free"));
        const auto undo = desk.act("setMethod:fake-free; startSearch:60");
        QVERIFY(desk.becomes("ranMethod:fake-free|rs"));
        QCOMPARE(desk.find<QSpinBox>("budget").value(), 60);
        undo();
        QVERIFY(desk.find<QSpinBox>("budget").value() != 60);
    }

    void theThesisLossCanBeChosen()
    {
        Desk desk;
        desk.act("openAdvanced");
        QVERIFY(!desk.holds("rankWeightOn"));
        desk.act("setPreset:thesis; setRankWeight:on");
        QVERIFY(desk.holds("rankWeightOn"));
        QVERIFY(desk.run->settings().model.rankWeight);
        QCOMPARE(desk.run->settings().model.preset, Preset::Thesis);
    }

    void whatAPersonChangedStays()
    {
        Desk desk;
        const auto undo = desk.act("setTarget:42");
        desk.find<QDoubleSpinBox>("target").setValue(37.0);
        undo();
        QCOMPARE(desk.find<QDoubleSpinBox>("target").value(), 37.0);
    }

    void withoutATableNothingHappens()
    {
        ExplorerState state;
        Selection selection;
        QMainWindow window;
        WindowStage stage(window, state, selection);
        for (const TourPage& page : tourPages()) {
            for (const char* script : {page.onEnter, page.showMe}) {
                for (const TourCall& call : tourCalls(script))
                    QVERIFY2(!stage.perform(call), qPrintable(call.name));
            }
            for (const TourCall& call : tourCalls(page.done))
                QVERIFY2(!stage.holds(call), qPrintable(call.name));
            QVERIFY(stage.widget(QString::fromLatin1(page.pointAt)) == nullptr);
        }
    }
};

QTEST_MAIN(TestWindowStage)
#include "tst_window_stage.moc"
