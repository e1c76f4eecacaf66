// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/state/explorer_state.h"
#include "ui/state/map_layouts.h"
#include "ui/worker/session.h"

#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestSession : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        explicit Fixture(const test::FakeSettings& fake = {})
            : session(test::fakeEngine(fake), state)
        {
            session.open(QStringLiteral("small"));
            opened = QTest::qWaitFor([this] { return state.workspace() != nullptr; }, 20000);
        }
        void start(const char* method, int budget, Advance first = Advance::Run)
        {
            SearchSettings settings;
            settings.method = method;
            settings.budget = budget;
            session.start(settings, "alpha", first);
        }
        bool reaches(RunPhase phase, int milliseconds = 10000)
        {
            return QTest::qWaitFor([&] { return state.phase() == phase; }, milliseconds);
        }
        ExplorerState state;
        Session session;
        bool opened = false;
    };

    // Ships a ready map; its weights can be loaded once they may.
    class MappedEngine : public FakeEngine
    {
    public:
        explicit MappedEngine(const Settings& settings, const std::atomic<bool>* mayLoad = nullptr)
            : FakeEngine(settings)
            , m_mayLoad(mayLoad)
        {
        }
        std::shared_ptr<const LatentSpace> loadLatents(const SearchSpace& space, Preset preset) override
        {
            while (m_mayLoad != nullptr && !*m_mayLoad)
                QThread::msleep(1);
            return FakeEngine::loadLatents(space, preset);
        }
        MapLayoutPtr findMap(const SearchSpace& space, Preset) override
        {
            return std::make_shared<const MapLayout>(
                MapLayout{.kind = MapLayout::Kind::Ready, .places = std::vector<QPointF>(space.size())});
        }

    private:
        const std::atomic<bool>* m_mayLoad;
    };

private slots:
    void opensTableAndWeights()
    {
        Fixture f;
        QVERIFY(f.opened);
        QCOMPARE(f.state.table()->datasets().size(), 2U);
        QCOMPARE(f.state.workspace()->layouts.size(), 1U); // the fake ships no t-SNE
        QCOMPARE(f.state.workspace()->layouts.front()->kind, MapLayout::Kind::PrincipalPlane);
        QCOMPARE(f.state.workspace()->layouts.front()->places.size(), 15625U);
        QVERIFY(f.state.workspace()->weightsProblem.isEmpty());
    }

    // A ready map is shown before the latents have been computed; a search may be wanted meanwhile.
    void opensOnTheReadyMap()
    {
        std::atomic<bool> mayLoad = false;
        const auto engine = std::make_shared<MappedEngine>(test::FakeSettings(), &mayLoad);
        ExplorerState state;
        Session session(engine, state);
        QSignalSpy opened(&session, &Session::opened);
        QSignalSpy moved(&state.layouts(), &MapLayouts::shownChanged);
        session.open(QStringLiteral("small"));
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(state.workspace()->latentsComing && !state.workspace()->latents);
        QCOMPARE(state.layouts().available().size(), 1U);
        const MapLayoutPtr shown = state.layouts().shown();
        QCOMPARE(shown->kind, MapLayout::Kind::Ready);
        SearchSettings settings;
        settings.method = "fake";
        settings.budget = 30;
        session.start(settings, "alpha");
        moved.clear();
        mayLoad = true;
        QTRY_VERIFY(state.workspace()->latents != nullptr);
        QVERIFY(!state.workspace()->latentsComing);
        QCOMPARE(state.layouts().available().size(), 2U);
        QVERIFY(state.layouts().shown() == shown);
        QTRY_COMPARE_WITH_TIMEOUT(state.phase(), RunPhase::Ended, 20000);
        QCOMPARE(state.run().queries().size(), 30U);
        for (const QList<QVariant>& change : moved)
            QVERIFY(!change.front().toBool()); // the same map: a person may be looking at a part of it
        session.open(QStringLiteral("small")); // now they are there
        QTRY_COMPARE(opened.count(), 2);
        QVERIFY(state.workspace()->latents != nullptr);
        QCOMPARE(state.layouts().available().size(), 2U);
    }

    void aReadyMapWithoutUsableWeights()
    {
        test::FakeSettings fake;
        fake.hasWeights = false;
        const auto engine = std::make_shared<MappedEngine>(fake);
        ExplorerState state;
        Session session(engine, state);
        session.open(QStringLiteral("small"));
        QTRY_VERIFY(state.workspace() != nullptr);
        QTRY_VERIFY(!state.workspace()->latentsComing);
        QVERIFY(state.workspace()->latents == nullptr);
        QVERIFY(state.workspace()->weightsProblem.contains(QStringLiteral("./dev weights")));
    }

    void withoutWeightsTheTableStillOpens()
    {
        test::FakeSettings fake;
        fake.hasWeights = false;
        Fixture f(fake);
        QVERIFY(f.opened);
        QVERIFY(f.state.workspace()->layouts.empty());
        QVERIFY(f.state.workspace()->weightsProblem.contains(QStringLiteral("./dev weights")));
        f.start("fake-free", 30);
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(f.state.run().queries().size(), 30U);
    }

    void aBadFileIsASentence()
    {
        Fixture f;
        const WorkspacePtr before = f.state.workspace();
        QSignalSpy failed(&f.session, &Session::openFailed);
        f.session.open(QStringLiteral("/nowhere/table.csv"));
        QVERIFY(failed.wait(10000));
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("/nowhere/table.csv")));
        QCOMPARE(f.state.workspace(), before); // nothing lost
    }

    void runsToTheEnd()
    {
        Fixture f;
        QSignalSpy ended(&f.session, &Session::runEnded);
        f.start("fake", 60);
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(ended.count(), 1);
        QCOMPARE(ended.front().front().value<RunEnd>(), RunEnd::Finished);
        QCOMPARE(f.state.run().queries().size(), 60U);
        QCOMPARE(f.state.run().rounds().size(), 11U);
        QVERIFY(f.state.snapshot() != nullptr);
        QCOMPARE(f.state.snapshot()->queries, 60);
        QCOMPARE(f.state.snapshot()->predictions.size(), 15625U);
        QCOMPARE(f.state.snapshot()->training.points.size(), 60U);
        QVERIFY(f.state.snapshot()->sample.points.size() > 900);
        QVERIFY(f.state.snapshot()->sample.kendall > 0.5);
    }

    void updatesComeAtMostEvery40Milliseconds()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 2;
        Fixture f(fake);
        QElapsedTimer time;
        std::vector<qint64> times;
        connect(&f.state, &ExplorerState::runAdvanced, this, [&] { times.push_back(time.elapsed()); });
        time.start();
        f.start("fake", 600);
        QVERIFY(f.reaches(RunPhase::Ended, 30000));
        QVERIFY(times.size() >= 3);
        QVERIFY(f.state.run().rounds().size() > 2 * times.size());
        for (std::size_t i = 1; i + 1 < times.size(); ++i) // the last may come early
            QVERIFY2(times[i] - times[i - 1] >= 35, qPrintable(QString::number(times[i] - times[i - 1])));
    }

    void pausesStepsAndResumes()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 15;
        Fixture f(fake);
        f.start("fake", 500);
        QVERIFY(QTest::qWaitFor([&] { return f.state.run().rounds().size() >= 3; }));
        f.session.pause();
        QVERIFY(f.reaches(RunPhase::Paused));
        const std::size_t rounds = f.state.run().rounds().size();
        QCOMPARE(f.state.snapshot()->queries, static_cast<int>(f.state.run().queries().size()));
        QTest::qWait(120);
        QCOMPARE(f.state.run().rounds().size(), rounds);
        f.session.step();
        QVERIFY(f.reaches(RunPhase::Paused));
        QCOMPARE(f.state.run().rounds().size(), rounds + 1);
        f.session.resume();
        QVERIFY(QTest::qWaitFor([&] { return f.state.run().rounds().size() > rounds + 3; }));
        f.session.stop();
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
            f.session.step(Advance::Phase);
            QVERIFY(QTest::qWaitFor([&] { return f.state.steppedPhase()->kind == kind; }));
            QVERIFY(f.reaches(RunPhase::Paused));
        }
        QCOMPARE(f.state.run().rounds().size(), 1U);
        QCOMPARE(f.state.steppedPhase()->round, 1);
        QVERIFY(!f.state.steppedPhase()->cells.empty());
        f.session.step(Advance::Round); // the rest of the round
        QVERIFY(QTest::qWaitFor([&] { return f.state.run().rounds().size() == 2; }));
        QVERIFY(f.reaches(RunPhase::Paused));
        QVERIFY(!f.state.steppedPhase());
        f.session.step(Advance::Phase);
        QVERIFY(QTest::qWaitFor([&] { return f.state.steppedPhase() != nullptr; }));
        QVERIFY(f.reaches(RunPhase::Paused));
        f.session.resume();
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
        f.session.step(Advance::Phase);
        QVERIFY(QTest::qWaitFor([&] { return f.state.steppedPhase()->kind == PhaseKind::Query; }));
        QVERIFY(f.reaches(RunPhase::Paused));
        QVERIFY(f.state.run().isEmpty());
        f.session.stop();
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(f.state.run().queries().size(), 10U);
    }

    void stopsWithin100Milliseconds_data()
    {
        QTest::addColumn<int>("roundMilliseconds");
        QTest::newRow("in a long round") << 60000;
        QTest::newRow("between short rounds") << 1;
    }
    void stopsWithin100Milliseconds()
    {
        QFETCH(int, roundMilliseconds);
        test::FakeSettings fake;
        fake.roundMilliseconds = roundMilliseconds;
        Fixture f(fake);
        QSignalSpy ended(&f.session, &Session::runEnded);
        f.start("fake", 100000 / 10);
        QTest::qWait(150);
        QElapsedTimer time;
        time.start();
        f.session.stop();
        QVERIFY(f.reaches(RunPhase::Ended));
        qInfo("stopped after %lld ms", time.elapsed());
        QVERIFY(time.elapsed() < 100);
        QCOMPARE(ended.front().front().value<RunEnd>(), RunEnd::Stopped);
        QVERIFY(f.state.run().queries().size() >= 10U); // those of the broken round are kept
    }

    void stopWhilePausedAndGenerateAfterwards()
    {
        Fixture f;
        f.start("fake", 400, Advance::Round);
        QVERIFY(f.reaches(RunPhase::Paused));
        f.session.step();
        QVERIFY(QTest::qWaitFor([&] { return f.state.hasModel() && f.state.phase() == RunPhase::Paused; }));
        f.session.stop();
        QVERIFY(f.reaches(RunPhase::Ended));
        QSignalSpy generated(&f.state, &ExplorerState::generationsChanged);
        f.session.generate(60.0, {.count = 20});
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
        settings.preset = Preset::Thesis;
        f.session.start(settings, "alpha");
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
        QSignalSpy busy(&f.session, &Session::generating);
        for (const double target : {50.0, 55.0, 60.0})
            f.session.generate(target, {.count = 8});
        QVERIFY(QTest::qWaitFor([&] { return busy.count() == 2; })); // on, off
        QCOMPARE(f.state.generations().size(), 1U);
        QCOMPARE(f.state.generations().back().target, 60.0);
    }

    void withoutAModelGeneratingIsASentence()
    {
        Fixture f;
        QSignalSpy failed(&f.session, &Session::generateFailed);
        f.session.generate(60.0, {.count = 8});
        QVERIFY(failed.wait());
        QVERIFY(!failed.front().front().toString().isEmpty());
        f.start("fake-free", 20);
        QVERIFY(f.reaches(RunPhase::Ended));
        f.session.generate(60.0, {.count = 8});
        QVERIFY(failed.wait());
        QVERIFY(!failed.back().front().toString().isEmpty());
    }

    void aFailureKeepsWhatWasFound()
    {
        test::FakeSettings fake;
        fake.failInRound = 4;
        Fixture f(fake);
        QSignalSpy failed(&f.session, &Session::runFailed);
        f.start("fake", 200);
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("broke off in round 4")));
        QCOMPARE(f.state.run().rounds().size(), 4U);
    }

    void refusedSettingsAreASentence()
    {
        Fixture f;
        QSignalSpy failed(&f.session, &Session::runFailed);
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

    void goingAwayMidRunIsSafe()
    {
        for (const int wait : {0, 5, 60}) {
            test::FakeSettings fake;
            fake.roundMilliseconds = 30;
            QElapsedTimer time;
            {
                Fixture f(fake);
                f.start("fake", 5000);
                QTest::qWait(wait);
                time.start();
            }
            QVERIFY2(time.elapsed() < 500, qPrintable(QString::number(time.elapsed())));
        }
    }

    void openingAnotherTableStopsTheRun()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 30;
        Fixture f(fake);
        f.start("fake", 5000);
        QVERIFY(QTest::qWaitFor([&] { return !f.state.run().isEmpty(); }));
        QSignalSpy opened(&f.session, &Session::opened);
        f.session.open(QStringLiteral("small"));
        QVERIFY(opened.wait());
        QCOMPARE(f.state.phase(), RunPhase::Idle);
        QVERIFY(f.state.run().isEmpty());
        QVERIFY(!f.state.hasModel());
    }

    // The window's thread serves a timer every few milliseconds while a search runs.
    void theWindowsThreadIsNeverBlocked()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 5;
        Fixture f(fake);
        f.start("fake", 1500);
        QElapsedTimer since;
        std::vector<qint64> gaps;
        QTimer tick;
        tick.setTimerType(Qt::PreciseTimer);
        tick.setInterval(2);
        connect(&tick, &QTimer::timeout, this, [&] { gaps.push_back(since.restart()); });
        since.start();
        tick.start();
        QVERIFY(f.reaches(RunPhase::Ended, 30000));
        std::sort(gaps.begin(), gaps.end());
        QVERIFY(gaps.size() > 100);
        qInfo("gaps between ticks: 99th percentile %lld ms, longest %lld ms of %zu", gaps[gaps.size() * 99 / 100],
              gaps.back(), gaps.size());
        QVERIFY(gaps[gaps.size() * 99 / 100] <= 16);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
