// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/base/notice_bar.h"
#include "ui/map/latent_map.h"
#include "ui/map/map_panel.h"
#include "ui/run/run_panel.h"
#include "ui/state/run_archive.h"
#include "ui/state/run_queue.h"

#include <QAction>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestRunQueueing : public QObject
{
    Q_OBJECT

private:
    struct Fixture : test::WindowFixture
    {
        explicit Fixture(const test::FakeSettings& fake = {})
            : WindowFixture(fake)
        {
            window.setConfirm([this](const QString& question) {
                asked.append(question);
                return answer;
            });
            find<QSpinBox>("budget").setValue(40);
        }
        RunQueue& queue() { return window.state().queue(); }
        void trigger(const char* action) { find<QAction>(action).trigger(); }
        void startSeed(int seed)
        {
            find<QSpinBox>("seed").setValue(seed);
            trigger("startAction");
        }
        bool allEnd()
        {
            return QTest::qWaitFor([this] { return queue().isEmpty() && state().phase() == RunPhase::Ended; }, 30000);
        }
        QList<int> seedsOfRuns()
        {
            QList<int> seeds;
            for (const ArchivedRun& run : state().archive().runs())
                seeds.append(static_cast<int>(run.record.settings().seed));
            return seeds;
        }
        QStringList asked;
        bool answer = true;
    };

private slots:
    void runsFollowOneAnother()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 20;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.startSeed(3);
        f.startSeed(5);
        f.startSeed(4);
        QCOMPARE(f.queue().entries().size(), 2U);
        QVERIFY(f.find<QWidget>("runQueue").isVisible());
        QVERIFY(f.allEnd());
        QVERIFY(!f.find<QWidget>("runQueue").isVisible());
        QCOMPARE(f.seedsOfRuns(), (QList<int>{3, 5, 4}));
        for (const ArchivedRun& run : f.state().archive().runs())
            QCOMPARE(run.record.queries().size(), 40U);
    }

    void severalSeedsInOneGo()
    {
        Fixture f;
        QVERIFY(f.opened);
        f.find<QSpinBox>("seed").setValue(10);
        f.trigger("seedsAction");
        auto* dialog = f.window.findChild<QInputDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->setIntValue(4);
        dialog->accept();
        QVERIFY(f.allEnd());
        QCOMPARE(f.seedsOfRuns(), (QList<int>{10, 11, 12, 13}));
    }

    void aFailedRunIsToldOfAndTheNextGoesOn()
    {
        test::FakeSettings fake;
        fake.failInRound = 2;
        fake.roundMilliseconds = 20;
        Fixture f(fake);
        QVERIFY(f.opened);
        QSignalSpy failed(&f.window.controller(), &SearchController::runFailed);
        f.startSeed(1);
        f.startSeed(2);
        QVERIFY(f.allEnd());
        QTRY_COMPARE(failed.count(), 2);
        auto* panel = f.window.findChild<RunPanel*>();
        QVERIFY(panel->notice().sentence().contains(QStringLiteral("round 2")));
    }

    void aStopHoldsTheQueue()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 30;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.startSeed(1);
        f.startSeed(2);
        QTRY_COMPARE(f.state().phase(), RunPhase::Running);
        f.trigger("stopAction");
        QTRY_COMPARE(f.state().phase(), RunPhase::Ended);
        QTRY_VERIFY(f.queue().isHeld());
        QTest::qWait(200);
        QCOMPARE(f.state().phase(), RunPhase::Ended);
        QCOMPARE(f.queue().entries().size(), 1U);
        f.find<QPushButton>("queueGoOn").click();
        QVERIFY(f.queue().isEmpty());
        QVERIFY(f.allEnd());
        QCOMPARE(f.seedsOfRuns().last(), 2);
    }

    void closingAsksOnceWithTheNumberThatWait()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 50;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.answer = false;
        f.startSeed(1);
        f.startSeed(2);
        f.startSeed(3);
        QVERIFY(!f.window.close());
        QCOMPARE(f.asked.size(), 1);
        QVERIFY2(f.asked.front().contains(QLatin1Char('2')), qPrintable(f.asked.front()));
        f.answer = true;
        QVERIFY(f.window.close());
        QCOMPARE(f.asked.size(), 2);
    }

    void anotherTableEmptiesTheQueue()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 50;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.startSeed(1);
        f.startSeed(2);
        QSignalSpy opened(&f.window.controller(), &SearchController::opened);
        f.window.open(test::tableName());
        QVERIFY(opened.wait(20000));
        QTest::qWait(100);
        QVERIFY(f.queue().isEmpty());
        QCOMPARE(f.state().phase(), RunPhase::Idle);
    }

    // Through a whole round by the action, seen on the map and explained above it.
    void phasesAreExplainedAndShown()
    {
        Fixture f;
        QVERIFY(f.opened);
        auto& card = f.find<QWidget>("phaseCard");
        QVERIFY(!card.isVisible());
        QStringList titles;
        std::optional<QPointF> place; // of a cell: the map stays where it is, whatever is told above and below
        for (int i = 0; i < 6; ++i) {
            f.trigger("stepPhaseAction");
            QTRY_COMPARE(f.state().phase(), RunPhase::Paused);
            QVERIFY(card.isVisible());
            titles.append(f.find<QLabel>("phaseTitle").text());
            QTest::qWait(20);
            if (!place)
                place = f.window.mapPanel().map().positionOf(7);
            QCOMPARE(f.window.mapPanel().map().positionOf(7), *place);
            QVERIFY(f.find<QLabel>("phaseText").text().size() > 20);
        }
        QCOMPARE(QSet<QString>(titles.begin(), titles.end()).size(), 6);
        QCOMPARE(f.state().run().rounds().size(), 2U);
        f.trigger("stepPhaseAction");
        QTRY_COMPARE(f.state().phase(), RunPhase::Paused);
        const CellIndex cell = f.state().steppedPhase()->cells.front();
        LatentMap& map = f.window.mapPanel().map();
        const QPoint ring = (map.positionOf(cell) + QPointF(0.0, -5.5)).toPoint();
        const QImage ringed = map.grab().toImage();
        f.state().setSteppedPhase(nullptr);
        QVERIFY(ringed.pixel(ring) != map.grab().toImage().pixel(ring));
        QVERIFY(!card.isVisible());
        f.trigger("pauseAction"); // resumes
        QVERIFY(f.allEnd());
    }
};

QTEST_MAIN(TestRunQueueing)
#include "tst_run_queueing.moc"
