// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/session_file.h"
#include "tests/ui/fakes.h"
#include "ui/base/notice_bar.h"
#include "ui/run/runs_model.h"
#include "ui/run/runs_panel.h"
#include "ui/state/explorer_state.h"
#include "ui/state/run_archive.h"
#include "ui/state/selection.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace inverso;
using namespace inverso::ui;

class TestRunsPanel : public QObject
{
    Q_OBJECT

private:
    static Round round(int number, int firstQuery, std::vector<double> values)
    {
        Round result;
        result.number = number;
        result.seconds.other = 2.0;
        for (const double value : values) {
            result.queries.push_back({firstQuery, CellIndex(firstQuery * 10), {value, value - 1.0}, number, NAN});
            ++firstQuery;
        }
        return result;
    }
    static SearchSettings settings(std::uint64_t seed)
    {
        SearchSettings result;
        result.method = "rs";
        result.seed = seed;
        result.initialValidation = 0;
        result.initialTraining = 10;
        return result;
    }
    static void run(ExplorerState& state, std::uint64_t seed, std::vector<double> values)
    {
        state.beginRun(settings(seed), "alpha");
        state.setPhase(RunPhase::Running);
        state.appendRounds({round(0, 1, std::move(values))}, 3.5);
        state.setPhase(RunPhase::Ended);
    }
    static QString session(const QTemporaryDir& folder)
    {
        const QString path = folder.filePath(QStringLiteral("two.session"));
        SessionHeader header;
        header.space = test::space().name();
        header.dataset = "alpha";
        const std::vector<SearchSettings> runs{settings(1), settings(2), settings(3)};
        SessionFile file = SessionFile::create(path.toStdString(), header, runs, false);
        file.append(0, round(0, 1, {50.0, 60.0}));
        file.append(0, round(1, 3, {70.0}));
        file.finish(0, 9.0);
        file.append(1, round(0, 1, {55.0}));
        return path;
    }
    struct Desk
    {
        Desk()
            : panel(state, selection)
            , table(*panel.findChild<QTableView*>(QStringLiteral("runs")))
        {
            auto workspace = std::make_shared<Workspace>();
            workspace->table = test::table();
            state.setWorkspace(workspace);
            panel.resize(900, 300);
            panel.show();
        }
        [[nodiscard]] QString at(int row, int column) const
        {
            return table.model()->index(row, column).data().toString();
        }
        ExplorerState state;
        Selection selection;
        RunsPanel panel;
        QTableView& table;
    };

private slots:
    void theModelIsSound()
    {
        ExplorerState state;
        auto workspace = std::make_shared<Workspace>();
        workspace->table = test::table();
        state.setWorkspace(workspace);
        RunsModel model(state.archive());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (std::uint64_t seed = 1; seed < 4; ++seed)
            run(state, seed, {50.0, 60.0});
        QCOMPARE(model.rowCount(), 3);
        state.archive().remove(model.idOf(1));
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.setData(model.index(0, 0), QStringLiteral("first"), Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, 0), QStringLiteral("  "), Qt::EditRole));
        QCOMPARE(state.archive().runs()[0].name, QStringLiteral("first"));
    }

    void runsAreListedWithTheirFigures()
    {
        Desk desk;
        run(desk.state, 7, {50.0, 65.0, 60.0});
        QCOMPARE(desk.at(0, RunsModel::NameColumn), QStringLiteral("rs, seed 7"));
        QCOMPARE(desk.at(0, RunsModel::SeedColumn), QStringLiteral("7"));
        QCOMPARE(desk.at(0, RunsModel::QueriesColumn), QStringLiteral("3"));
        QVERIFY(desk.at(0, RunsModel::BestColumn).startsWith(QStringLiteral("65.00")));
        QVERIFY(desk.at(0, RunsModel::TestColumn).startsWith(QStringLiteral("64.00")));
        QCOMPARE(desk.at(0, RunsModel::QueriesToBestColumn), QStringLiteral("2"));
        QCOMPARE(desk.at(0, RunsModel::SecondsColumn), QStringLiteral("3.5"));
        desk.table.setCurrentIndex(desk.table.model()->index(0, 2));
        QCOMPARE(desk.selection.cell(), std::optional<CellIndex>(20)); // its best
    }

    void theyAreSortedAsNumbers()
    {
        Desk desk;
        for (const std::uint64_t seed : {9, 100, 20})
            run(desk.state, seed, {50.0});
        desk.table.sortByColumn(RunsModel::SeedColumn, Qt::DescendingOrder);
        QCOMPARE(desk.at(0, RunsModel::SeedColumn), QStringLiteral("100"));
        QCOMPARE(desk.at(2, RunsModel::SeedColumn), QStringLiteral("9"));
    }

    void theTickHidesARun()
    {
        Desk desk;
        run(desk.state, 1, {50.0});
        desk.table.setCurrentIndex(desk.table.model()->index(0, 0));
        QTest::keyClick(&desk.table, Qt::Key_Space);
        QVERIFY(!desk.state.archive().runs()[0].visible);
        QTest::keyClick(&desk.table, Qt::Key_Space);
        QVERIFY(desk.state.archive().runs()[0].visible);
    }

    void renamingAndRemovingByKeyboard()
    {
        Desk desk;
        run(desk.state, 1, {50.0});
        run(desk.state, 2, {50.0});
        auto* rename = desk.panel.findChild<QToolButton*>(QStringLiteral("renameRun"));
        QVERIFY(!rename->isEnabled());
        desk.table.selectRow(0);
        rename->click();
        auto* editor = desk.table.viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->setText(QStringLiteral("mine"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(desk.state.archive().runs()[0].name, QStringLiteral("mine"));
        desk.table.selectAll();
        desk.panel.findChild<QToolButton*>(QStringLiteral("removeRun"))->click();
        QVERIFY(desk.state.archive().runs().empty());
    }

    void aSessionAddsItsRunsAndStaysAsItIs()
    {
        const QTemporaryDir folder;
        const QString path = session(folder);
        Desk desk;
        desk.panel.openSession(path);
        QTRY_COMPARE(desk.state.archive().runs().size(), 2U); // the third has no round
        QCOMPARE(desk.panel.notice().sentence(), QString());
        QCOMPARE(desk.at(0, RunsModel::QueriesColumn), QStringLiteral("3"));
        QCOMPARE(desk.at(0, RunsModel::SecondsColumn), QStringLiteral("9.0"));
        QCOMPARE(desk.at(1, RunsModel::SecondsColumn), QStringLiteral("2.0")); // not finished: its rounds
        QCOMPARE(desk.at(0, RunsModel::FileColumn), QStringLiteral("two.session"));
        QCOMPARE(SessionFile::open(path.toStdString()).runs()[0].rounds.size(), 2U);
    }

    void whatIsNoSessionIsSaid()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("no.session"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no session") > 0);
        file.close();
        Desk desk;
        desk.panel.openSession(path);
        QTRY_VERIFY(!desk.panel.notice().sentence().isEmpty());
        QVERIFY2(desk.panel.notice().sentence().contains(path), qPrintable(desk.panel.notice().sentence()));
        desk.panel.openSession(folder.filePath(QStringLiteral("missing.session")));
        QTRY_VERIFY(desk.panel.notice().sentence().contains(QStringLiteral("missing.session")));
    }

    void closingWhileReadingIsSafe()
    {
        const QTemporaryDir folder;
        const QString path = session(folder);
        for (int i = 0; i < 5; ++i) {
            Desk desk;
            desk.panel.openSession(path);
        }
    }

    void theTableIsCopied()
    {
        Desk desk;
        run(desk.state, 7, {50.0, 65.25});
        desk.panel.findChild<QToolButton*>(QStringLiteral("copyRuns"))->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QVERIFY(
            lines[1].startsWith(QStringLiteral("\"rs, seed 7\",alpha,rs,7,2,65.25,64.25,2,3.5,,\"{\"\"method\"\"")));
    }
};

QTEST_MAIN(TestRunsPanel)
#include "tst_runs_panel.moc"
