// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/presentation.h"
#include "ui/window/recent_tables.h"
#include "ui/window/shortcut_list.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>
#include <QtTest>

#include <algorithm>

using namespace inverso::ui;

class TestWindowAids : public QObject
{
    Q_OBJECT

private:
    // Docks left and right, two of them tabbed, and a label whose font has a size of its own.
    struct Room
    {
        Room()
        {
            centre = new QWidget;
            heading = new QLabel(QStringLiteral("Heading"), centre);
            QFont large = heading->font();
            large.setPointSizeF(large.pointSizeF() * 1.5);
            heading->setFont(large);
            plain = new QLabel(QStringLiteral("Plain"), centre);
            window.setCentralWidget(centre);
            run = add("run", Qt::LeftDockWidgetArea);
            cell = add("cell", Qt::RightDockWidgetArea);
            other = add("other", Qt::RightDockWidgetArea);
            window.tabifyDockWidget(cell, other);
            cell->raise();
            window.resize(1000, 700);
            window.resizeDocks({run, cell}, {230, 310}, Qt::Horizontal);
            menu = window.menuBar()->addMenu(QStringLiteral("&File"));
            window.show();
            window.activateWindow();
        }
        QDockWidget* add(const char* name, Qt::DockWidgetArea area)
        {
            auto* dock = new QDockWidget(QString::fromLatin1(name).toUpper());
            dock->setObjectName(QString::fromLatin1(name));
            dock->setWidget(new QLineEdit);
            window.addDockWidget(area, dock);
            return dock;
        }
        QMainWindow window;
        QWidget* centre = nullptr;
        QLabel* heading = nullptr;
        QLabel* plain = nullptr;
        QDockWidget* run = nullptr;
        QDockWidget* cell = nullptr;
        QDockWidget* other = nullptr;
        QMenu* menu = nullptr;
    };

    QTemporaryDir m_folder;

    QString file(const QString& name)
    {
        QFile made(m_folder.filePath(name));
        return made.open(QIODevice::WriteOnly) ? made.fileName() : QString();
    }

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.filePath(QStringLiteral("config")));
        QCoreApplication::setOrganizationName(QStringLiteral("inverso-test"));
        QCoreApplication::setApplicationName(QStringLiteral("aids"));
    }
    void init() { QSettings().clear(); }

    void presentationEnlargesAndRestoresExactly()
    {
        Room room;
        QVERIFY(QTest::qWaitForWindowActive(&room.window));
        const QFont font = QApplication::font();
        const QFont heading = room.heading->font();
        const int width = room.cell->width();
        Presentation presentation(room.window, {QStringLiteral("run"), QStringLiteral("nowhere")});
        presentation.setOn(true);
        QVERIFY(presentation.action()->isChecked());
        QTRY_VERIFY(std::abs(room.plain->font().pointSizeF() - 1.35 * font.pointSizeF()) < 0.05);
        QVERIFY(std::abs(room.heading->font().pointSizeF() - 1.35 * heading.pointSizeF()) < 0.05);
        QVERIFY(room.run->isHidden());
        QVERIFY(room.cell->isVisible());
        presentation.setOn(false);
        QTest::qWait(20);
        QCOMPARE(QApplication::font(), font);
        QCOMPARE(room.plain->font().pointSizeF(), font.pointSizeF());
        QCOMPARE(room.heading->font(), heading);
        QVERIFY(room.run->isVisible());
        QVERIFY(!room.cell->visibleRegion().isEmpty());
        QVERIFY(std::abs(room.cell->width() - width) <= 1);
        QVERIFY(std::abs(room.run->width() - 230) <= 1);
    }

    void presentationBringsBackOnlyWhatItPutAway()
    {
        Room room;
        room.run->hide();
        Presentation presentation(room.window, {QStringLiteral("run"), QStringLiteral("cell")});
        presentation.setOn(true);
        QVERIFY(room.cell->isHidden());
        presentation.setOn(false);
        QVERIFY(room.run->isHidden());
        QVERIFY(!room.cell->isHidden());
    }

    void escapeAndF11LeaveAndNothingElseHearsThem()
    {
        Room room;
        QAction clear(QStringLiteral("Clear"));
        clear.setShortcut(Qt::Key_Escape);
        QSignalSpy cleared(&clear, &QAction::triggered);
        room.window.addAction(&clear);
        Presentation presentation(room.window, {});
        room.window.addAction(presentation.action());
        QVERIFY(QTest::qWaitForWindowActive(&room.window));
        QTest::keyClick(&room.window, Qt::Key_F11);
        QVERIFY(presentation.isOn());
        QTest::keyClick(room.cell->widget(), Qt::Key_Escape);
        QVERIFY(!presentation.isOn());
        QCOMPARE(cleared.count(), 0);
        QTest::keyClick(room.cell->widget(), Qt::Key_Escape); // now it is the window's again
        QCOMPARE(cleared.count(), 1);
        QTest::keyClick(&room.window, Qt::Key_F11);
        QTest::keyClick(&room.window, Qt::Key_F11);
        QVERIFY(!presentation.isOn());
    }

    void closingTheWindowInPresentationRestoresTheFont()
    {
        const QFont font = QApplication::font();
        {
            Room room;
            auto* presentation = new Presentation(room.window, {QStringLiteral("run")}, &room.window);
            presentation->setOn(true);
        }
        QCOMPARE(QApplication::font(), font);
    }

    void shortcutsAreGatheredByMenuAndDock()
    {
        Room room;
        QAction* open = room.menu->addAction(QStringLiteral("&Open a table…"));
        open->setShortcut(QKeySequence::Open);
        room.menu->addAction(QStringLiteral("Without keys"));
        QMenu* inner = room.menu->addMenu(QStringLiteral("In&ner"));
        inner->addAction(QStringLiteral("檔案(&F)"))->setShortcut(Qt::Key_F4);
        auto* tool = new QAction(QStringLiteral("Drag moves the map (P)"), room.centre);
        tool->setShortcut(Qt::Key_P);
        auto* remove = new QAction(QStringLiteral("Re&move"), room.cell->widget());
        remove->setShortcut(QKeySequence::Delete);
        const std::vector<Shortcut> found = windowShortcuts(room.window);
        const auto has = [&](const char* group, const QString& what, QKeySequence keys) {
            return std::ranges::count(
                       found, Shortcut{QString::fromLatin1(group), what, keys.toString(QKeySequence::NativeText)})
                   == 1;
        };
        QVERIFY(has("File", QStringLiteral("Open a table"), QKeySequence(QKeySequence::Open)));
        QVERIFY(has("File", QStringLiteral("檔案"), Qt::Key_F4));
        QVERIFY(has("Map", QStringLiteral("Drag moves the map"), Qt::Key_P));
        QVERIFY(has("CELL", QStringLiteral("Remove"), QKeySequence(QKeySequence::Delete)));
        QVERIFY(std::ranges::none_of(found, [](const Shortcut& each) { return each.keys.isEmpty(); }));
        QCOMPARE(found.front().group, QStringLiteral("File"));
    }

    void theListIsSearchedAndCopied()
    {
        ShortcutList list(plotShortcuts());
        list.show();
        auto* tree = list.findChild<QTreeView*>();
        auto* search = list.findChild<QLineEdit*>();
        const auto rows = [&] {
            int count = 0;
            for (int group = 0; group < tree->model()->rowCount(); ++group)
                count += tree->model()->rowCount(tree->model()->index(group, 0));
            return count;
        };
        QCOMPARE(rows(), static_cast<int>(plotShortcuts().size()));
        QTest::keyClicks(search, QStringLiteral("zoom"));
        QCOMPARE(rows(), 1);
        search->setText(QStringLiteral("double-click")); // by key
        QCOMPARE(rows(), 1);
        search->setText(QStringLiteral("matrices")); // a group
        QCOMPARE(rows(), 1);
        search->setText(QStringLiteral("nothing like this"));
        QCOMPARE(rows(), 0);
        list.findChild<QPushButton*>(QStringLiteral("copyShortcuts"))->click();
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text, shortcutText(plotShortcuts()));
        QVERIFY(text.startsWith(QStringLiteral("In the map and the plots\n  Zoom in, zoom out")));
    }

    void recentTablesAreEightNewestFirst()
    {
        RecentTables recent;
        for (int i = 0; i < 10; ++i)
            recent.add(file(QStringLiteral("t%1.csv").arg(i)));
        recent.add(m_folder.filePath(QStringLiteral("t5.csv")));
        recent.add(QStringLiteral("a-known-table"));
        const QStringList paths = RecentTables().paths(); // another program start
        QCOMPARE(paths.size(), RecentTables::capacity);
        QCOMPARE(paths[0], m_folder.filePath(QStringLiteral("t5.csv")));
        QCOMPARE(paths[1], m_folder.filePath(QStringLiteral("t9.csv")));
        QCOMPARE(paths.count(paths[0]), 1);
    }

    void theMenuOpensShowsWhatIsGoneAndClears()
    {
        RecentTables recent;
        QMenu menu;
        recent.attachTo(menu);
        QVERIFY(!menu.menuAction()->isEnabled());
        recent.add(file(QStringLiteral("gone.csv")));
        recent.add(file(QStringLiteral("here & there.csv")));
        QVERIFY(menu.menuAction()->isEnabled());
        QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("gone.csv"))));
        emit menu.aboutToShow();
        const QList<QAction*> actions = menu.actions();
        QCOMPARE(actions.size(), 4); // two files, a line, clear
        QVERIFY(actions[0]->isEnabled());
        QVERIFY(actions[0]->text().contains(QStringLiteral("here && there.csv")));
        QVERIFY(!actions[1]->isEnabled());
        QSignalSpy opened(&recent, &RecentTables::openRequested);
        actions[0]->trigger();
        QCOMPARE(opened.front().front().toString(), m_folder.filePath(QStringLiteral("here & there.csv")));
        actions[3]->trigger();
        QVERIFY(recent.paths().isEmpty());
        QVERIFY(!menu.menuAction()->isEnabled());
    }
};

QTEST_MAIN(TestWindowAids)
#include "tst_window_aids.moc"
