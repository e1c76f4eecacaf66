// SPDX-License-Identifier: GPL-3.0-or-later
// From a table of one space to one of the other, with everything in the window that keeps cells.
#include "tests/ui/gated_engine.h"
#include "ui/candidates/candidate_model.h"
#include "ui/candidates/candidates_panel.h"
#include "ui/candidates/favourite_action.h"
#include "ui/candidates/favourites_model.h"
#include "ui/candidates/favourites_panel.h"
#include "ui/inspector/compare_panel.h"
#include "ui/inversion/cell_gallery.h"
#include "ui/inversion/generated_model.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/state/filter.h"
#include "ui/state/map_layouts.h"
#include "ui/state/run_archive.h"
#include "ui/state/run_queue.h"
#include "ui/window/main_window.h"
#include "ui/window/recent_tables.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QUndoStack>
#include <QtTest>

#include <set>

using namespace inverso;
using namespace inverso::ui;

class TestChangingTable : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        explicit Fixture(const QString& table)
            : window({engine, {table}, {}, false, {}})
        {
            window.setConfirm([](const QString&) { return true; });
            window.resize(1300, 850);
            window.show();
            window.openFirstTable();
            opened = QTest::qWaitFor([this] { return state().workspace() != nullptr; }, 20000);
            find<QSpinBox>("budget").setValue(60);
        }
        ExplorerState& state() { return window.state(); }
        template <typename Object> Object& find(const char* name)
        {
            auto* object = window.findChild<Object*>(QString::fromLatin1(name));
            Q_ASSERT(object != nullptr);
            return *object;
        }
        bool runToTheEnd()
        {
            window.start();
            return opened && QTest::qWaitFor([this] { return state().phase() == RunPhase::Ended; }, 20000)
                   && state().hasModel();
        }
        /// Fills all that keeps cells.
        void fill()
        {
            const QSignalSpy generated(&state(), &ExplorerState::generationsChanged);
            panel().requestGeneration();
            QTRY_COMPARE(generated.count(), 1);
            CandidatesPanel& candidates = find<CandidatesPanel>("candidatesPanel");
            window.raisePane(QStringLiteral("candidates"));
            QTRY_VERIFY(candidates.candidates().rowCount() > 0);
            candidates.table().sortByColumn(candidates.candidates().columnCount() - 1, Qt::DescendingOrder);
            const std::vector<Query>& queries = state().run().queries();
            window.selection().setGroup({queries[0].cell, queries[1].cell, queries[2].cell});
            window.selection().select(queries[1].cell);
            window.selection().hover(queries[2].cell);
            window.star().trigger();
            window.findChild<ComparePanel*>()->pin(queries[0].cell);
            FilterCriteria criteria;
            criteria.accuracy = Interval{0.0, 100.0};
            for (const Query& query : queries)
                criteria.isolated.push_back(query.cell);
            state().filter().setCriteria(criteria);
        }
        InversionPanel& panel() { return *window.findChild<InversionPanel*>(); }
        /// What still keeps cells.
        QStringList holders()
        {
            QStringList all;
            const auto note = [&](bool holds, const char* name) {
                if (holds)
                    all += QString::fromLatin1(name);
            };
            note(window.selection().cell().has_value(), "selected cell");
            note(window.selection().hovered().has_value(), "hovered cell");
            note(!window.selection().group().empty(), "group");
            note(state().filter().isActive() || !state().filter().criteria().isEmpty(), "filter");
            note(window.findChild<ComparePanel*>()->pinned().has_value(), "pinned cell");
            note(window.findChild<CandidatesPanel*>()->candidates().rowCount() > 0, "candidates");
            note(panel().gallery().generated().rowCount() > 0, "gallery");
            note(window.undoStack().canUndo(), "undo stack");
            note(state().hasRun() || !state().run().isEmpty(), "run");
            note(state().hasModel() || !state().generations().empty(), "model");
            return all;
        }

        std::shared_ptr<test::GatedEngine> engine = std::make_shared<test::GatedEngine>();
        MainWindow window;
        test::GateOpener opener{*engine};
        bool opened = false;
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void nothingKeepsCellsOfTheOldTable()
    {
        const QString from = test::tableName();
        const QString to = test::otherTableName();
        Fixture f(from);
        QVERIFY(f.runToTheEnd());
        f.fill();
        QCOMPARE(f.holders().size(), 10);
        QCOMPARE(f.window.findChild<FavouritesPanel*>()->favourites().rowCount(), 1);
        const WorkspacePtr before = f.state().workspace();
        std::set<QString> wrong;
        int looks = 0;
        const auto look = [&] { // after those that keep them, which were connected before
            if (f.state().workspace() == before)
                return;
            ++looks;
            for (const QString& holder : f.holders())
                wrong.insert(holder);
            if (f.window.findChild<FavouritesPanel*>()->favourites().rowCount() > 0)
                wrong.insert(QStringLiteral("favourites"));
        };
        for (const auto signal :
             {&ExplorerState::workspaceChanged, &ExplorerState::datasetChanged, &ExplorerState::snapshotChanged,
              &ExplorerState::generationsChanged, &ExplorerState::inversionReportChanged, &ExplorerState::runAdvanced,
              &ExplorerState::steppedPhaseChanged})
            connect(&f.state(), signal, this, look);
        connect(&f.state(), &ExplorerState::phaseChanged, this, look);
        connect(&f.state().layouts(), &MapLayouts::shownChanged, this, look);
        connect(&f.state().archive(), &RunArchive::changed, this, look);
        connect(&f.state().filter(), &Filter::changed, this, look);
        connect(&f.window.selection(), &Selection::cellChanged, this, look);
        connect(&f.window.selection(), &Selection::groupChanged, this, look);
        f.window.open(to);
        QTRY_VERIFY(f.state().workspace() != before);
        QVERIFY2(wrong.empty(), qPrintable(QStringList(wrong.begin(), wrong.end()).join(QStringLiteral(", "))));
        QVERIFY(looks > 0);
        QVERIFY(f.runToTheEnd()); // and the new table works
        f.fill();
        QCOMPARE(f.holders().size(), 10);
    }

    void commandsAreDisabledWhileOpening()
    {
        const QString from = test::tableName();
        const QString to = test::otherTableName();
        Fixture f(from);
        QVERIFY(f.runToTheEnd());
        std::vector<QAction*> actions;
        for (const char* name : {"startAction", "seedsAction", "stepAction", "stepPhaseAction"})
            actions.push_back(&f.find<QAction>(name));
        const auto enabled = [&] {
            return std::ranges::count_if(actions, [](const QAction* action) { return action->isEnabled(); })
                   + (f.find<QPushButton>("generate").isEnabled() ? 1 : 0)
                   + (f.find<QPushButton>("measure").isEnabled() ? 1 : 0);
        };
        QCOMPARE(enabled(), 6);
        f.engine->close();
        f.window.open(to);
        QCOMPARE(enabled(), 0);
        const QSignalSpy begun(&f.state(), &ExplorerState::runBegun);
        f.window.start(); // not by the action
        f.window.step(Advance::Round);
        f.panel().requestGeneration();
        f.engine->open();
        QTRY_VERIFY(!f.state().isOpening());
        QCOMPARE(f.state().table()->source(), to.toStdString());
        QCOMPARE(enabled(), 4); // there is no model yet
        QVERIFY(f.runToTheEnd());
        QCOMPARE(begun.count(), 1);
        QVERIFY(f.state().generations().empty());
    }

    // The run ends by itself just before another table is asked for.
    void theNextRunOfTheQueueWaitsForTheOpening_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("left");
        QTest::newRow("another table empties the queue") << test::otherTableName() << 0;
        QTest::newRow("one that cannot be opened holds it") << QStringLiteral("/nowhere/table.csv") << 1;
    }
    void theNextRunOfTheQueueWaitsForTheOpening()
    {
        QFETCH(QString, to);
        QFETCH(int, left);
        Fixture f(test::tableName());
        QVERIFY(f.opened);
        f.window.start();
        f.window.start(); // queued
        QCOMPARE(f.state().queue().entries().size(), 1U);
        const QSignalSpy begun(&f.state(), &ExplorerState::runBegun);
        connect(&f.state(), &ExplorerState::phaseChanged, &f.window, [&](RunPhase phase) {
            if (phase == RunPhase::Ended && !f.state().isOpening()) {
                f.engine->close();
                f.window.open(to);
            }
        });
        QTRY_VERIFY_WITH_TIMEOUT(f.state().isOpening(), 20000);
        QTest::qWait(0); // the queue hears of the end
        f.engine->open();
        QTRY_VERIFY(!f.state().isOpening());
        QCOMPARE(begun.count(), 0);
        QCOMPARE(static_cast<int>(f.state().queue().entries().size()), left);
        QCOMPARE(f.state().queue().isHeld(), left > 0);
        QVERIFY(!isActive(f.state().phase()));
    }

    void theTitleIsThatOfTheOpenTable_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("open");
        QTest::newRow("the second is opened") << test::otherTableName() << test::otherTableName();
        QTest::newRow("the second fails") << QStringLiteral("/nowhere/table.csv") << test::tableName();
    }
    void theTitleIsThatOfTheOpenTable()
    {
        QFETCH(QString, second);
        QFETCH(QString, open);
        Fixture f(test::tableName());
        QVERIFY(f.opened);
        QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("first.csv"));
        QFile file(first);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(test::tableCsv().c_str()) > 0);
        file.close();
        f.engine->close();
        f.window.open(first);
        f.window.open(second);
        f.engine->open();
        QTRY_VERIFY(!f.state().isOpening());
        QCOMPARE(f.state().table()->source(), open.toStdString());
        QVERIFY2(f.window.windowTitle().startsWith(open + QLatin1Char(' ')), qPrintable(f.window.windowTitle()));
        QVERIFY2(f.find<QComboBox>("table").currentText().contains(open),
                 qPrintable(f.find<QComboBox>("table").currentText()));
    }
};

QTEST_MAIN(TestChangingTable)
#include "tst_changing_table.moc"
