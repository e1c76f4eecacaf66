// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that train, and single trainings, on the real core: a folder of tiny images, cells of both spaces.
#include "core/model/runtime.h"
#include "tests/core/live/small_images.h"
#include "tests/ui/patience.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/state/live_table.h"
#include "ui/worker/core_engine.h"
#include "ui/worker/search_controller.h"
#include "ui/worker/training_session.h"

#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace inverso;
using namespace inverso::ui;

class TestLiveEngine : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_images;

private slots:
    void initTestCase()
    {
        setThreads(1);
        qputenv("XDG_DATA_HOME", m_folder.filePath("data").toLocal8Bit()); // where results are kept
        m_images = m_folder.filePath("quarters");
        writeSmallFolder(m_images.toStdString());
    }

    // The search thread and the inspector's may ask at the same time.
    void sharesATrainer()
    {
        CoreEngine engine;
        std::vector<std::shared_ptr<const TrainingBenchmark>> trainers(8);
        {
            std::vector<std::jthread> threads;
            for (auto& trainer : trainers)
                threads.emplace_back(
                    [&] { trainer = engine.openTrainer(searchSpace("nasbench201"), m_images.toStdString(), {}); });
        }
        for (const auto& trainer : trainers)
            QCOMPARE(trainer.get(), trainers.front().get());
    }

    void trainsCellsOf_data()
    {
        QTest::addColumn<CellIndex>("other");
        QTest::newRow("nasbench201") << CellIndex{15000};
        QTest::newRow("nasbench101") << CellIndex{400000};
    }
    void trainsCellsOf()
    {
        QFETCH(CellIndex, other);
        const QString space = QString::fromLatin1(QTest::currentDataTag());
        const auto engine = std::make_shared<CoreEngine>();
        ExplorerState state;
        SearchController controller(engine, state);
        TrainingSession byHand(engine, state); // what the inspector and the gallery ask
        controller.open(liveTableName({space, m_images}));
        QVERIFY(QTest::qWaitFor([&] { return state.workspace() && state.workspace()->live; }, 60000));
        QCOMPARE(QString::fromUtf8(state.space()->name()), space);
        QCOMPARE(&state.workspace()->live->space(), state.space());
        SearchSettings settings;
        settings.method = "rs";
        settings.budget = 2;
        controller.start(settings, state.workspace()->live->dataset());
        QVERIFY(QTest::qWaitFor([&] { return state.phase() == RunPhase::Ended; }, test::patience));
        const std::vector<Query> queries = state.run().queries();
        QCOMPARE(queries.size(), 2U);
        for (const Query& query : queries) {
            QVERIFY(query.label.valid > 0.0 && query.label.valid <= 100.0);
            QCOMPARE(double{state.dataset()->valid[query.cell]}, double{static_cast<float>(query.label.valid)});
        }

        byHand.train(other, m_images);
        QVERIFY(QTest::qWaitFor([&] { return state.trainings().result(other) != nullptr; }, 60000));
        QCOMPARE(state.trainings().of(other)->status, CellTraining::Status::Done);
        QVERIFY(state.workspace()->live->find(other).has_value()); // one place of results for both
    }
};

QTEST_GUILESS_MAIN(TestLiveEngine)
#include "tst_live_engine.moc"
