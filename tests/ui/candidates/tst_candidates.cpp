// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/base/csv_text.h"
#include "ui/candidates/candidate_filter.h"
#include "ui/candidates/candidate_model.h"
#include "ui/candidates/candidates_panel.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/selection.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace inverso;
using namespace inverso::ui;

class TestCandidates : public QObject
{
    Q_OBJECT

private:
    static void open(ExplorerState& state)
    {
        auto workspace = std::make_shared<Workspace>();
        workspace->table = test::table();
        state.setWorkspace(workspace);
    }

    static Round round(int number, int firstQuery, std::initializer_list<CellIndex> asked,
                       std::initializer_list<CellIndex> proposed)
    {
        Round result;
        result.number = number;
        const Table::Dataset& alpha = test::table()->dataset("alpha");
        for (const CellIndex cell : proposed)
            result.candidates.push_back({cell, 80.0F, 0.5F});
        for (const CellIndex cell : asked) {
            const Label label{double{alpha.valid[cell]}, double{alpha.test[cell]}};
            result.queries.push_back({firstQuery++, cell, label, number, NAN});
        }
        return result;
    }

    // Cells 1, 2 training, 3 validation; round 1 proposes 20 and 21 and asks 20.
    static void run(ExplorerState& state)
    {
        SearchSettings settings;
        settings.seed = 7;
        settings.initialTraining = 2;
        settings.initialValidation = 1;
        state.beginRun(settings, "alpha");
        state.appendRounds({round(0, 1, {1, 2, 3}, {}), round(1, 4, {20}, {20, 21})}, 1.0);
    }

    static void generate(ExplorerState& state, double target, std::vector<CellIndex> cells)
    {
        GeneratedCells generated;
        generated.target = target;
        for (const CellIndex cell : cells)
            generated.inversion.cells.push_back({cell, float(target), 71.0F, false});
        state.addGeneration(generated);
    }

    static void predict(ExplorerState& state, float mean)
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->predictions.assign(state.space()->size(), {mean, 0.25F});
        state.setSnapshot(snapshot);
    }

    static QStringList roles(const CandidateModel& model)
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result += model.index(row, CandidateModel::RoleColumn).data().toString();
        return result;
    }

    struct Shown
    {
        Shown()
            : panel(state, selection, std::make_shared<GraphLayouter>())
        {
            open(state);
            run(state);
            panel.resize(900, 400);
            panel.show();
            QVERIFY(QTest::qWaitForWindowExposed(&panel));
            QTRY_COMPARE(table().model()->rowCount(), 5);
        }
        [[nodiscard]] QTableView& table() const { return panel.table(); }
        [[nodiscard]] CellIndex cellOf(int row) const
        {
            const auto* shown = qobject_cast<CandidateFilter*>(table().model());
            return panel.candidates().cell(shown->mapToSource(shown->index(row, 0)).row());
        }
        [[nodiscard]] std::vector<CellIndex> cells() const
        {
            std::vector<CellIndex> result;
            for (int row = 0; row < table().model()->rowCount(); ++row)
                result.push_back(cellOf(row));
            return result;
        }
        ExplorerState state;
        Selection selection;
        CandidatesPanel panel;
    };
    using Cells = std::vector<CellIndex>;

private slots:
    void theModelIsSound()
    {
        ExplorerState state;
        CandidateModel model(state);
        CandidateFilter shown(model, state.filter());
        const auto how = QAbstractItemModelTester::FailureReportingMode::QtTest;
        const QAbstractItemModelTester tester(&model, how);
        const QAbstractItemModelTester proxyTester(&shown, how);
        open(state);
        model.reload();
        run(state);
        model.reload();
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.columnCount(), int(CandidateModel::FirstAttributeColumn) + 1);
        generate(state, 70.0, {21, 40});
        state.appendRounds({round(2, 5, {21}, {22})}, 1.0);
        shown.sort(CandidateModel::ValidColumn, Qt::DescendingOrder);
        model.refresh();
        QCOMPARE(model.rowCount(), 7);
        shown.setNeedle(QStringLiteral("nor_conv"));
        shown.setNeedle({});
        QCOMPARE(shown.rowCount(), 7);
        state.beginRun(SearchSettings(), "alpha");
        model.reload();
        QCOMPARE(shown.rowCount(), 0);
    }

    void aCellHasOneRow()
    {
        ExplorerState state;
        open(state);
        run(state);
        CandidateModel model(state);
        QCOMPARE(roles(model),
                 (QStringList{QStringLiteral("training"), QStringLiteral("training"), QStringLiteral("validation"),
                              QStringLiteral("training"), QStringLiteral("proposed")}));
        generate(state, 70.0, {21, 40});
        model.refresh();
        QCOMPARE(roles(model).mid(4), (QStringList{QStringLiteral("proposed"), QStringLiteral("generated")}));
        QCOMPARE(model.number(4, CandidateModel::TargetColumn), 70.0);
        state.appendRounds({round(2, 5, {21}, {})}, 1.0);
        model.refresh();
        QCOMPARE(roles(model)[4], QStringLiteral("training"));
        QCOMPARE(model.number(4, CandidateModel::RoundColumn), 1.0); // that proposed it
        QCOMPARE(model.number(4, CandidateModel::QueryColumn), 5.0);
    }

    void errorsHaveASignUnlessTheyAreNothing()
    {
        QCOMPARE(signedText(0.031), QStringLiteral("+") + QLocale().toString(0.03, 'f', 2));
        QCOMPARE(signedText(-0.031), QChar(0x2212) + QLocale().toString(0.03, 'f', 2));
        for (const double nothing : {0.0, -0.0, 0.004, -0.004})
            QCOMPARE(signedText(nothing), QLocale().toString(0.0, 'f', 2));
    }

    void figuresAreThoseOfThePresentModel()
    {
        ExplorerState state;
        open(state);
        run(state);
        CandidateModel model(state);
        const double truth = double{state.dataset()->valid[20]};
        QCOMPARE(model.number(3, CandidateModel::PredictedColumn), 80.0);
        QCOMPARE(model.number(3, CandidateModel::ErrorColumn), 80.0 - truth);
        QVERIFY(std::isnan(model.number(0, CandidateModel::PredictedColumn)));
        predict(state, 60.0F);
        QCOMPARE(model.number(0, CandidateModel::PredictedColumn), 60.0);
        QCOMPARE(model.number(3, CandidateModel::DeviationColumn), 0.25);
        QCOMPARE(model.number(3, CandidateModel::TestColumn), double{state.dataset()->test[20]});
        QCOMPARE(model.number(3, CandidateModel::FirstAttributeColumn),
                 double{state.table()->attributes()[0].values[20]});
    }

    void cellsWithoutANumberComeLast_data()
    {
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::newRow("ascending") << Qt::AscendingOrder;
        QTest::newRow("descending") << Qt::DescendingOrder;
    }
    void cellsWithoutANumberComeLast()
    {
        QFETCH(Qt::SortOrder, order);
        Shown shown;
        shown.table().sortByColumn(CandidateModel::QueryColumn, order);
        QCOMPARE(shown.cells(), order == Qt::AscendingOrder ? (Cells{1, 2, 3, 20, 21}) : (Cells{20, 3, 2, 1, 21}));
        shown.table().sortByColumn(-1, Qt::AscendingOrder);
        QCOMPARE(shown.cells(), (Cells{1, 2, 3, 20, 21}));
    }

    void searchAndFilterNarrowTheRows()
    {
        Shown shown;
        FilterCriteria wanted;
        wanted.isolated = {2, 20};
        shown.state.filter().setCriteria(wanted);
        QCOMPARE(shown.cells(), (Cells{2, 20}));
        auto* search = shown.panel.findChild<QLineEdit*>(QStringLiteral("candidateSearch"));
        const QString text = shown.panel.candidates().cellText(3).toUpper();
        QTest::keyClicks(search, text);
        QCOMPARE(shown.cells(), Cells{20});
        search->clear();
        shown.state.filter().clear();
        QCOMPARE(shown.cells().size(), 5U);
    }

    void rowsAndSelectionFollowEachOther()
    {
        Shown shown;
        QTableView& table = shown.table();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(1, 2)).center());
        QCOMPARE(shown.selection.cell(), std::optional<CellIndex>(2));
        QVERIFY(shown.selection.group().empty());
        QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          table.visualRect(table.model()->index(3, 2)).center());
        QCOMPARE(shown.selection.group(), (Cells{2, 3, 20}));
        QCOMPARE(shown.selection.cell(), std::optional<CellIndex>(20));
        QTest::keyClick(&table, Qt::Key_Down);
        QCOMPARE(shown.selection.cell(), std::optional<CellIndex>(21));
        QVERIFY(shown.selection.group().empty());

        shown.selection.select(3); // elsewhere
        QCOMPARE(table.currentIndex().row(), 2);
        QVERIFY(table.selectionModel()->isRowSelected(2) && !table.selectionModel()->isRowSelected(4));
        shown.selection.setGroup({1, 21, 4711});
        QVERIFY(table.selectionModel()->isRowSelected(0) && table.selectionModel()->isRowSelected(4));
        QCOMPARE(shown.selection.group(), (Cells{1, 21, 4711})); // not cut down to the rows there are
        shown.selection.clear();
        QVERIFY(!table.selectionModel()->hasSelection());
    }

    void aFilterDoesNotDeselect()
    {
        Shown shown;
        shown.selection.select(3);
        FilterCriteria wanted;
        wanted.isolated = {2, 20};
        shown.state.filter().setCriteria(wanted);
        QCOMPARE(shown.selection.cell(), std::optional<CellIndex>(3));
        QVERIFY(!shown.table().currentIndex().isValid());
        shown.state.filter().clear();
        QCOMPARE(shown.table().currentIndex().row(), 2);
        run(shown.state);
        QTRY_COMPARE(shown.cells().size(), 5U);
        QCOMPARE(shown.selection.cell(), std::optional<CellIndex>(3));
    }

    void hoveringIsShared()
    {
        Shown shown;
        QTableView& table = shown.table();
        QTest::mouseMove(table.viewport(), table.visualRect(table.model()->index(1, 2)).center());
        QTRY_COMPARE(shown.selection.hovered(), std::optional<CellIndex>(2));
        const QRect row = table.visualRect(table.model()->index(4, CandidateModel::RoleColumn));
        const auto ground = [&] { return table.viewport()->grab().toImage().pixelColor(row.topLeft() + QPoint(2, 2)); };
        const QColor plain = ground();
        shown.selection.hover(21); // elsewhere
        QVERIFY(ground() != plain);
    }

    void rowsAreCopiedWithTheirOrigin()
    {
        Shown shown;
        shown.selection.setGroup({2, 20});
        shown.panel.copyRows();
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        const auto first =
            std::ranges::find_if(lines, [](const QString& l) { return !l.startsWith(QLatin1Char('#')); });
        const QStringList head(lines.begin(), first);
        for (const char* part : {"# data set: alpha", "# seed: 7", "# method: inn", "\"initial_training\":2"})
            QVERIFY2(head.join(QLatin1Char('\n')).contains(QLatin1String(part)), part);
        QVERIFY(first->startsWith(QStringLiteral("cell,role,round,query,predicted_percent")));
        QVERIFY(first->endsWith(QStringLiteral("params_mb")));
        QCOMPARE(lines.end() - first, 4); // title, two rows, the end
        const QString row = csvLine({shown.panel.candidates().cellText(1), QStringLiteral("training")}).chopped(1);
        QVERIFY((first + 1)->startsWith(row + QStringLiteral(",0,2,,")));
        QCOMPARE(shown.panel.csv(false).count(QLatin1Char('\n')), head.size() + 1 + 5);
    }

    void csvFieldsAreQuotedWhereTheyMust()
    {
        QCOMPARE(csvLine({QStringLiteral("a,b"), QStringLiteral("say \"x\""), QStringLiteral("c")}),
                 QStringLiteral("\"a,b\",\"say \"\"x\"\"\",c\n"));
        QCOMPARE(csvNumber(double{91.6067F}), QStringLiteral("91.6067"));
        QCOMPARE(csvNumber(double{15.64737F}), QStringLiteral("15.64737"));
        QCOMPARE(csvNumber(NAN), QString());
        QVERIFY(
            saveText(QStringLiteral("/nowhere/rows.csv"), QStringLiteral("x")).contains(QStringLiteral("/nowhere")));
    }

    // A table of thousands keeps up with a run.
    void thousandsOfRowsStaySmooth()
    {
        Shown shown;
        std::vector<CellIndex> many;
        for (CellIndex cell = 100; cell < 8100; ++cell)
            many.push_back(cell);
        generate(shown.state, 70.0, many);
        QTRY_COMPARE(shown.cells().size(), 8005U);
        shown.table().sortByColumn(CandidateModel::PredictedColumn, Qt::DescendingOrder);
        QSignalSpy renewed(&shown.panel.candidates(), &QAbstractItemModel::dataChanged);
        predict(shown.state, 50.0F);
        QElapsedTimer time;
        time.start();
        QVERIFY(renewed.wait());
        shown.panel.grab();
        qInfo("8,005 rows: %lld ms from new predictions to pixels, of which 100 are the table's patience",
              time.elapsed());
        QVERIFY(time.elapsed() < 2000);
    }

    void everythingCanBeReachedByKeyboard()
    {
        Shown shown;
        for (const char* name : {"candidateSearch", "candidates", "sortBy", "copyRows", "exportRows"}) {
            auto* widget = shown.panel.findChild<QWidget*>(QString::fromLatin1(name));
            QVERIFY2(widget != nullptr && widget->focusPolicy() != Qt::NoFocus, name);
            QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<QToolButton*>(widget) != nullptr, name);
        }
    }
};

QTEST_MAIN(TestCandidates)
#include "tst_candidates.moc"
