// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gated_engine.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/worker/training_session.h"

using namespace inverso;
using namespace inverso::ui;

class TestTrainingSession : public QObject
{
    Q_OBJECT

private:
    static WorkspacePtr workspaceOf(test::FakeEngine& engine, const QString& table)
    {
        auto workspace = std::make_shared<Workspace>();
        workspace->table = engine.openTable(table.toStdString());
        return workspace;
    }

private slots:
    void aTrainingOfTheOldTableDoesNotReachTheNewOne()
    {
        const QString from = test::tableName();
        const QString to = test::otherTableName();
        test::FakeSettings fake;
        fake.epochMilliseconds = 20;
        const auto engine = std::make_shared<FakeEngine>(fake);
        ExplorerState state;
        TrainingSession training(engine, state);
        constexpr CellIndex cell = 5;
        state.setWorkspace(workspaceOf(*engine, from));
        training.train(cell, QStringLiteral("fashion-mnist"));
        QTRY_VERIFY(!state.trainings().of(cell)->epochs.empty());
        state.setWorkspace(workspaceOf(*engine, to));
        QVERIFY(state.trainings().of(cell) == nullptr);
        training.train(cell, QStringLiteral("fashion-mnist")); // another cell of that number
        QVERIFY(state.trainings().of(cell) != nullptr);
        QTRY_VERIFY(!state.trainings().of(cell)->isUnderWay());
        QCOMPARE(state.trainings().of(cell)->status, CellTraining::Status::Done);
        QCOMPARE(state.trainings().of(cell)->epochs.size(), 8U);
    }
};

QTEST_GUILESS_MAIN(TestTrainingSession)
#include "tst_training_session.moc"
