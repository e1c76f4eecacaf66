// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/worker/controller_fixture.h"
#include "ui/state/map_layouts.h"

#include <QtTest>

using namespace inverso;
using namespace inverso::ui;
using Fixture = test::ControllerFixture;

class TestTableOpening : public QObject
{
    Q_OBJECT

private:
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
        QCOMPARE(f.state.workspace()->layouts.front()->places.size(), std::size_t{test::space().size()});
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
        controller.open(test::tableName());
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
            QVERIFY(!change.front().toBool()); // the same map: a person may be looking at a part of it
        controller.open(test::tableName());    // now they are there
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
        controller.open(test::tableName());
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

    void openingAnotherTableStopsTheRun()
    {
        test::FakeSettings fake;
        fake.roundMilliseconds = 30;
        Fixture f(fake);
        f.start("fake", 5000);
        QVERIFY(QTest::qWaitFor([&] { return !f.state.run().isEmpty(); }));
        QSignalSpy opened(&f.controller, &SearchController::opened);
        f.controller.open(test::tableName());
        QVERIFY(opened.wait());
        QCOMPARE(f.state.phase(), RunPhase::Idle);
        QVERIFY(f.state.run().isEmpty());
        QVERIFY(!f.state.hasModel());
    }

    void openingAnotherSpace()
    {
        const QString from = test::tableName();
        const QString to = test::otherTableName();
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
        QTest::addColumn<QString>("what");
        for (const char* what : {"start", "step", "generate", "measure"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void nothingBeginsWhileOpening()
    {
        QFETCH(QString, what);
        const QString from = test::tableName();
        const QString to = test::otherTableName();
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
        QTest::newRow("the second is opened") << test::otherTableName() << test::otherTableName();
        QTest::newRow("the second fails") << QStringLiteral("/nowhere/table.csv") << test::tableName();
    }

    void theNewestOpeningWins()
    {
        QFETCH(QString, second);
        QFETCH(QString, open);
        Fixture f;
        QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("first.csv"));
        QFile file(first);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(test::tableCsv().c_str()) > 0);
        file.close();
        QString name = test::tableName();
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
        f.controller.open(test::otherTableName());
        f.engine->open();
        QTRY_VERIFY(!f.state.isOpening());
        QCOMPARE(addressOf(f.state), test::otherTableName());
        QVERIFY(f.runToTheEnd());
        QCOMPARE(begun.count(), 1); // by the test
        QCOMPARE(resumed.count(), 0);
        f.controller.resumeSession(saved); // it is not kept locked
        QTRY_COMPARE(resumed.count(), 1);
        QCOMPARE(addressOf(f.state), test::tableName());
        QVERIFY(f.reaches(RunPhase::Ended));
        QCOMPARE(f.state.run().queries().size(), 60U);
    }
};

QTEST_GUILESS_MAIN(TestTableOpening)
#include "tst_table_opening.moc"
