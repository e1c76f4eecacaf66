// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/state/explorer_state.h"
#include "ui/state/view_history.h"

#include <QUndoStack>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestViewHistory : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        Desk()
        {
            auto workspace = std::make_shared<Workspace>();
            workspace->table = test::table();
            state.setWorkspace(workspace);
        }
        ExplorerState state;
        Selection selection;
        QUndoStack stack;
        ViewHistory history{selection, state.filter(), stack};
    };
    static void turn() { QCoreApplication::processEvents(); }
    static FilterCriteria isolating(CellIndex cell)
    {
        FilterCriteria criteria;
        criteria.isolated = {cell};
        return criteria;
    }

private slots:
    void selectionAndFilterComeBack()
    {
        Desk desk;
        desk.selection.select(5);
        turn();
        desk.selection.setGroup({1, 2});
        turn();
        desk.state.filter().setCriteria(isolating(7));
        turn();
        QCOMPARE(desk.stack.count(), 3);
        desk.stack.undo();
        QVERIFY(!desk.state.filter().isActive());
        desk.stack.undo();
        QVERIFY(desk.selection.group().empty());
        QCOMPARE(desk.selection.cell(), std::optional<CellIndex>(5));
        desk.stack.undo();
        QVERIFY(!desk.selection.cell());
        desk.stack.redo();
        desk.stack.redo();
        desk.stack.redo();
        QCOMPARE(desk.selection.group(), (std::vector<CellIndex>{1, 2}));
        QVERIFY(desk.state.filter().accepts(7) && !desk.state.filter().accepts(8));
        turn();
        QCOMPARE(desk.stack.count(), 3); // to undo is no change to be undone
    }

    void whatHappensAtOnceIsOneStep()
    {
        Desk desk;
        desk.selection.select(5);
        desk.selection.setGroup({5, 6});
        desk.selection.select(6);
        turn();
        QCOMPARE(desk.stack.count(), 1);
        desk.stack.undo();
        QVERIFY(!desk.selection.cell() && desk.selection.group().empty());
    }

    void aDraggedFilterIsOneStep()
    {
        Desk desk;
        for (CellIndex cell = 1; cell < 6; ++cell) {
            desk.state.filter().setCriteria(isolating(cell));
            turn();
        }
        QCOMPARE(desk.stack.count(), 1);
        desk.stack.undo();
        QVERIFY(!desk.state.filter().isActive());
    }

    void goingBackAndForthLeavesNoStep()
    {
        Desk desk;
        desk.selection.select(5);
        desk.selection.select(std::nullopt);
        desk.selection.hover(9);
        turn();
        QCOMPARE(desk.stack.count(), 0);
    }

    void restartTakesThePresentForTheStart()
    {
        Desk desk;
        desk.selection.select(5);
        desk.history.restart();
        turn();
        QCOMPARE(desk.stack.count(), 0);
        desk.selection.select(6);
        turn();
        desk.stack.undo();
        QCOMPARE(desk.selection.cell(), std::optional<CellIndex>(5));
    }
};

QTEST_GUILESS_MAIN(TestViewHistory)
#include "tst_view_history.moc"
