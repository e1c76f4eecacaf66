// SPDX-License-Identifier: GPL-3.0-or-later
// The window's session on the real core and a real table: the folder named by INVERSO_BENCHMARKS.
#include "core/benchmark/catalogue.h"
#include "core/benchmark/query_ledger.h"
#include "core/model/runtime.h"
#include "core/model/weights.h"
#include "core/search/create_strategy.h"
#include "core/session/session_file.h"
#include "tests/ui/patience.h"
#include "ui/state/explorer_state.h"
#include "ui/worker/core_engine.h"
#include "ui/worker/search_controller.h"

#include <QtTest>

#include <bit>

using namespace inverso;
using namespace inverso::ui;

class TestCoreEngine : public QObject
{
    Q_OBJECT

private:
    static SearchSettings settings(const std::string& method, int budget)
    {
        SearchSettings result;
        result.method = method;
        result.budget = budget;
        result.seed = 3;
        return result;
    }

    static bool usesWeights(const std::string& method)
    {
        const auto methods = searchMethods();
        return std::ranges::find(methods, std::string_view(method), &MethodInfo::name)->needsModel;
    }

    // What the command line does: the same steps without a window.
    std::vector<Query> directly(const SearchSettings& wanted) const
    {
        const TableBenchmark benchmark(m_table, m_table->datasets().front().name);
        QueryLedger ledger(benchmark, wanted.budget);
        const SearchSettings filled = resolved(wanted);
        const bool model = usesWeights(wanted.method);
        const auto latents = model ? LatentSpace::load(findWeights("nasbench201", "default")) : nullptr;
        const auto strategy = createStrategy(filled, ledger, latents);
        while (!strategy->isFinished())
            strategy->step({});
        return ledger.history();
    }

    /// With the codes, which come after the table and its map.
    static bool isOpen(const ExplorerState& state)
    {
        return QTest::qWaitFor([&] { return state.workspace() && state.workspace()->latents; }, test::patience);
    }

    QString m_name;
    std::shared_ptr<const Table> m_table;

private slots:
    void initTestCase()
    {
        setThreads(1);
        if (!qEnvironmentVariableIsSet("INVERSO_BENCHMARKS"))
            QSKIP("INVERSO_BENCHMARKS names no folder with real tables");
        for (const CatalogueEntry& entry : findTables()) {
            if (entry.name == "nasbench201") {
                m_name = QString::fromStdString(entry.name);
                m_table = openTable(entry.name);
            }
        }
        if (!m_table)
            QSKIP("no nasbench201 table in INVERSO_BENCHMARKS");
    }

    void windowAndCommandLineFindTheSame_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("budget");
        QTest::newRow("random search") << QStringLiteral("rs") << 60;
        QTest::newRow("local search") << QStringLiteral("ls") << 60;
        QTest::newRow("regularized evolution") << QStringLiteral("re") << 60;
        QTest::newRow("BANANAS") << QStringLiteral("bananas") << 40;
        QTest::newRow("AG-Net") << QStringLiteral("agnet") << 40;
        QTest::newRow("Arch2Vec-RL") << QStringLiteral("arch2vec-rl") << 40;
        QTest::newRow("Arch2Vec-BO") << QStringLiteral("arch2vec-bo") << 25;
        QTest::newRow("CR-LSO") << QStringLiteral("crlso") << 40;
        QTest::newRow("invertible network") << QStringLiteral("inn") << 30;
        QTest::newRow("whole-table ranking") << QStringLiteral("enumerate") << 25;
    }
    void windowAndCommandLineFindTheSame()
    {
        QFETCH(QString, method);
        QFETCH(int, budget);
        ExplorerState state;
        SearchController controller(std::make_shared<CoreEngine>(), state);
        controller.open(m_name);
        QVERIFY(isOpen(state));
        const SearchSettings wanted = settings(method.toStdString(), budget);
        controller.start(wanted, m_table->datasets().front().name);
        QVERIFY(QTest::qWaitFor([&] { return state.phase() == RunPhase::Ended; }, test::patience));
        const std::vector<Query> expected = directly(wanted);
        const std::vector<Query>& found = state.run().queries();
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QCOMPARE(found[i].cell, expected[i].cell);
        QCOMPARE(state.hasModel(), method == QStringLiteral("inn") || method == QStringLiteral("enumerate"));
    }

    // Saved after three rounds, opened by another window, done to the end: the search that was never interrupted.
    void aSavedSearchGoesOn_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("restored");
        QTest::newRow("invertible network, from its checkpoint") << QStringLiteral("inn") << true;
        QTest::newRow("regularized evolution, done again") << QStringLiteral("re") << false;
    }
    void aSavedSearchGoesOn()
    {
        QFETCH(QString, method);
        QFETCH(bool, restored);
        const QTemporaryDir folder;
        const QString saved = folder.filePath(QStringLiteral("saved.inverso"));
        const SearchSettings wanted = settings(method.toStdString(), 45);
        {
            ExplorerState state;
            SearchController controller(std::make_shared<CoreEngine>(), state);
            controller.setRecordFolder(folder.filePath(QStringLiteral("searches")));
            controller.open(m_name);
            QVERIFY(isOpen(state));
            controller.start(wanted, m_table->datasets().front().name, Advance::Round);
            for (std::size_t rounds = 1; rounds <= 3; ++rounds) {
                QTRY_VERIFY_WITH_TIMEOUT(state.phase() == RunPhase::Paused && state.run().rounds().size() == rounds,
                                         60000);
                if (rounds < 3)
                    controller.step();
            }
            QSignalSpy done(&controller, &SearchController::sessionSaved);
            controller.saveSession(saved);
            QTRY_COMPARE(done.count(), 1);
            QCOMPARE(done[0][0].toString(), QString());
        }
        QCOMPARE(SessionFile::view(saved.toStdString()).checkpoint(0).has_value(), restored);
        ExplorerState state;
        SearchController controller(std::make_shared<CoreEngine>(), state);
        const QSignalSpy opening(&controller, &SearchController::opening);
        controller.resumeSession(saved);
        QVERIFY(QTest::qWaitFor([&] { return state.phase() == RunPhase::Ended; }, test::patience));
        QCOMPARE(opening.count(), 1);
        QCOMPARE(opening[0][0].toString(), m_name); // not the path that the session has
        const std::vector<Query> expected = directly(wanted);
        const std::vector<Query>& found = state.run().queries();
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            QCOMPARE(found[i].cell, expected[i].cell);
            QVERIFY(std::bit_cast<std::uint64_t>(found[i].predicted)
                    == std::bit_cast<std::uint64_t>(expected[i].predicted));
        }
        QVERIFY(SessionFile::view(saved.toStdString()).runs()[0].finished);
    }

    void cellsComeForATarget_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("nasbench201") << m_name;
        for (const CatalogueEntry& entry : findTables()) {
            if (entry.name == "nasbench101_subset")
                QTest::newRow("nasbench101") << QString::fromStdString(entry.name);
        }
    }
    void cellsComeForATarget()
    {
        QFETCH(QString, name);
        ExplorerState state;
        SearchController controller(std::make_shared<CoreEngine>(), state);
        controller.open(name);
        QVERIFY(isOpen(state));
        QCOMPARE(QString::fromUtf8(state.space()->name()), QString::fromLatin1(QTest::currentDataTag()));
        const std::vector<MapLayoutPtr>& layouts = state.workspace()->layouts;
        QCOMPARE(layouts.size(), 2U); // the shipped t-SNE belongs to the shipped weights
        QCOMPARE(layouts.front()->kind, MapLayout::Kind::Ready);
        QVERIFY(layouts.front()->klDivergence > 0.0);
        for (const MapLayoutPtr& layout : layouts)
            QCOMPARE(layout->places.size(), std::size_t{state.space()->size()});
        controller.start(settings("inn", 40), state.table()->datasets().front().name);
        QVERIFY(QTest::qWaitFor([&] { return state.phase() == RunPhase::Ended; }, test::patience));
        controller.inversion().generate({.target = 90.0, .count = 16});
        QVERIFY(QTest::qWaitFor([&] { return !state.generations().empty(); }, 60000));
        QVERIFY(!state.generations().back().inversion.cells.empty());
        qInfo("%zu cells in %.0f ms", state.generations().back().inversion.cells.size(),
              state.generations().back().seconds * 1000.0);
    }
};

QTEST_GUILESS_MAIN(TestCoreEngine)
#include "tst_core_engine.moc"
