// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gated_engine.h"
#include "ui/state/explorer_state.h"
#include "ui/state/map_layouts.h"
#include "ui/worker/run_publisher.h"
#include "ui/worker/search_controller.h"

#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestSearchController : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        explicit Fixture(const test::FakeSettings& fake = {}, const QString& table = QStringLiteral("small"))
            : Fixture(std::make_shared<test::GatedEngine>(fake), table)
        {
        }
        Fixture(std::shared_ptr<test::GatedEngine> from, const QString& table)
            : engine(std::move(from))
            , controller(engine, state)
            , opener(*engine)
        {
            controller.open(table);
            opened = QTest::qWaitFor([this] { return state.workspace() && !state.isOpening(); }, 20000);
        }
        void start(const char* method, int budget, Advance first = Advance::Run)
        {
            SearchSettings settings;
            settings.method = method;
            settings.budget = budget;
            controller.start(settings, "alpha", first);
        }
        bool reaches(RunPhase phase, int milliseconds = 10000)
        {
            return QTest::qWaitFor([&] { return state.phase() == phase; }, milliseconds);
        }
        bool runToTheEnd()
        {
            start("fake", 60);
            return reaches(RunPhase::Ended) && state.hasModel();
        }
        std::shared_ptr<test::GatedEngine> engine;
        ExplorerState state;
        SearchController controller;
        test::GateOpener opener;
        bool opened = false;
    };

    class CancelledEngine : public test::GatedEngine
    {
    public:
        std::unique_ptr<SearchStrategy> createStrategy(const SearchSettings&, QueryLedger&,
                                                       std::shared_ptr<const LatentSpace>) override
        {
            throw Cancelled();
        }
    };

    static QString addressOf(const ExplorerState& state) { return QString::fromStdString(state.table()->source()); }

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
        SearchController controller(engine, state);
        QSignalSpy opened(&controller, &SearchController::opened);
        QSignalSpy moved(&state.layouts(), &MapLayouts::shownChanged);
        controller.open(QStringLiteral("small"));
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(state.workspace()->latentsComing && !state.workspace()->latents);
        QCOMPARE(state.layouts().available().size(), 1U);
        const MapLayoutPtr shown = state.layouts().shown();
        QCOMPARE(shown->kind, MapLayout::Kind::Ready);
        SearchSettings settings;
        settings.method = "fake";
        settings.budget = 30;
        controller.start(settings, "alpha");
        moved.clear();
        mayLoad = true;
        QTRY_VERIFY(state.workspace()->latents != nullptr);
        QVERIFY(!state.workspace()->latentsComing);
        QCOMPARE(state.layouts().available().size(), 2U);
        QVERIFY(state.layouts().shown() == shown);
        QTRY_COMPARE_WITH_TIMEOUT(state.phase(), RunPhase::Ended, 20000);
        QCOMPARE(state.run().queries().size(), 30U);
        for (const QList<QVariant>& change : moved)
            QVERIFY(!change.front().toBool());    // the same map: a person may be looking at a part of it
        controller.open(QStringLiteral("small")); // now they are there
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
        SearchController controller(engine, state);
        controller.open(QStringLiteral("small"));
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
        QSignalSpy failed(&f.controller, &SearchController::openFailed);
        f.controller.open(QStringLiteral("/nowhere/table.csv"));
        QVERIFY(failed.wait(10000));
        QVERIFY(failed.front().front().toString().contains(QStringLiteral("/nowhere/table.csv")));
        QCOMPARE(f.state.workspace(), before); // nothing lost
    }

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
        QCOMPARE(f.state.snapshot()->predictions.size(), 15625U);
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

    void openingAnotherTableStopsTheRun()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 30;
        Fixture f(fake);
        f.start("fake", 5000);
        QVERIFY(QTest::qWaitFor([&] { return !f.state.run().isEmpty(); }));
        QSignalSpy opened(&f.controller, &SearchController::opened);
        f.controller.open(QStringLiteral("small"));
        QVERIFY(opened.wait());
        QCOMPARE(f.state.phase(), RunPhase::Idle);
        QVERIFY(f.state.run().isEmpty());
        QVERIFY(!f.state.hasModel());
    }

    void openingAnotherSpace_data() { test::addTableChanges(); }
    void openingAnotherSpace()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        Fixture f(test::FakeSettings(), from);
        QVERIFY(f.opened && f.runToTheEnd());
        f.controller.open(to);
        QTRY_VERIFY(!f.state.isOpening());
        QCOMPARE(addressOf(f.state), to);
        QVERIFY(!f.state.hasRun() && !f.state.hasModel());
        QVERIFY(f.runToTheEnd());
        QCOMPARE(f.state.snapshot()->predictions.size(), std::size_t{f.state.space()->size()});
    }

    // What is asked for while a table is being opened is meant for the old one, and would land on the new one.
    void nothingBeginsWhileOpening_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("what");
        for (const char* what : {"start", "step", "generate", "measure"}) {
            QTest::addRow("%s, nasbench201 to nasbench101", what)
                << QStringLiteral("small") << QStringLiteral("small101") << QString::fromLatin1(what);
            QTest::addRow("%s, nasbench101 to nasbench201", what)
                << QStringLiteral("small101") << QStringLiteral("small") << QString::fromLatin1(what);
        }
    }
    void nothingBeginsWhileOpening()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, what);
        Fixture f(test::FakeSettings(), from);
        QVERIFY(f.opened && f.runToTheEnd());
        const QSignalSpy begun(&f.state, &ExplorerState::runBegun);
        const QSignalSpy generated(&f.state, &ExplorerState::generationsChanged);
        const QSignalSpy measured(&f.state, &ExplorerState::inversionReportChanged);
        const QSignalSpy busy(&f.controller.inversion(), &InversionController::generating);
        const QSignalSpy measuring(&f.controller.inversion(), &InversionController::evaluating);
        f.engine->close();
        f.controller.open(to);
        QVERIFY(f.state.isOpening());
        if (what == QLatin1String("start"))
            f.start("fake", 60);
        else if (what == QLatin1String("step"))
            f.start("fake", 60, Advance::Round);
        else if (what == QLatin1String("generate"))
            f.controller.inversion().generate({.target = 60.0});
        else
            f.controller.inversion().evaluate();
        f.engine->open();
        QTRY_VERIFY(!f.state.isOpening());
        QCOMPARE(addressOf(f.state), to);
        QVERIFY(f.runToTheEnd()); // behind anything that was asked before
        QCOMPARE(begun.count(), 1);
        QCOMPARE(generated.count() + measured.count() + busy.count() + measuring.count(), 0);
    }

    void theNewestOpeningWins_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("open");
        QTest::newRow("the second is opened") << QStringLiteral("small101") << QStringLiteral("small101");
        QTest::newRow("the second fails") << QStringLiteral("/nowhere/table.csv") << QStringLiteral("small");
    }
    void theNewestOpeningWins()
    {
        QFETCH(QString, second);
        QFETCH(QString, open);
        Fixture f;
        QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("first.csv"));
        QFile file(first);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(test::smallTableCsv().c_str()) > 0);
        file.close();
        QString name = QStringLiteral("small");
        connect(&f.controller, &SearchController::opened, this, [&](const QString& opened) { name = opened; });
        const QSignalSpy failed(&f.controller, &SearchController::openFailed);
        f.engine->close();
        f.controller.open(first);
        f.controller.open(second);
        f.engine->open();
        QTRY_VERIFY(!f.state.isOpening());
        QCOMPARE(name, open);
        QCOMPARE(addressOf(f.state), open);
        QCOMPARE(failed.count(), open == second ? 0 : 1);
    }

    void aResumedSessionGivesWayToANewerTable()
    {
        QTemporaryDir folder;
        const QString saved = folder.filePath(QStringLiteral("saved.inverso"));
        {
            Fixture f;
            f.controller.setRecordFolder(folder.path());
            f.start("fake", 60, Advance::Round);
            QVERIFY(f.reaches(RunPhase::Paused));
            QSignalSpy done(&f.controller, &SearchController::sessionSaved);
            f.controller.saveSession(saved);
            QVERIFY(done.wait());
            QCOMPARE(done.front().front().toString(), QString());
        }
        Fixture f;
        const QSignalSpy begun(&f.state, &ExplorerState::runBegun);
        const QSignalSpy resumed(&f.controller, &SearchController::sessionOpened);
        f.engine->close();
        f.controller.resumeSession(saved);
        f.controller.open(QStringLiteral("small101"));
        f.engine->open();
        QTRY_VERIFY(!f.state.isOpening());
        QCOMPARE(addressOf(f.state), QStringLiteral("small101"));
        QVERIFY(f.runToTheEnd());
        QCOMPARE(begun.count(), 1); // by the test
        QCOMPARE(resumed.count(), 0);
        f.controller.resumeSession(saved); // it is not kept locked
        QTRY_COMPARE(resumed.count(), 1);
        QCOMPARE(addressOf(f.state), QStringLiteral("small"));
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(f.state.run().queries().size(), 60U);
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
            f.controller.open(QStringLiteral("small101"));
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
        Fixture f(std::make_shared<CancelledEngine>(), QStringLiteral("small"));
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
