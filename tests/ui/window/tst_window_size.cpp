// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/base/language.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QTabBar>
#include <QTableView>

using namespace inverso;
using namespace inverso::ui;

// The window on small screens: projectors of 1280 × 720, laptops of 1366 × 768.
class TestWindowSize : public QObject
{
    Q_OBJECT

private:
    // The panes that ask for the most room, for a failing test to name.
    static QString widths(MainWindow& window)
    {
        QString text = QStringLiteral("window %1×%2;")
                           .arg(window.minimumSizeHint().width())
                           .arg(window.minimumSizeHint().height());
        for (const QDockWidget* dock : window.findChildren<QDockWidget*>())
            text += QStringLiteral(" %1 %2×%3;")
                        .arg(dock->objectName())
                        .arg(dock->minimumSizeHint().width())
                        .arg(dock->minimumSizeHint().height());
        return text + QStringLiteral(" centre %1").arg(window.centralWidget()->minimumSizeHint().width());
    }

    // The bar whose tabs stand for docked panes, one of them this.
    static const QTabBar* tabsWith(const MainWindow& window, const QString& title)
    {
        for (const QTabBar* bar : window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
            for (int tab = 0; tab < bar->count(); ++tab)
                if (bar->tabText(tab) == title)
                    return bar;
        return nullptr;
    }

    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("Traditional Chinese") << "zh_TW";
    }

private slots:
    void cleanup() { speak(QStringLiteral("en")); }

    void fitsSmallScreens_data() { addLanguages(); }

    void fitsSmallScreens()
    {
        QFETCH(QString, language);
        speak(language);
        test::WindowFixture f;
        QVERIFY(f.opened);
        f.window.start();
        QTRY_COMPARE_WITH_TIMEOUT(f.state().phase(), RunPhase::Ended, 20000);
        for (const QDockWidget* dock : f.window.findChildren<QDockWidget*>()) {
            f.window.raisePane(dock->objectName()); // the tour beside the run comes last
            QTest::qWait(30);
        }
        f.window.resize(1024, 680);
        QTest::qWait(50);
        QVERIFY2(f.window.width() <= 1024, qPrintable(widths(f.window)));
        QVERIFY2(f.window.height() <= 680, qPrintable(widths(f.window)));
    }

    void tabsShowTheirWholeLabels_data() { addLanguages(); }

    void tabsShowTheirWholeLabels()
    {
        QFETCH(QString, language);
        speak(language);
        test::WindowFixture f;
        QVERIFY(f.opened);
        int stacked = 0;
        for (const int width : {1100, 1024}) {
            f.window.resize(width, 680);
            for (const QDockWidget* dock : f.window.findChildren<QDockWidget*>()) {
                const QString title = dock->windowTitle();
                f.window.raisePane(dock->objectName());
                QTest::qWait(30);
                const QTabBar* bar = tabsWith(f.window, title);
                if (bar == nullptr)
                    continue;
                ++stacked;
                QCOMPARE(bar->tabText(bar->currentIndex()), title);
                const QRect tab = bar->tabRect(bar->currentIndex());
                QVERIFY2(tab.width() > bar->fontMetrics().horizontalAdvance(title), qPrintable(title));
                QVERIFY2(bar->rect().contains(tab), qPrintable(title)); // scrolled to it
                QCOMPARE(bar->tabToolTip(bar->currentIndex()), title);
            }
        }
        QVERIFY(stacked >= 2 * (2 + 3 + 6)); // left, right, below
    }

    void tablesFitTheUsualWindow()
    {
        test::WindowFixture f;
        QVERIFY(f.opened);
        f.window.resize(1440, 900);
        f.window.start();
        QTRY_COMPARE_WITH_TIMEOUT(f.state().phase(), RunPhase::Ended, 20000);
        for (const char* name : {"candidates", "runs", "favourites"}) {
            f.window.raisePane(QLatin1String(name));
            QTest::qWait(30);
            auto& table = f.find<QTableView>(name);
            QVERIFY2(table.isVisible(), name);
            QVERIFY2(table.horizontalHeader()->length() <= table.viewport()->width(), name);
            int shown = 0;
            for (int column = 0; column < table.model()->columnCount(); ++column) {
                if (table.isColumnHidden(column))
                    continue;
                ++shown;
                const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
                QVERIFY2(table.columnWidth(column) > table.fontMetrics().horizontalAdvance(title), qPrintable(title));
            }
            QVERIFY2(shown >= 4, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(shown)));
            table.findChild<QAction*>(QStringLiteral("allColumns"))->trigger();
            for (int column = 0; column < table.model()->columnCount(); ++column)
                QVERIFY2(!table.isColumnHidden(column), name);
        }
    }
};

QTEST_MAIN(TestWindowSize)
#include "tst_window_size.moc"
