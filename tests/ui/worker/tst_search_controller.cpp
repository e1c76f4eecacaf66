// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/worker/controller_fixture.h"
#include "ui/worker/run_publisher.h"

#include <QtTest>

using namespace inverso;
using namespace inverso::ui;
using Fixture = test::ControllerFixture;

class TestSearchController : public QObject
{
    Q_OBJECT

private:
    class CancelledEngine : public test::GatedEngine
    {
    public:
        std::unique_ptr<SearchStrategy> createStrategy(const SearchSettings&, QueryLedger&,
                                                       std::shared_ptr<const LatentSpace>) override
        {
            throw Cancelled();
        }
    };

private slots:
    void runsToTheEnd()
    {
        Fixture f;
        QSignalSpy ended(&f.controller, &SearchController::runEnded);
        f.start("fake", 60);
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(ended.count(), 1);
        QCOMPARE(ended.front().front().value<RunEnd>(), RunEnd::Finished);
        QCOMPARE(f.state.run().queries().size(), 60U);
        QCOMPARE(f.state.run().rounds().size(), 11U);
        QVERIFY(f.state.snapshot() != nullptr);
        QCOMPARE(f.state.snapshot()->queries, 60);
        QCOMPARE(f.state.snapshot()->predictions.size(), std::size_t{test::space().size()});
        QCOMPARE(f.state.snapshot()->training.points.size(), 60U);
        QVERIFY(f.state.snapshot()->sample.points.size() > 900);
        QVERIFY(f.state.snapshot()->sample.kendall > 0.5);
    }

    void updatesThatComeTogetherArePublishedAsOne()
    {
        Fixture f;
        f.state.beginRun({}, "alpha");
        RunPublisher publisher(f.state);
        const QSignalSpy advanced(&f.state, &ExplorerState::runAdvanced);
        for (int number = 0; number < 5; ++number) {
            RunUpdate update;
            update.rounds.emplace_back().number = number;
            update.activeSeconds = number;
            publisher.add(update);
        }
        QCOMPARE(advanced.count(), 0); // within the turn of the event loop
        QTRY_COMPARE(advanced.count(), 1);
        QCOMPARE(f.state.run().rounds().size(), 5U);
        QCOMPARE(f.state.run().activeSeconds(), 4.0);
        publisher.add({});
        publisher.clear();
        publisher.publish();
        QCOMPARE(advanced.count(), 1);
    }

    void pausesStepsAndResumes()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 15;
        Fixture f(fake);
        f.start("fake", 500);
        QVERIFY(QTest::qWaitFor([&] { return f.state.run().rounds().size() >= 3; }));
        f.controller.pause();
        QVERIFY(f.reaches(RunPhase::Paused));
        const std::size_t rounds = f.state.run().rounds().size();
        QCOMPARE(f.state.snapshot()->queries, static_cast<int>(f.state.run().queries().size()));
        QTest::qWait(120);
        QCOMPARE(f.state.run().rounds().size(), rounds);
        f.controller.step();
        QVERIFY(f.reaches(RunPhase::Paused));
        QCOMPARE(f.state.run().rounds().size(), rounds + 1);
        f.controller.resume();
        QVERIFY(QTest::qWaitFor([&] { return f.state.run().rounds().size() > rounds + 3; }));
        f.controller.stop();
        QVERIFY(f.reaches(RunPhase::Ended));
    }

    void aStepBeforeARunDoesOneRound()
    {
        Fixture f;
        f.start("fake", 100, Advance::Round);
        QVERIFY(f.reaches(RunPhase::Paused));
        QCOMPARE(f.state.run().rounds().size(), 1U);
    }

    void stepsPhaseByPhase()
    {
        Fixture f;
        f.start("fake", 100, Advance::Phase);
        QVERIFY(f.reaches(RunPhase::Paused));
        QCOMPARE(f.state.steppedPhase()->kind, PhaseKind::Generate);
        QCOMPARE(f.state.steppedPhase()->round, 0);
        QVERIFY(f.state.run().isEmpty());
        QVERIFY(!f.state.snapshot());
        for (const PhaseKind kind : {PhaseKind::Query, PhaseKind::Retrain, PhaseKind::Generate}) {
            f.controller.step(Advance::Phase);
            QVERIFY(QTest::qWaitFor([&] { return f.state.steppedPhase()->kind == kind; }));
            QVERIFY(f.reaches(RunPhase::Paused));
        }
        QCOMPARE(f.state.run().rounds().size(), 1U);
        QCOMPARE(f.state.steppedPhase()->round, 1);
        QVERIFY(!f.state.steppedPhase()->cells.empty());
        f.controller.step(Advance::Round); // the rest of the round
        QVERIFY(QTest::qWaitFor([&] { return f.state.run().rounds().size() == 2; }));
        QVERIFY(f.reaches(RunPhase::Paused));
        QVERIFY(!f.state.steppedPhase());
        f.controller.step(Advance::Phase);
        QVERIFY(QTest::qWaitFor([&] { return f.state.steppedPhase() != nullptr; }));
        QVERIFY(f.reaches(RunPhase::Paused));
        f.controller.resume();
        QVERIFY(f.reaches(RunPhase::Ended));
        QVERIFY(!f.state.steppedPhase());
        QCOMPARE(f.state.run().queries().size(), 100U);
        for (std::size_t i = 0; i < f.state.run().rounds().size(); ++i)
            QCOMPARE(f.state.run().rounds()[i].number, static_cast<int>(i));
    }

    void stoppedBetweenTwoPhasesTheQueriesStay()
    {
        Fixture f;
        f.start("fake", 100, Advance::Phase);
        QVERIFY(f.reaches(RunPhase::Paused));
        f.controller.step(Advance::Phase);
        QVERIFY(QTest::qWaitFor([&] { return f.state.steppedPhase()->kind == PhaseKind::Query; }));
        QVERIFY(f.reaches(RunPhase::Paused));
        QVERIFY(f.state.run().isEmpty());
        f.controller.stop();
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(f.state.run().queries().size(), 10U);
    }

    void stopEndsALongRound_data()
    {
        QTest::addColumn<int>("roundMilliseconds");
        QTest::newRow("in a long round") << 60000;
        QTest::newRow("between short rounds") << 1;
    }

    void stopEndsALongRound()
    {
        QFETCH(int, roundMilliseconds);
        test::FakeSettings fake;
        fake.roundMilliseconds = roundMilliseconds;
        Fixture f(fake);
        QSignalSpy ended(&f.controller, &SearchController::runEnded);
        f.start("fake", 100000 / 10);
        QTest::qWait(150);
        f.controller.stop();
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(ended.front().front().value<RunEnd>(), RunEnd::Stopped);
        QVERIFY(f.state.run().queries().size() >= 10U); // those of the broken round are kept
    }

    void stopWhilePausedAndGenerateAfterwards()
    {
        Fixture f;
        f.start("fake", 400, Advance::Round);
        QVERIFY(f.reaches(RunPhase::Paused));
        f.controller.step();
        QVERIFY(QTest::qWaitFor([&] { return f.state.hasModel() && f.state.phase() == RunPhase::Paused; }));
        f.controller.stop();
        QVERIFY(f.reaches(RunPhase::Ended));
        QSignalSpy generated(&f.state, &ExplorerState::generationsChanged);
        f.controller.inversion().generate({.target = 60.0, .count = 20});
        QVERIFY(generated.wait());
        QCOMPARE(f.state.generations().back().inversion.cells.size(), 20U);
        QCOMPARE(f.state.generations().back().target, 60.0);
    }

    void anotherPresetMovesTheMap()
    {
        Fixture f;
        const WorkspacePtr before = f.state.workspace();
        QSignalSpy moved(&f.state, &ExplorerState::latentsChanged);
        SearchSettings settings;
        settings.method = "fake";
        settings.budget = 20;
        settings.model.preset = Preset::Thesis;
        f.controller.start(settings, "alpha");
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(moved.count(), 1);
        QVERIFY(f.state.workspace() != before && f.state.workspace()->table == before->table);
        QCOMPARE(f.state.run().queries().size(), 20U); // the run is not lost by it
    }

    void theNewestGenerationWins()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 200;
        Fixture f(fake);
        f.start("fake", 400);
        QVERIFY(QTest::qWaitFor([&] { return f.state.hasModel(); }));
        QSignalSpy busy(&f.controller.inversion(), &InversionController::generating);
        for (const double target : {50.0, 55.0, 60.0})
            f.controller.inversion().generate({.target = target, .count = 8});
        QVERIFY(QTest::qWaitFor([&] { return busy.count() == 2; })); // on, off
        QCOMPARE(f.state.generations().size(), 1U);
        QCOMPARE(f.state.generations().back().target, 60.0);
    }

    void withoutAModelGeneratingIsASentence()
    {
        Fixture f;
        QSignalSpy failed(&f.controller.inversion(), &InversionController::generateFailed);
        f.controller.inversion().generate({.target = 60.0, .count = 8});
        QVERIFY(failed.wait());
        QVERIFY(!failed.front().front().toString().isEmpty());
        f.start("fake-free", 20);
        QVERIFY(f.reaches(RunPhase::Ended));
        f.controller.inversion().generate({.target = 60.0, .count = 8});
        QVERIFY(failed.wait());
        QVERIFY(!failed.back().front().toString().isEmpty());
    }

    void aFailureKeepsWhatWasFound()
    {
        test::FakeSettings fake;
        fake.failInRound = 4;
        Fixture f(fake);
        QSignalSpy failed(&f.controller, &SearchController::runFailed);
        f.start("fake", 200);
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("broke off in round 4")));
        QCOMPARE(f.state.run().rounds().size(), 4U);
    }

    void refusedSettingsAreASentence()
    {
        Fixture f;
        QSignalSpy failed(&f.controller, &SearchController::runFailed);
        f.start("fake", 3);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(f.state.phase(), RunPhase::Idle);
    }

    void theSameSeedGivesTheSameRun()
    {
        std::vector<CellIndex> cells[2];
        for (auto& run : cells) {
            Fixture f;
            f.start("fake", 80);
            QVERIFY(f.reaches(RunPhase::Ended));
            for (const Query& query : f.state.run().queries())
                run.push_back(query.cell);
        }
        QCOMPARE(cells[0], cells[1]);
    }

    // A run of hours would keep the destructor waiting.
    void goingAwayMidRunIsSafe()
    {
        for (const int wait : {0, 5, 60}) {
            test::FakeSettings fake;
            fake.roundMilliseconds = 3600000;
            Fixture f(fake);
            f.start("fake", 5000);
            QTest::qWait(wait);
        }
    }

    // An inversion of an hour would keep what is asked for waiting.
    void stopAndOpenDoNotWaitForTheInversion_data()
    {
        QTest::addColumn<bool>("measures");
        QTest::addColumn<bool>("opens");
        QTest::newRow("generate, stop") << false << false;
        QTest::newRow("generate, open") << false << true;
        QTest::newRow("measure, stop") << true << false;
        QTest::newRow("measure, open") << true << true;
    }

    void stopAndOpenDoNotWaitForTheInversion()
    {
        QFETCH(bool, measures);
        QFETCH(bool, opens);
        test::FakeSettings fake;
        fake.inversionMilliseconds = 3600000;
        Fixture f(fake);
        f.start("fake", 400, Advance::Round);
        QVERIFY(f.reaches(RunPhase::Paused) && f.state.hasModel());
        const QSignalSpy busy(&f.controller.inversion(), &InversionController::generating);
        const QSignalSpy measuring(&f.controller.inversion(), &InversionController::evaluating);
        if (measures)
            f.controller.inversion().evaluate();
        else
            f.controller.inversion().generate({.target = 60.0});
        if (opens)
            f.controller.open(test::otherTableName());
        else
            f.controller.stop();
        if (opens)
            QTRY_VERIFY_WITH_TIMEOUT(!f.state.isOpening(), 20000);
        else
            QVERIFY(f.reaches(RunPhase::Ended));
        QTRY_COMPARE((measures ? measuring : busy).count(), 2); // on, off
        QCOMPARE((measures ? measuring.back().front().toDouble() < 0.0 : !busy.back().front().toBool()), true);
    }

    void aCancelledStartIsNotAFailure()
    {
        Fixture f(std::make_shared<CancelledEngine>(), test::tableName());
        const QSignalSpy failed(&f.controller, &SearchController::runFailed);
        QSignalSpy ended(&f.controller, &SearchController::runEnded);
        f.start("fake", 60);
        QVERIFY(ended.wait());
        QCOMPARE(ended.front().front().value<RunEnd>(), RunEnd::Stopped);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(f.state.phase(), RunPhase::Ended);
    }
};

QTEST_GUILESS_MAIN(TestSearchController)
#include "tst_search_controller.moc"
