// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/base/language.h"
#include "ui/base/notice_bar.h"
#include "ui/experiments/experiment_controls.h"
#include "ui/experiments/experiments_window.h"
#include "ui/inspector/inspector_neighbours.h"
#include "ui/inversion/cell_gallery.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/map/latent_map.h"
#include "ui/map/map_panel.h"
#include "ui/plots/plot_widget.h"
#include "ui/state/filter.h"
#include "ui/state/run_queue.h"
#include "ui/window/experiments.h"
#include "ui/window/presentation.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QUndoStack>

using namespace inverso;
using namespace inverso::ui;

namespace {

bool isChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

void switchTo(MainWindow& window, const char* code)
{
    window.findChild<QAction*>(QStringLiteral("language-") + QLatin1String(code))->trigger();
    const bool chinese = qstrcmp(code, "zh_TW") == 0;
    QTRY_COMPARE(isChinese(window.menuBar()->actions().front()->text()), chinese);
    QTest::qWait(50);
}

} // namespace

class TestLanguageSwitch : public QObject
{
    Q_OBJECT

private:
    struct Fixture : test::WindowFixture
    {
        using WindowFixture::WindowFixture;
    };

    // A person has been at it for a while.
    static void workWith(Fixture& f)
    {
        f.window.findChild<InversionPanel*>()->requestGeneration();
        QTRY_VERIFY(!f.state().generations().empty());
        f.window.selection().select(f.state().run().best()->cell);
        f.window.mapPanel().setColouring({CellColouring::Kind::TrueAccuracy});
        f.window.mapPanel().map().zoomIn();
        FilterCriteria criteria = f.state().filter().criteria();
        criteria.accuracy = {40.0, 60.0};
        f.state().filter().setCriteria(criteria);
        f.find<QSpinBox>("seed").setValue(17);
        f.find<QSpinBox>("budget").setValue(123);
        f.window.raisePane(QStringLiteral("candidates"));
        f.find<QTableView>("candidates").sortByColumn(3, Qt::DescendingOrder);
        f.window.notice().setSentence(QStringLiteral("Something went wrong."));
        QTest::qWait(200);
    }

    // They are sought while the window goes on, in a large space for a while.
    static bool neighboursAreFound(Fixture& f)
    {
        return QTest::qWaitFor(
            [&f] {
                const auto& neighbours = f.find<InspectorNeighbours>("neighbours");
                return !neighbours.isVisible() || neighbours.shown().size() == InspectorNeighbours::count;
            },
            20000);
    }

    static QImage picture(Fixture& f) { return f.window.grab().toImage(); }

    // Those that a person has zoomed, by their names.
    static QMap<QString, QRectF> zoomedPlots(MainWindow& window)
    {
        QMap<QString, QRectF> views;
        for (const PlotWidget* plot : window.findChildren<PlotWidget*>())
            if (const auto view = plot->chosenView())
                views.insert(plot->objectName(), *view);
        return views;
    }

    static QList<int> selectedRows(const QAbstractItemView& view)
    {
        QList<int> rows;
        for (const QModelIndex& index : view.selectionModel()->selectedIndexes())
            rows += index.row();
        std::ranges::sort(rows);
        return rows;
    }

    // Many cells are generated; some further down are selected.
    static void chooseGenerated(Fixture& f)
    {
        f.find<QSpinBox>("count").setValue(120);
        f.window.findChild<InversionPanel*>()->requestGeneration();
        auto& gallery = f.window.findChild<InversionPanel*>()->gallery();
        QTRY_VERIFY(gallery.model()->rowCount() > 60);
        QItemSelectionModel& selection = *gallery.selectionModel();
        selection.setCurrentIndex(gallery.model()->index(30, 0), QItemSelectionModel::ClearAndSelect);
        for (const int row : {33, 38})
            selection.select(gallery.model()->index(row, 0), QItemSelectionModel::Select);
        QTest::qWait(50);
        QScrollBar& bar = *gallery.verticalScrollBar();
        QVERIFY(bar.maximum() > 100);
        bar.setValue(bar.maximum() / 2 + 7);
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        speak(QStringLiteral("en"));
    }
    void cleanup() { speak(QStringLiteral("en")); }

    // Made anew in the same language, nothing has changed to the eye.
    void looksAsBefore()
    {
        Fixture f;
        QVERIFY(f.runToTheEnd());
        workWith(f);
        for (const char* pane : {"curve", "regression", "losses", "candidates", "runs", "log", "filter", "compare"}) {
            f.window.raisePane(QLatin1String(pane));
            f.window.centralWidget()->setFocus();
            QTest::qWait(300);
            QVERIFY(neighboursAreFound(f));
            const QImage before = picture(f);
            f.window.dressAnew();
            f.window.centralWidget()->setFocus();
            QTest::qWait(50);
            QVERIFY(neighboursAreFound(f));
            const bool same = QTest::qWaitFor([&] { return picture(f) == before; });
            if (!same) {
                before.save(QDir::temp().filePath(QStringLiteral("before-%1.png").arg(QLatin1String(pane))));
                picture(f).save(QDir::temp().filePath(QStringLiteral("after-%1.png").arg(QLatin1String(pane))));
            }
            QVERIFY2(same, pane);
        }
    }

    // Its last part comes when the nearest cells have been found.
    void theInspectorStaysScrolled()
    {
        Fixture f;
        QVERIFY(f.opened);
        f.window.selection().select(CellIndex{7});
        QTest::qWait(50);
        QVERIFY(neighboursAreFound(f));
        const auto bar = [&f] { return f.find<QScrollArea>("inspectorScroll").verticalScrollBar(); };
        QTRY_VERIFY(bar()->maximum() > 100);
        bar()->setValue(bar()->maximum());
        const int before = bar()->value();
        f.window.dressAnew();
        QTest::qWait(50);
        QVERIFY(neighboursAreFound(f));
        QTRY_COMPARE(bar()->value(), before);
    }

    void everythingIsTranslatedAtOnce()
    {
        Fixture f;
        QVERIFY(f.runToTheEnd());
        workWith(f);
        switchTo(f.window, "zh_TW");
        for (const QAction* menu : f.window.menuBar()->actions())
            QVERIFY2(isChinese(menu->text()), qPrintable(menu->text()));
        for (const QDockWidget* dock : f.window.findChildren<QDockWidget*>())
            QVERIFY2(isChinese(dock->windowTitle()), qPrintable(dock->windowTitle()));
        for (const QPushButton* button : f.window.findChildren<QPushButton*>())
            QVERIFY2(button->text().isEmpty() || isChinese(button->text()), qPrintable(button->text()));
        QVERIFY(isChinese(f.find<QLabel>("phaseLabel").text()));
        switchTo(f.window, "en");
        QVERIFY(!isChinese(f.find<QLabel>("phaseLabel").text()));
        QVERIFY(!isChinese(f.find<QPushButton>("generate").text()));
    }

    void whatWasDoneStays()
    {
        Fixture f;
        QVERIFY(f.runToTheEnd());
        workWith(f);
        const auto cell = f.window.selection().cell();
        const FilterCriteria criteria = f.state().filter().criteria();
        const auto part = f.window.mapPanel().map().part();
        const int undoable = f.window.undoStack().count();
        const int column = f.find<QTableView>("candidates").horizontalHeader()->sortIndicatorSection();
        const int dataset = f.find<QComboBox>("dataset").currentIndex();
        QVERIFY(part && undoable > 0);
        switchTo(f.window, "zh_TW");
        QCOMPARE(f.window.selection().cell(), cell);
        QCOMPARE(f.state().filter().criteria(), criteria);
        QVERIFY(f.window.mapPanel().map().part() == part);
        QCOMPARE(f.window.mapPanel().map().colouring().kind, CellColouring::Kind::TrueAccuracy);
        QCOMPARE(f.window.undoStack().count(), undoable);
        QCOMPARE(f.find<QSpinBox>("seed").value(), 17);
        QCOMPARE(f.find<QSpinBox>("budget").value(), 123);
        QCOMPARE(f.find<QComboBox>("dataset").currentIndex(), dataset);
        QCOMPARE(f.find<QTableView>("candidates").horizontalHeader()->sortIndicatorSection(), column);
        QVERIFY(f.find<QTableView>("candidates").isVisible()); // still in front
        QCOMPARE(f.window.notice().sentence(), QStringLiteral("Something went wrong."));
        QVERIFY(!f.state().generations().empty());
        f.window.undoStack().undo();
        f.window.undoStack().redo();
        QCOMPARE(f.state().filter().criteria(), criteria);
    }

    void plotsAndListsStandAsBefore()
    {
        Fixture f;
        QVERIFY(f.runToTheEnd());
        chooseGenerated(f);
        for (PlotWidget* plot : f.window.findChildren<PlotWidget*>())
            QTest::keyClick(plot, Qt::Key_Plus);
        const auto plots = zoomedPlots(f.window);
        QVERIFY(plots.size() >= 6);
        const auto* gallery = &f.window.findChild<InversionPanel*>()->gallery();
        // In Chinese a cell is of another height.
        const auto share = [&gallery] {
            return double(gallery->verticalScrollBar()->value()) / gallery->verticalScrollBar()->maximum();
        };
        const double scrolled = share();
        const QList<int> selected = selectedRows(*gallery);
        QCOMPARE(selected.size(), 3);
        for (const char* language : {"zh_TW", "en"}) {
            switchTo(f.window, language);
            QCOMPARE(zoomedPlots(f.window), plots);
            gallery = &f.window.findChild<InversionPanel*>()->gallery();
            QTRY_VERIFY2(std::abs(share() - scrolled) < 0.001, qPrintable(QString::number(share())));
            QCOMPARE(selectedRows(*gallery), selected);
            QCOMPARE(gallery->currentIndex().row(), selected.front());
        }
    }

    void whatCanBeUndoneIsSaidInTheNewLanguage()
    {
        Fixture f;
        QVERIFY(f.runToTheEnd());
        workWith(f);
        f.window.undoStack().undo();
        for (const char* name : {"undoAction", "redoAction"}) {
            QVERIFY(f.find<QAction>(name).text().contains(QStringLiteral("change of")));
            const QString english = f.find<QAction>(name).text();
            switchTo(f.window, "zh_TW");
            const QStringList words = f.find<QAction>(name).text().split(QLatin1Char(' '));
            QCOMPARE(words.size(), 2);
            QVERIFY2(isChinese(words[0]) && isChinese(words[1]), qPrintable(words.join(QLatin1Char('|'))));
            switchTo(f.window, "en");
            QCOMPARE(f.find<QAction>(name).text(), english);
        }
        const QString before = f.find<QAction>("undoAction").text();
        f.find<QAction>("redoAction").trigger();
        QVERIFY(!f.find<QAction>("redoAction").isEnabled());
        f.find<QAction>("undoAction").trigger();
        QCOMPARE(f.find<QAction>("undoAction").text(), before);
    }

    void experimentsKeepWhatIsChosen()
    {
        Fixture f;
        QVERIFY(f.opened);
        f.window.experiments().show();
        const auto controls = [&f]() -> ExperimentControls& { return f.window.experiments().window()->controls(); };
        auto* plans = controls().findChild<QComboBox*>(QStringLiteral("plan"));
        const QString other = plans->itemData(plans->currentIndex() == 0 ? 1 : 0).toString();
        controls().choosePlan(other);
        controls().findChild<QSpinBox*>(QStringLiteral("planSeeds"))->setValue(17);
        switchTo(f.window, "zh_TW");
        QCOMPARE(controls().plan(), other);
        QCOMPARE(controls().findChild<QSpinBox*>(QStringLiteral("planSeeds"))->value(), 17);
        QVERIFY(isChinese(controls().findChild<QPushButton*>(QStringLiteral("runExperiment"))->text()));
    }

    void aSearchGoesOn()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 60;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.window.start();
        QTRY_VERIFY(f.state().run().rounds().size() >= 3);
        f.window.start(); // one waits
        QCOMPARE(f.state().queue().entries().size(), 1U);
        switchTo(f.window, "zh_TW");
        QCOMPARE(f.state().queue().entries().size(), 1U);
        QVERIFY(isActive(f.state().phase()));
        const std::size_t rounds = f.state().run().rounds().size();
        QTRY_VERIFY(f.state().run().rounds().size() > rounds + 2);
        f.find<QAction>("pauseAction").trigger();
        QTRY_COMPARE(f.state().phase(), RunPhase::Paused);
        switchTo(f.window, "en");
        QCOMPARE(f.state().phase(), RunPhase::Paused);
        f.find<QAction>("stepPhaseAction").trigger();
        QTRY_VERIFY(f.state().steppedPhase() != nullptr);
        switchTo(f.window, "zh_TW");
        QVERIFY(f.find<QWidget>("phaseCard").isVisible());
        QVERIFY(isChinese(f.find<QLabel>("phaseText").text()));
        f.find<QAction>("pauseAction").trigger();
        QTRY_COMPARE_WITH_TIMEOUT(f.state().queue().entries().size(), 0U, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(f.state().phase(), RunPhase::Ended, 20000);
    }

    void presentationAndTourGoOn()
    {
        Fixture f;
        QVERIFY(f.runToTheEnd());
        f.window.raisePane(QStringLiteral("tour"));
        f.window.presentation().setOn(true);
        QTest::qWait(50);
        const double large = f.window.font().pointSizeF();
        switchTo(f.window, "zh_TW");
        QVERIFY(f.window.presentation().isOn());
        QTRY_COMPARE(f.window.font().pointSizeF(), large);
        QVERIFY(f.find<QDockWidget>("tour").isVisible());
        QVERIFY(isChinese(f.find<QLabel>("tourTitle").text()));
        f.window.presentation().setOn(false);
        QTRY_VERIFY(f.window.font().pointSizeF() < large);
    }

    void beforeATableIsOpen()
    {
        MainWindow window({test::fakeEngine(), {}, {}, false, {}});
        window.show();
        window.openFirstTable();
        switchTo(window, "zh_TW");
        QVERIFY(window.findChild<QAction*>(QStringLiteral("startAction")) != nullptr);
        QVERIFY(!window.findChild<QAction*>(QStringLiteral("startAction"))->isEnabled());
        switchTo(window, "en");
    }
};

QTEST_MAIN(TestLanguageSwitch)
#include "tst_language_switch.moc"
