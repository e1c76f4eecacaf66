// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/base/notice_bar.h"
#include "ui/cells/cell_painter.h"
#include "ui/inversion/cell_gallery.h"
#include "ui/map/phase_card.h"
#include "ui/run/round_log.h"
#include "ui/run/round_log_model.h"
#include "ui/run/run_actions.h"
#include "ui/run/run_panel.h"
#include "ui/run/run_queue_view.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/state/run_queue.h"
#include "ui/state/selection.h"
#include "ui/state/setting_words.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace inverso;
using namespace inverso::ui;

class TestPanels : public QObject
{
    Q_OBJECT

private:
    static WorkspacePtr workspace(bool withWeights)
    {
        auto result = std::make_shared<Workspace>();
        result->table = test::table();
        if (withWeights)
            result->latents = test::fakeLatents();
        else
            result->weightsProblem = QStringLiteral("No weights.");
        return result;
    }

    static GeneratedCells generation()
    {
        GeneratedCells cells;
        cells.target = 70.0;
        cells.inversion.cells = {{test::knownCell(20), 70.0F, 70.1F, true, 0.1F},
                                 {30, 70.0F, 69.0F, false, 1.0F},
                                 {10, 70.0F, 71.5F, false, 1.5F}};
        return cells;
    }

private slots:
    void theLogModelIsSound()
    {
        ExplorerState state;
        RoundLogModel model(state);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        state.setWorkspace(workspace(true));
        SearchSettings settings;
        state.beginRun(settings, "alpha");
        for (int number = 0; number < 4; ++number) {
            Round round;
            round.number = number;
            round.queries.push_back({number + 1, CellIndex(number), {60.0 + number % 2, 50.0}, number, NAN});
            state.appendRounds({round}, number);
        }
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(3, RoundLogModel::QueriesColumn).data().toString(), QStringLiteral("4"));
        QVERIFY(model.index(2, RoundLogModel::BestColumn).data().toString().startsWith(QStringLiteral("61")));
        QVERIFY(model.index(2, RoundLogModel::RoundBestColumn).data().toString().startsWith(QStringLiteral("60")));
        state.beginRun(settings, "alpha");
        QCOMPARE(model.rowCount(), 0);
    }

    void choosingARoundSelectsItsBestCell()
    {
        ExplorerState state;
        Selection selection;
        RoundLog log(state, selection);
        state.setWorkspace(workspace(true));
        state.beginRun(SearchSettings(), "alpha");
        Round round;
        round.queries.push_back({1, 5, {60.0, 50.0}, 0, NAN});
        round.queries.push_back({2, 6, {65.0, 50.0}, 0, NAN});
        state.appendRounds({round}, 1.0);
        log.setCurrentIndex(log.model()->index(0, 0));
        QCOMPARE(selection.cell(), std::optional<CellIndex>(6));
    }

    void failuresSpeakTheWordsOfThePanel()
    {
        ExplorerState state;
        const RunActions actions(state);
        RunPanel panel(state, test::fakeEngine()->methods(), actions);
        const auto sentence = [](SettingError::Kind kind, const char* setting, const char* value) {
            return settingSentence({kind, setting, value, "10 or more"});
        };
        panel.showFailure(sentence(SettingError::Kind::Value, "budget", "3"));
        QCOMPARE(panel.notice().sentence(), QStringLiteral("Budget cannot be 3; allowed: 10 or more."));
        // What a sentence names is what the fields are labelled with.
        QStringList labels;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            labels += label->text().remove(QLatin1Char('&'));
        for (const char* setting : {"budget", "seed", "method", "initial_training", "candidates", "fine_tune"}) {
            const QString title = sentence(SettingError::Kind::NoUse, setting, "rs").section(" has no effect", 0, 0);
            QVERIFY2(labels.contains(title), qPrintable(title + " is not among " + labels.join(", ")));
        }
    }

    void theGalleryIsSortedByDistance()
    {
        Selection selection;
        const CellTrainings trainings;
        CellGallery gallery(trainings, selection, std::make_shared<GraphLayouter>());
        const QAbstractItemModelTester tester(gallery.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto table = test::table();
        gallery.setCells(generation(), table->space(), &table->dataset("alpha"));
        const std::vector<GeneratedItem>& items = gallery.generated().items();
        QCOMPARE(items.size(), 3U);
        QCOMPARE(items[0].cell, test::knownCell(20));
        QCOMPARE(items[1].cell, 30U);
        QCOMPARE(items[2].cell, 10U);
        QCOMPARE(items[0].truth, double{table->dataset("alpha").valid[test::knownCell(20)]});

        gallery.setCurrentIndex(gallery.model()->index(1, 0));
        QCOMPARE(selection.cell(), std::optional<CellIndex>(30));
        selection.select(10);
        QCOMPARE(gallery.currentIndex().row(), 2);
        selection.select(4711); // not among them
        QVERIFY(!gallery.currentIndex().isValid());
        QCOMPARE(selection.cell(), std::optional<CellIndex>(4711));
    }

    void thumbnailsShowTheOperationsColours()
    {
        Selection selection;
        const CellTrainings trainings;
        CellGallery gallery(trainings, selection, std::make_shared<GraphLayouter>());
        const auto table = test::table();
        const std::string op = test::space().hasFixedEdges() ? "nor_conv_3x3" : "conv3x3-bn-relu";
        const CellIndex cell = test::cellOf(op);
        GeneratedCells cells;
        cells.inversion.cells = {{cell, 70.0F, 70.0F, false}};
        gallery.setCells(cells, table->space(), &table->dataset("alpha"));
        gallery.resize(300, 220);
        gallery.show();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        const QImage image = gallery.viewport()->grab().toImage();
        const QRectF item = gallery.visualRect(gallery.model()->index(0, 0));
        const QRectF area = CellDelegate::drawingArea(item, gallery.fontMetrics());
        GraphLayouter layouter;
        CellPaintOptions options;
        const QRectF box = vertexBox(area, drawCell(table->space(), cell, layouter), options, 4);
        QCOMPARE(image.pixelColor(box.center().toPoint()).rgb(), operationStyle(op).fill.rgb());
    }

    void thePanelGivesTheSettings()
    {
        ExplorerState state;
        const RunActions actions(state);
        RunPanel panel(state, test::fakeEngine()->methods(), actions);
        state.setWorkspace(workspace(true));
        panel.findChild<QSpinBox*>(QStringLiteral("budget"))->setValue(77);
        panel.findChild<QSpinBox*>(QStringLiteral("seed"))->setValue(5);
        panel.findChild<QSpinBox*>(QStringLiteral("topK"))->setValue(8);
        panel.findChild<QComboBox*>(QStringLiteral("dataset"))->setCurrentIndex(1);
        QComboBox* preset = panel.findChild<QComboBox*>(QStringLiteral("preset"));
        preset->setCurrentIndex(1);
        const SearchSettings settings = panel.settings();
        QCOMPARE(settings.method, std::string("fake"));
        QCOMPARE(settings.budget, 77);
        QCOMPARE(settings.seed, std::uint64_t{5});
        QCOMPARE(settings.topK, 8);
        QCOMPARE(settings.candidates, 0);      // left to the method
        QCOMPARE(settings.initialTraining, 0); // left to the preset
        QCOMPARE(settings.initialValidation, -1);
        QVERIFY(settings.model.preset == Preset::Thesis);
        QCOMPARE(panel.dataset(), std::string("beta"));
        QCOMPARE(state.dataset()->name, std::string("beta"));
    }

    void withoutWeightsModelsCannotBeChosen()
    {
        ExplorerState state;
        const RunActions actions(state);
        RunPanel panel(state, test::fakeEngine()->methods(), actions);
        state.setWorkspace(workspace(false));
        QCOMPARE(panel.settings().method, std::string("fake-free"));
        auto* method = panel.findChild<QComboBox*>(QStringLiteral("method"));
        QVERIFY(!method->model()->flags(method->model()->index(0, 0)).testFlag(Qt::ItemIsEnabled));
    }

    void actionsFollowThePhase()
    {
        ExplorerState state;
        const RunActions actions(state);
        QVERIFY(!actions.start()->isEnabled() && !actions.stop()->isEnabled());
        state.setWorkspace(workspace(true));
        const QString start = actions.start()->text();
        QVERIFY(actions.start()->isEnabled() && actions.step()->isEnabled() && !actions.pause()->isEnabled());
        state.setPhase(RunPhase::Running);
        QVERIFY(actions.start()->isEnabled() && !actions.step()->isEnabled()); // it queues
        QVERIFY(actions.start()->text() != start && !actions.stepPhase()->isEnabled());
        QVERIFY(actions.pause()->isEnabled() && actions.stop()->isEnabled());
        state.setPhase(RunPhase::Paused);
        QVERIFY(actions.step()->isEnabled() && actions.stepPhase()->isEnabled() && actions.pause()->isEnabled());
        state.setPhase(RunPhase::Stopping);
        QVERIFY(!actions.stop()->isEnabled());
        state.setPhase(RunPhase::Ended);
        QVERIFY(actions.start()->isEnabled());
    }

    void everyPhaseIsExplainedWithItsNumbers()
    {
        QSet<QString> titles;
        for (int kind = 0; kind <= static_cast<int>(PhaseKind::Retrain); ++kind) {
            Phase phase{.kind = static_cast<PhaseKind>(kind), .round = 3};
            phase.cells = {1, 2, 3, 4, 5, 6, 7};
            phase.decodes.total = 77;
            phase.labels = 7;
            phase.best = 91.25;
            titles.insert(PhaseCard::title(phase.kind));
            const QString sentence = PhaseCard::sentence(phase);
            QVERIFY2(sentence.contains(QLatin1Char('7')), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QStringLiteral("%1")), qPrintable(sentence));
        }
        QCOMPARE(titles.size(), 8);
        QSet<QString> origins;
        for (int origin = 0; origin <= static_cast<int>(Origin::WholeSpace); ++origin) {
            Phase phase{.kind = PhaseKind::Generate, .round = 3, .origin = static_cast<Origin>(origin)};
            phase.cells = {1, 2, 3, 4, 5, 6, 7};
            phase.decodes.total = 77;
            const QString sentence = PhaseCard::sentence(phase);
            QVERIFY2(sentence.contains(QLatin1Char('7')), qPrintable(sentence));
            origins.insert(sentence);
        }
        QCOMPARE(origins.size(), static_cast<int>(Origin::WholeSpace) + 1);

        ExplorerState state;
        QWidget under;
        under.resize(500, 300);
        const PhaseCard card(state, under);
        QVERIFY(!card.isVisibleTo(&under));
        state.setSteppedPhase(std::make_shared<const Phase>(Phase{.kind = PhaseKind::Predict, .cells = {1}}));
        QVERIFY(card.isVisibleTo(&under));
        QVERIFY(under.rect().contains(card.geometry()));
        state.setSteppedPhase(nullptr);
        QVERIFY(!card.isVisibleTo(&under));
    }

    void theQueueCanBeOrdered()
    {
        ExplorerState state;
        RunQueueView view(state);
        QVERIFY(!view.isVisibleTo(nullptr));
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            SearchSettings settings;
            settings.seed = seed;
            state.queue().add({settings, "alpha"});
        }
        QVERIFY(view.isVisibleTo(nullptr));
        auto& list = *view.findChild<QListWidget*>(QStringLiteral("queueList"));
        const auto press = [&view](const char* name) {
            view.findChild<QToolButton*>(QString::fromLatin1(name))->click();
        };
        const auto seeds = [&state] {
            QList<int> result;
            for (const RunQueue::Entry& entry : state.queue().entries())
                result.append(static_cast<int>(entry.settings.seed));
            return result;
        };
        QCOMPARE(list.count(), 3);
        QVERIFY(list.item(0)->text().contains(QStringLiteral("alpha")));
        list.setCurrentRow(2);
        press("queueUp");
        QCOMPARE(seeds(), (QList<int>{1, 3, 2}));
        QCOMPARE(list.currentRow(), 1);
        press("queueDown");
        QCOMPARE(seeds(), (QList<int>{1, 2, 3}));
        list.setCurrentRow(0);
        press("queueRemove");
        QCOMPARE(seeds(), (QList<int>{2, 3}));
        auto& goOn = *view.findChild<QPushButton*>(QStringLiteral("queueGoOn"));
        QVERIFY(!goOn.isVisibleTo(&view));
        state.queue().setHeld(true);
        QVERIFY(goOn.isVisibleTo(&view));
        QVERIFY(!state.queue().take());
        press("queueClear");
        QVERIFY(seeds().isEmpty() && !view.isVisibleTo(nullptr));
    }

    void focusGoesFromTopToBottom()
    {
        ExplorerState state;
        const RunActions actions(state);
        RunPanel panel(state, test::fakeEngine()->methods(), actions);
        const QStringList order{
            QStringLiteral("table"),  QStringLiteral("dataset"),    QStringLiteral("method"),
            QStringLiteral("budget"), QStringLiteral("seed"),       QStringLiteral("advancedToggle"),
            QStringLiteral("preset"), QStringLiteral("rankWeight"), QStringLiteral("startButton")};
        QStringList seen;
        QWidget* first = panel.findChild<QWidget*>(order.front());
        QWidget* at = first;
        do {
            if (order.contains(at->objectName()))
                seen += at->objectName();
            at = at->nextInFocusChain();
        } while (at != first);
        QCOMPARE(seen, order);
    }

    // Every field has a name for screen readers or a label, and a bubble.
    void everySettingExplainsItself()
    {
        ExplorerState state;
        const RunActions actions(state);
        RunPanel panel(state, test::fakeEngine()->methods(), actions);
        state.setWorkspace(workspace(true));
        for (const char* name : {"table", "dataset", "method", "budget", "seed", "preset", "initialTraining",
                                 "initialValidation", "topK", "candidates", "fineTune", "rankWeight"}) {
            auto* field = panel.findChild<QWidget*>(QString::fromLatin1(name));
            QVERIFY2(field != nullptr, name);
            QVERIFY2(!field->toolTip().isEmpty(), name);
            QVERIFY2(field->focusPolicy() != Qt::NoFocus, name);
        }
    }
};

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
