// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/base/csv_text.h"
#include "ui/base/notice_bar.h"
#include "ui/candidates/favourite_action.h"
#include "ui/candidates/favourites_model.h"
#include "ui/candidates/favourites_panel.h"
#include "ui/state/explorer_state.h"
#include "ui/state/favourites_file.h"
#include "ui/state/selection.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestFavouritesPanel : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        Desk()
            : star(state, selection, stack)
            , panel(state, selection, stack, star, std::make_shared<GraphLayouter>())
            , table(*panel.findChild<QTableView*>(QStringLiteral("favourites")))
        {
            auto workspace = std::make_shared<Workspace>();
            workspace->table = test::table();
            state.setWorkspace(workspace);
            state.setChosenDataset("alpha");
            panel.resize(800, 300);
            panel.show();
        }
        void keep(CellIndex cell)
        {
            selection.select(cell);
            star.trigger();
            QTest::qWait(2); // they are ordered by the millisecond
        }
        [[nodiscard]] const std::vector<Favourite>& kept() const { return state.favourites().cells(test::spaceName()); }
        [[nodiscard]] QToolButton* button(const char* name) const
        {
            return panel.findChild<QToolButton*>(QString::fromLatin1(name));
        }
        ExplorerState state;
        Selection selection;
        QUndoStack stack;
        FavouriteAction star;
        FavouritesPanel panel;
        QTableView& table;
    };
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void theModelIsSound()
    {
        Desk desk;
        FavouritesModel model(desk.state, desk.stack);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        desk.keep(5);
        desk.keep(9);
        desk.stack.undo();
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.setData(model.index(0, FavouritesModel::NoteColumn), QStringLiteral("good"), Qt::EditRole));
        QCOMPARE(desk.kept()[0].note, QStringLiteral("good"));
        desk.state.setWorkspace(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void theStarKeepsAndReleases()
    {
        Desk desk;
        QVERIFY(!desk.star.isEnabled());
        desk.selection.select(5);
        QVERIFY(desk.star.isEnabled() && !desk.star.isChecked());
        desk.star.trigger();
        QVERIFY(desk.star.isChecked());
        QCOMPARE(desk.kept().size(), 1U);
        desk.selection.select(6);
        QVERIFY(!desk.star.isChecked());
        desk.selection.select(5);
        QVERIFY(desk.star.isChecked());
        desk.star.trigger();
        QVERIFY(!desk.star.isChecked() && desk.kept().empty());
        desk.stack.undo();
        QVERIFY(desk.star.isChecked());
    }

    void notesAreEditedInPlace()
    {
        Desk desk;
        desk.keep(5);
        QVERIFY(desk.table.currentIndex().isValid()); // the selected cell's row
        desk.button("editNote")->click();
        auto* editor = desk.table.viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        editor->setText(QStringLiteral("small and good"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(desk.kept()[0].note, QStringLiteral("small and good"));
        desk.stack.undo();
        QVERIFY(desk.kept()[0].note.isEmpty());
    }

    void rowsAndSelectionFollowEachOther()
    {
        Desk desk;
        desk.keep(5);
        desk.keep(9);
        desk.table.setCurrentIndex(desk.table.model()->index(0, FavouritesModel::CellColumn));
        QCOMPARE(desk.selection.cell(), std::optional<CellIndex>(5));
        desk.selection.select(9);
        QCOMPARE(desk.table.currentIndex().row(), 1);
        desk.selection.select(4711); // no favourite
        QVERIFY(!desk.table.currentIndex().isValid());
        QCOMPARE(desk.selection.cell(), std::optional<CellIndex>(4711));
    }

    void severalAreRemovedInOneStep()
    {
        Desk desk;
        desk.keep(5);
        desk.keep(9);
        desk.table.selectAll();
        const int before = desk.stack.count();
        desk.button("removeFavourite")->click();
        QVERIFY(desk.kept().empty());
        QCOMPARE(desk.stack.count(), before + 1);
        desk.stack.undo();
        QCOMPARE(desk.kept().size(), 2U);
    }

    void aTextThatIsNoCellIsShownAndKept()
    {
        Desk desk;
        desk.state.favourites().add(test::spaceName(), QStringLiteral("|nonsense|"), desk.stack);
        const FavouritesModel& model = desk.panel.favourites();
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.cell(0));
        desk.panel.grab();
        desk.table.selectRow(0);
        desk.button("removeFavourite")->click();
        QVERIFY(desk.kept().empty());
    }

    void theyAreExported()
    {
        const QTemporaryDir folder;
        Desk desk;
        desk.keep(5);
        desk.state.favourites().setNote(test::spaceName(), desk.kept()[0].cell, QStringLiteral("a, b"), desk.stack);
        desk.panel.exportTo(folder.filePath(QStringLiteral("f.csv")));
        const QString csv = QString::fromUtf8(read(folder.filePath(QStringLiteral("f.csv"))));
        QVERIFY(csv.contains(QStringLiteral("# data set: alpha\n")));
        QVERIFY(csv.contains(csvLine({desk.kept()[0].cell, QStringLiteral("a, b")}).chopped(1) + QLatin1Char(',')));
        desk.panel.exportTo(folder.filePath(QStringLiteral("f.json")));
        const ReadFavourites again = favouritesFromJson(read(folder.filePath(QStringLiteral("f.json"))));
        QVERIFY(again.sound);
        QCOMPARE(again.spaces.at(test::spaceName()), desk.kept());
        desk.panel.exportTo(QStringLiteral("/nowhere/f.csv"));
        QVERIFY(desk.panel.notice().sentence().contains(QStringLiteral("/nowhere/f.csv")));
    }
};

QTEST_MAIN(TestFavouritesPanel)
#include "tst_favourites_panel.moc"
