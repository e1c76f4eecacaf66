// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/state/explorer_state.h"

#include <QSignalSpy>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestExplorerState : public QObject
{
    Q_OBJECT

private:
    static WorkspacePtr workspaceOf(const SearchSpace& space)
    {
        auto workspace = std::make_shared<Workspace>();
        workspace->table = FakeEngine::table(space);
        return workspace;
    }

    // A run with a model whose results are all of the highest cells of the space.
    static void run(ExplorerState& state)
    {
        const CellIndex last = state.space()->size() - 1;
        state.setChosenDataset("alpha");
        state.beginRun({}, "alpha");
        Round round;
        round.queries.push_back({1, last, {90.0, 90.0}, 0, NAN});
        state.appendRounds({round}, 1.0);
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->predictions.resize(state.space()->size());
        state.setSnapshot(snapshot);
        GeneratedCells cells;
        cells.inversion.cells.push_back({last, 90.0F, 90.0F, false});
        state.addGeneration(cells);
        state.setInversionReport(std::make_shared<InversionReport>());
        state.setPhase(RunPhase::Ended);
    }

private slots:
    void forgetsTheRunBeforeTheTableIsReplaced()
    {
        ExplorerState state;
        state.setWorkspace(workspaceOf(test::space()));
        run(state);
        const WorkspacePtr before = state.workspace(); // with the label of the run
        QStringList onTheOld;
        bool forgotten = false;
        const auto note = [&](const QString& name) {
            if (state.workspace() == before)
                onTheOld += name;
            forgotten = !state.hasRun() && !state.hasModel() && state.generations().empty() && !state.inversionReport()
                        && state.run().isEmpty();
        };
        connect(&state, &ExplorerState::snapshotChanged, this, [&] { note(QStringLiteral("snapshot")); });
        connect(&state, &ExplorerState::generationsChanged, this, [&] { note(QStringLiteral("generations")); });
        connect(&state, &ExplorerState::inversionReportChanged, this, [&] { note(QStringLiteral("report")); });
        connect(&state, &ExplorerState::phaseChanged, this, [&] { note(QStringLiteral("phase")); });
        connect(&state, &ExplorerState::workspaceAboutToChange, this, [&] {
            note(QStringLiteral("about to change"));
            QVERIFY(forgotten);
        });
        connect(&state, &ExplorerState::workspaceChanged, this, [&] { note(QStringLiteral("changed")); });
        state.setWorkspace(workspaceOf(test::otherSpace()));
        const QStringList expected{QStringLiteral("snapshot"), QStringLiteral("report"), QStringLiteral("generations"),
                                   QStringLiteral("phase"), QStringLiteral("about to change")};
        QCOMPARE(onTheOld, expected); // and "changed" on the new one
        QVERIFY(forgotten);
    }

    // A widget that shows rounds may be painted at any signal.
    void thatTheRoundsAreGoneIsSaidFirst()
    {
        ExplorerState state;
        state.setWorkspace(workspaceOf(test::space()));
        run(state);
        QStringList order;
        connect(&state, &ExplorerState::runForgotten, this, [&] { order += QStringLiteral("forgotten"); });
        connect(&state, &ExplorerState::snapshotChanged, this, [&] { order += QStringLiteral("model"); });
        connect(&state, &ExplorerState::runBegun, this, [&] { order += QStringLiteral("begun"); });
        connect(&state, &ExplorerState::workspaceAboutToChange, this, [&] { order += QStringLiteral("table"); });
        state.beginRun({}, "alpha");
        const QStringList begun{QStringLiteral("forgotten"), QStringLiteral("model"), QStringLiteral("begun")};
        QCOMPARE(order, begun);
        run(state);
        order.clear();
        state.setWorkspace(workspaceOf(test::otherSpace()));
        const QStringList replaced{QStringLiteral("forgotten"), QStringLiteral("model"), QStringLiteral("table")};
        QCOMPARE(order, replaced);
    }

    // Listeners look at its last round.
    void anAdvanceHasARound()
    {
        ExplorerState state;
        state.setWorkspace(workspaceOf(test::space()));
        QSignalSpy advanced(&state, &ExplorerState::runAdvanced);
        state.beginRun({}, "alpha");
        state.announceAgain();
        state.appendRounds({}, 1.0);
        QCOMPARE(advanced.count(), 0);
        state.appendRounds({Round()}, 1.0);
        state.announceAgain();
        QCOMPARE(advanced.count(), 2);
    }

    void announcesThatATableIsBeingOpened()
    {
        ExplorerState state;
        QSignalSpy changed(&state, &ExplorerState::openingChanged);
        QVERIFY(!state.isOpening());
        state.setOpening(true);
        state.setOpening(true);
        QVERIFY(state.isOpening());
        state.setOpening(false);
        QCOMPARE(changed.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestExplorerState)
#include "tst_explorer_state.moc"
