// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/experiments/experiments_window.h"
#include "ui/window/experiments.h"
#include "ui/window/figure_export.h"

#include <QAccessible>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>

using namespace inverso;
using namespace inverso::ui;

// Who uses the keyboard or a screen reader gets everywhere and hears where that is.
class TestAccessibility : public QObject
{
    Q_OBJECT

private:
    struct Fixture : test::WindowFixture
    {
        Fixture()
        {
            ready = runToTheEnd();
            window.selection().select(state().run().best()->cell);
            find<QToolButton>("advancedToggle").setChecked(true);
            find<QToolButton>("showMaker").setChecked(true);
            QTest::qWait(50);
        }
        bool ready = false;
    };

    static QString describe(const QWidget& widget)
    {
        QString text =
            QStringLiteral("%1 \"%2\"").arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
        for (const QWidget* parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget())
            if (!parent->objectName().isEmpty())
                text += QStringLiteral(" in ") + parent->objectName();
        return text;
    }

    // Qt's own parts are named with what they are part of.
    static bool isPart(const QWidget& widget)
    {
        if (widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QScrollBar*>(&widget) != nullptr
            || qobject_cast<const QHeaderView*>(&widget) != nullptr)
            return true;
        if (const auto* tabs = qobject_cast<const QTabBar*>(&widget); tabs != nullptr && tabs->count() == 0)
            return true; // a main window keeps some for later
        const QWidget* parent = widget.parentWidget();
        return parent != nullptr
               && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox") || parent->inherits("QTabBar")
                   || parent->inherits("QTableView") || parent->inherits("QLineEdit") || parent->inherits("QDockWidget")
                   || parent->inherits("QComboBoxPrivateContainer"));
    }

    static QString nameOf(QWidget& widget)
    {
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(&widget);
        return interface != nullptr ? interface->text(QAccessible::Name) : QString();
    }

    static QStringList unnamed(const QWidget& root)
    {
        QStringList result;
        for (QWidget* widget : root.findChildren<QWidget*>()) {
            const bool reached = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
            if (reached && !isPart(*widget) && nameOf(*widget).trimmed().isEmpty())
                result += describe(*widget);
        }
        return result;
    }

    // What can be seen of `root` and is reached by Alt and one and the same letter.
    static QStringList sharedLetters(const QWidget& root)
    {
        QMap<QKeySequence, QStringList> users;
        if (const auto* bar = root.findChild<QMenuBar*>())
            for (const QAction* menu : bar->actions())
                users[QKeySequence::mnemonic(menu->text())] += menu->text();
        for (const QAbstractButton* button : root.findChildren<QAbstractButton*>())
            if (button->isVisible())
                users[QKeySequence::mnemonic(button->text())] += describe(*button);
        for (const QLabel* label : root.findChildren<QLabel*>())
            if (label->isVisible() && label->buddy() != nullptr)
                users[QKeySequence::mnemonic(label->text())] +=
                    label->text() + QStringLiteral(" of ") + describe(*label);
        users.remove({});
        QStringList shared;
        for (auto it = users.cbegin(); it != users.cend(); ++it)
            if (it->size() > 1)
                shared += it.key().toString() + QStringLiteral(": ") + it->join(QStringLiteral(" | "));
        return shared;
    }

private slots:
    void everyFieldHasAName()
    {
        Fixture f;
        QVERIFY(f.ready);
        for (const QDockWidget* dock : f.window.findChildren<QDockWidget*>()) {
            f.window.raisePane(dock->objectName());
            QTest::qWait(10);
        }
        const QStringList missing = unnamed(f.window);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
        FigureExport dialog(f.window);
        const QStringList inDialog = unnamed(dialog);
        QVERIFY2(inDialog.isEmpty(), qPrintable(inDialog.join(QLatin1Char('\n'))));
    }

    // What a click does the keyboard can: by Tab, or from a menu.
    void everyButtonIsReachedByTab()
    {
        Fixture f;
        QVERIFY(f.ready);
        QStringList unreached;
        for (QAbstractButton* button : f.window.findChildren<QAbstractButton*>())
            if (!isPart(*button) && button->focusProxy() == nullptr && (button->focusPolicy() & Qt::TabFocus) == 0)
                unreached += describe(*button);
        QVERIFY2(unreached.isEmpty(), qPrintable(unreached.join(QLatin1Char('\n'))));
    }

    // Once round: no pane is a trap, and nothing that can be seen is left out.
    void tabGoesRoundTheWindow()
    {
        Fixture f;
        QVERIFY(f.ready);
        QVERIFY(QTest::qWaitForWindowActive(&f.window));
        QSet<QWidget*> wanted;
        for (QWidget* widget : f.window.findChildren<QWidget*>())
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr
                && !widget->visibleRegion().isEmpty() && widget->isEnabled() && !isPart(*widget)
                && !qobject_cast<QMenuBar*>(widget))
                wanted.insert(widget);
        QVERIFY(wanted.size() > 20);
        QSet<QWidget*> met;
        constexpr int most = 600;
        for (int i = 0; i < most && !met.contains(wanted); ++i) {
            QTest::keyClick(f.window.focusWidget() != nullptr ? f.window.focusWidget() : &f.window, Qt::Key_Tab);
            if (f.window.focusWidget() != nullptr)
                met.insert(f.window.focusWidget());
        }
        QStringList left;
        for (QWidget* widget : wanted - met)
            left += describe(*widget);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    }

    // One letter does one thing: of two, Alt only takes turns between them, and a menu would not open.
    void noLetterIsUsedTwice()
    {
        Fixture f;
        QVERIFY(f.ready);
        for (const QDockWidget* dock : f.window.findChildren<QDockWidget*>()) {
            f.window.raisePane(dock->objectName());
            QTest::qWait(10);
            const QStringList clashes = sharedLetters(f.window);
            QVERIFY2(clashes.isEmpty(), qPrintable(dock->objectName() + QLatin1Char(':') + clashes.join(u'\n')));
        }
        f.window.experiments().show();
        const QStringList inExperiments = sharedLetters(*f.window.experiments().window());
        QVERIFY2(inExperiments.isEmpty(), qPrintable(inExperiments.join(u'\n')));
    }

    void everyMenuEntryHasWords()
    {
        Fixture f;
        for (const QMenu* menu : f.window.findChildren<QMenu*>())
            for (const QAction* action : menu->actions())
                QVERIFY2(action->isSeparator() || !action->text().isEmpty(), qPrintable(menu->title()));
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
