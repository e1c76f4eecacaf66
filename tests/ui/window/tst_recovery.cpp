// SPDX-License-Identifier: GPL-3.0-or-later
// Searches of a window that dies, and of one that does not. The window that dies is a process of its own: this program
// with "--search FOLDER".
#include "core/session/session_file.h"
#include "tests/ui/fakes.h"
#include "ui/base/notice_bar.h"
#include "ui/map/map_panel.h"
#include "ui/map/map_timeline.h"
#include "ui/run/runs_panel.h"
#include "ui/state/favourites.h"
#include "ui/state/filter.h"
#include "ui/state/run_queue.h"
#include "ui/window/main_window.h"
#include "ui/window/opening.h"
#include "ui/window/recovery.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTableView>
#include <QUndoStack>
#include <QtTest>

#include <csignal>
#include <functional>
#include <memory>

using namespace inverso;
using namespace inverso::ui;

namespace {

constexpr int budget = 60;
constexpr std::uint64_t largeSeed = 0xfedcba9876543210;

SearchSettings settings(const char* method, std::uint64_t seed = 11)
{
    SearchSettings result;
    result.method = method;
    result.budget = budget;
    result.seed = seed;
    return result;
}

MainWindow::Options options(const QString& folder, const test::FakeSettings& fake = {})
{
    MainWindow::Options result;
    result.engine = test::fakeEngine(fake);
    result.tables = {test::tableName()};
    result.recordFolder = folder;
    return result;
}

/// A window that records in a folder.
struct Recorded
{
    explicit Recorded(const QString& folder, const test::FakeSettings& fake = {})
        : window(options(folder, fake))
    {
        window.setConfirm([](const QString&) { return true; });
        window.resize(1300, 850);
        window.show();
        window.openFirstTable();
        opened = QTest::qWaitFor([this] { return state().workspace() != nullptr; }, 20000);
    }
    ExplorerState& state() { return window.state(); }
    bool reaches(RunPhase phase)
    {
        return QTest::qWaitFor([&] { return state().phase() == phase; }, 20000);
    }
    NoticeBar& bar() { return *window.findChild<NoticeBar*>(QStringLiteral("recovery")); }
    bool isOffered()
    {
        return QTest::qWaitFor([this] { return bar().isVisible(); }, 5000);
    }
    /// The looking for what is left has come to its end without an offer.
    bool isNotOffered()
    {
        QTest::qWait(400);
        return !bar().isVisible();
    }
    void trigger(const char* action) { window.findChild<QAction*>(QLatin1String(action))->trigger(); }

    MainWindow window;
    bool opened = false;
};

QStringList sessionsIn(const QString& folder)
{
    QStringList paths;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.inverso")}, QDir::Files))
        paths += QDir(folder).absoluteFilePath(name);
    return paths;
}

std::vector<CellIndex> cellsOf(const RunRecord& run)
{
    std::vector<CellIndex> cells;
    for (const Query& query : run.queries())
        cells.push_back(query.cell);
    return cells;
}

/// The whole search, never interrupted.
std::vector<CellIndex> expected(const char* method)
{
    ExplorerState state;
    SearchController controller(test::fakeEngine(), state);
    controller.open(test::tableName());
    if (!QTest::qWaitFor([&] { return state.workspace() != nullptr; }, 20000))
        return {};
    controller.start(settings(method), "alpha");
    return QTest::qWaitFor([&] { return state.phase() == RunPhase::Ended; }, 20000) ? cellsOf(state.run())
                                                                                    : std::vector<CellIndex>();
}

/// A window in a process of its own that searches slowly.
class OtherWindow
{
public:
    explicit OtherWindow(const QString& folder, const QString& what = QStringLiteral("--search"))
        : m_folder(folder)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {what, folder});
    }
    ~OtherWindow() { kill(); }
    /// Some rounds are written.
    bool hasRounds(std::size_t count)
    {
        return writes([count](const SessionFile& session) { return session.runs().at(0).rounds.size() >= count; });
    }
    /// What the window shows is written.
    bool hasNotes()
    {
        return writes([](const SessionFile& session) {
            return !session.annotation("view").empty() && !session.annotation("favourites").empty();
        });
    }
    /// Runs that wait are written.
    bool hasWaiting(std::size_t count)
    {
        return writes([count](const SessionFile& session) {
            return queueFromJson(QByteArray::fromStdString(session.annotation("queue"))).size() == count;
        });
    }
    /// It has its session open, but comes no further.
    void suspend() { ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP); }
    bool kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return false;
        ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
        return m_process.waitForFinished(10000) && m_process.exitStatus() == QProcess::CrashExit;
    }

private:
    bool writes(const std::function<bool(const SessionFile&)>& what)
    {
        return QTest::qWaitFor(
            [&] {
                const QStringList paths = sessionsIn(m_folder);
                try {
                    return !paths.isEmpty() && what(SessionFile::view(paths.front().toStdString()));
                } catch (const std::exception&) { // it is being made
                    return false;
                }
            },
            30000);
    }

    QString m_folder;
    QProcess m_process;
};

/// What the other process does.
int searchUntilKilled(const QString& folder, bool queues)
{
    test::FakeSettings slow;
    slow.roundMilliseconds = 300;
    Recorded other(folder, slow);
    other.window.controller().start(settings("fake"), "alpha");
    if (queues)
        for (const std::uint64_t seed : {largeSeed, largeSeed + 1})
            other.state().queue().add({settings("fake", seed), "beta"});
    other.window.selection().select(CellIndex(123));
    FilterCriteria criteria;
    criteria.accuracy = Interval{20.0, 90.0};
    other.state().filter().setCriteria(criteria);
    other.state().favourites().add(test::spaceName(), QString::fromStdString(other.state().space()->text(77)),
                                   other.window.undoStack());
    other.window.mapPanel().setColouring({CellColouring::Kind::TrueAccuracy, 0});
    return QApplication::exec();
}

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_config.path());
        QCoreApplication::setOrganizationName(QStringLiteral("inverso-tests"));
    }

    void init()
    {
        QSettings().clear();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void testAWindowThatClosesLeavesNothing()
    {
        {
            Recorded one(m_folder->path());
            QVERIFY(one.opened && one.isNotOffered());
            one.window.controller().start(settings("fake"), "alpha");
            QVERIFY(one.reaches(RunPhase::Ended));
            one.window.controller().start(settings("fake-free"), "alpha");
            QVERIFY(one.reaches(RunPhase::Ended));
            QCOMPARE(sessionsIn(m_folder->path()).size(), 2); // both can still be saved or be left by a crash
            QVERIFY(one.window.close());
        }
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void testWhatAKilledWindowSearchedGoesOn()
    {
        const std::vector<CellIndex> whole = expected("fake");
        QCOMPARE(whole.size(), std::size_t(budget));
        {
            OtherWindow other(m_folder->path());
            QVERIFY(other.hasRounds(5) && other.hasNotes());
            QVERIFY(other.kill());
        }
        const QStringList left = sessionsIn(m_folder->path());
        QCOMPARE(left.size(), 1);
        {
            Recorded next(m_folder->path());
            QVERIFY(next.isOffered());
            QVERIFY(next.bar().sentence().contains(QStringLiteral("fake on alpha")));
            QVERIFY(QApplication::activeModalWidget() == nullptr);
            next.trigger("recover");
            QVERIFY(!next.bar().isVisible());
            QVERIFY(next.reaches(RunPhase::Ended));
            QCOMPARE(cellsOf(next.state().run()), whole);
            // As the other window showed it.
            QCOMPARE(next.window.selection().cell(), std::optional(CellIndex(123)));
            QCOMPARE(next.state().filter().criteria().accuracy, std::optional(Interval{20.0, 90.0}));
            QCOMPARE(next.window.mapPanel().view().colouring.kind, CellColouring::Kind::TrueAccuracy);
            QCOMPARE(next.state().favourites().cells(test::spaceName()).size(), 1U);
            const std::vector<RecordedRun> runs = SessionFile::view(left.front().toStdString()).runs();
            QVERIFY(runs[0].finished); // in the same file
        }
        QVERIFY(QDir(m_folder->path()).isEmpty()); // it closed
    }

    void testWhatWaitedInAKilledWindowFollows()
    {
        {
            OtherWindow other(m_folder->path(), QStringLiteral("--search-and-queue"));
            QVERIFY(other.hasRounds(2) && other.hasWaiting(2));
            QVERIFY(other.kill());
        }
        Recorded next(m_folder->path());
        QVERIFY(next.isOffered());
        QVERIFY(next.bar().sentence().endsWith(QStringLiteral("2 runs were queued.")));
        next.trigger("recover");
        QTRY_COMPARE_WITH_TIMEOUT(next.state().run().settings().seed, largeSeed + 1, 20000);
        QVERIFY(next.state().queue().isEmpty());
        QVERIFY(next.reaches(RunPhase::Ended));
        QCOMPARE(next.state().run().dataset(), std::string("beta"));
        // Each has a file of its own, and the one that was begun is done.
        const QStringList paths = sessionsIn(m_folder->path());
        QCOMPARE(paths.size(), 3);
        for (const QString& path : paths)
            QVERIFY(SessionFile::view(path.toStdString()).runs()[0].finished);
    }

    void testWhatWaitsIsKeptWithTheRunThatIsOn()
    {
        test::FakeSettings slow;
        slow.roundMilliseconds = 200;
        Recorded one(m_folder->path(), slow);
        one.window.controller().start(settings("fake"), "alpha");
        const auto waiting = [&] {
            const QStringList paths = sessionsIn(m_folder->path());
            try {
                return paths.isEmpty() ? std::string()
                                       : SessionFile::view(paths.back().toStdString()).annotation("queue");
            } catch (const std::exception&) { // it is being made
                return std::string();
            }
        };
        one.state().queue().add({settings("fake", 12), "alpha"});
        one.state().queue().add({settings("fake-free", 13), "beta", true});
        QTRY_VERIFY(queueFromJson(QByteArray::fromStdString(waiting())).size() == 2);
        const RunQueue::Entry second = queueFromJson(QByteArray::fromStdString(waiting()))[1];
        QCOMPARE(second.settings.method, std::string("fake-free"));
        QCOMPARE(second.settings.seed, std::uint64_t(13));
        QCOMPARE(second.settings.budget, budget);
        QCOMPARE(second.dataset, std::string("beta"));
        QVERIFY(second.asks);
        one.state().queue().remove(0);
        QTRY_VERIFY(queueFromJson(QByteArray::fromStdString(waiting())).size() == 1);
        one.state().queue().clear();
        QTRY_COMPARE(waiting(), std::string("[]"));
        QVERIFY(queueFromJson("neither [ this").empty());
        QVERIFY(queueFromJson(R"([{"settings": "nor this"}, 3])").empty());
    }

    void testDecliningIsRemembered()
    {
        {
            OtherWindow other(m_folder->path());
            QVERIFY(other.hasRounds(2));
            QVERIFY(other.kill());
        }
        {
            Recorded next(m_folder->path());
            QVERIFY(next.isOffered());
            next.trigger("declineRecovery");
            QVERIFY(!next.bar().isVisible());
        }
        QCOMPARE(sessionsIn(m_folder->path()).size(), 1); // nothing is deleted
        Recorded again(m_folder->path());
        QVERIFY(again.isNotOffered());
    }

    void testOneSessionTwoWindows()
    {
        OtherWindow other(m_folder->path());
        QVERIFY(other.hasRounds(2));
        other.suspend();
        const QString path = sessionsIn(m_folder->path()).front();
        const QTemporaryDir own;
        Recorded second(own.path());
        QVERIFY(second.opened);
        QVERIFY(second.isNotOffered());
        // To look at: as far as it is.
        second.window.open(path);
        auto& runs = *second.window.findChild<RunsPanel*>();
        QTRY_COMPARE(second.state().archive().runs().size(), 1U);
        QVERIFY(runs.notice().sentence().isEmpty());
        // To go on with: a sentence.
        auto& table = *runs.findChild<QTableView*>(QStringLiteral("runs"));
        auto* goOn = runs.actions().at(1);
        QVERIFY(!goOn->isEnabled());
        table.selectRow(0);
        QVERIFY(goOn->isEnabled());
        goOn->trigger();
        QTRY_VERIFY(second.window.notice().sentence().contains(QStringLiteral("in use by another window")));
        QVERIFY(second.state().workspace() != nullptr); // what was open stays
        QVERIFY(second.state().phase() == RunPhase::Idle);

        Recorded sameFolder(m_folder->path());
        QVERIFY(sameFolder.isNotOffered()); // somebody is at it
#ifdef INVERSO_CLI
        QProcess resume;
        resume.start(QStringLiteral(INVERSO_CLI), {QStringLiteral("resume"), path});
        QVERIFY(resume.waitForFinished(20000));
        QCOMPARE(resume.exitCode(), 1);
        QVERIFY(resume.readAllStandardError().contains("in use"));
#endif
        QVERIFY(other.kill());
        goOn->trigger();
        QTRY_COMPARE(second.state().phase(), RunPhase::Ended);
        QCOMPARE(cellsOf(second.state().run()), expected("fake"));
        QVERIFY(QFile::exists(path));
    }

    void testASavedSearchStays()
    {
        const QString saved = m_folder->filePath(QStringLiteral("saved.inverso"));
        const QString folder = m_folder->filePath(QStringLiteral("searches"));
        {
            Recorded one(folder);
            one.window.controller().start(settings("fake"), "alpha", Advance::Round);
            QVERIFY(one.reaches(RunPhase::Paused));
            QSignalSpy done(&one.window.controller(), &SearchController::sessionSaved);
            one.window.controller().saveSession(saved);
            QTRY_COMPARE(done.count(), 1);
            QCOMPARE(done[0][0].toString(), QString());
        }
        QVERIFY(sessionsIn(folder).isEmpty());
        Recorded two(folder);
        two.window.opening().goOn(saved);
        QVERIFY(two.reaches(RunPhase::Ended));
        QCOMPARE(cellsOf(two.state().run()), expected("fake"));
        QVERIFY(SessionFile::view(saved.toStdString()).runs()[0].finished);
        two.window.opening().goOn(saved);
        QTRY_VERIFY(two.window.notice().sentence().contains(QStringLiteral("nothing to resume"))
                    || two.window.notice().sentence().contains(QStringLiteral("in use")));
    }

    void testOnlyTheNewestAreKept()
    {
        for (int i = 0; i < Recovery::capacity + 3; ++i) {
            SessionHeader header;
            header.space = test::space().name();
            const QString path = m_folder->filePath(QStringLiteral("2020%1.inverso").arg(i, 4, 10, QLatin1Char('0')));
            SessionFile::create(path.toStdString(), header, std::vector{settings("fake")}, false);
        }
        Recorded window(m_folder->path());
        QTRY_COMPARE(sessionsIn(m_folder->path()).size(), Recovery::capacity);
        QVERIFY(sessionsIn(m_folder->path()).front().endsWith(QStringLiteral("20200003.inverso")));
        QVERIFY(window.isNotOffered()); // none has a round
    }

private:
    QTemporaryDir m_config;
    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]).startsWith("--search"))
        return searchUntilKilled(QString::fromLocal8Bit(argv[2]), qstrcmp(argv[1], "--search-and-queue") == 0);
    TestRecovery test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_recovery.moc"
