// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/state/explorer_state.h"
#include "ui/state/run_archive.h"

#include <QSignalSpy>
#include <QtTest>

#include <cmath>

using namespace inverso;
using namespace inverso::ui;

class TestRunArchive : public QObject
{
    Q_OBJECT

private:
    static SearchSettings settings(const char* method, std::uint64_t seed)
    {
        SearchSettings result;
        result.method = method;
        result.seed = seed;
        return result;
    }
    static void open(ExplorerState& state)
    {
        auto workspace = std::make_shared<Workspace>();
        workspace->table = test::table();
        state.setWorkspace(workspace);
    }
    static void run(ExplorerState& state, const SearchSettings& settings)
    {
        state.beginRun(settings, "alpha");
        state.setPhase(RunPhase::Running);
        Round round;
        round.queries.push_back({1, 5, {60.0, 50.0}, 0, NAN});
        state.appendRounds({round}, 1.0);
    }

private slots:
    void keepsARunWhenItEnds()
    {
        ExplorerState state;
        open(state);
        run(state, settings("rs", 3));
        QVERIFY(state.archive().runs().empty());
        state.setPhase(RunPhase::Ended);
        QCOMPARE(state.archive().runs().size(), 1U);
        const ArchivedRun& kept = state.archive().runs().front();
        QCOMPARE(state.archive().currentId(), std::optional<int>(kept.id));
        QCOMPARE(kept.name, QStringLiteral("rs, seed 3"));
        QCOMPARE(kept.record.best()->label.valid, 60.0);
        QCOMPARE(kept.space, std::string(test::space().name()));

        run(state, settings("rs", 4)); // kept once only
        QCOMPARE(state.archive().runs().size(), 1U);
        QVERIFY(!state.archive().currentId());
        run(state, settings("rs", 5)); // begun before the last one ended
        QCOMPARE(state.archive().runs().size(), 2U);
        open(state); // another table
        QCOMPARE(state.archive().runs().size(), 3U);
        QVERIFY(!state.archive().currentId());
    }

    void forgetsRunsWithoutARound()
    {
        ExplorerState state;
        open(state);
        state.beginRun(settings("rs", 1), "alpha");
        state.setPhase(RunPhase::Ended);
        QVERIFY(state.archive().runs().empty());
    }

    void seedsOfOneMethodShareAColour()
    {
        ExplorerState state;
        open(state);
        for (const auto& [method, seed] : {std::pair("rs", 1), {"rs", 2}, {"ls", 1}})
            run(state, settings(method, static_cast<std::uint64_t>(seed)));
        state.setPhase(RunPhase::Ended);
        const auto& runs = state.archive().runs();
        QVERIFY(sameButSeed(runs[0], runs[1]));
        QVERIFY(!sameButSeed(runs[0], runs[2]));
        QCOMPARE(runs[0].color, runs[1].color);
        QVERIFY(runs[0].color != runs[2].color);
        for (const bool dark : {false, true})
            QVERIFY(runColor(runs[0].color, dark) != runColor(runs[2].color, dark));
    }

    void editsAreAnnounced()
    {
        RunArchive archive;
        const int id = archive.add({});
        QSignalSpy changes(&archive, &RunArchive::changed);
        archive.rename(id, QStringLiteral("  mine "));
        archive.rename(id, QStringLiteral(" "));
        QCOMPARE(archive.find(id)->name, QStringLiteral("mine"));
        archive.setVisible(id, false);
        archive.setVisible(id, false);
        archive.remove(id);
        archive.remove(id);
        QCOMPARE(changes.count(), 3);
        QVERIFY(archive.find(id) == nullptr);
        QVERIFY(archive.add({}) != id);
    }
};

QTEST_GUILESS_MAIN(TestRunArchive)
#include "tst_run_archive.moc"
