// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shortcuts.h"

#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::ShortcutList)
};

QString withoutMnemonic(QString text)
{
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&(?!&)")); // "(&F)": as in Chinese
    text.remove(mnemonic);
    return text.replace(QLatin1String("&&"), QLatin1String("&"));
}

// The text of an action, without keys that it may repeat.
QString nameOf(const QAction& action)
{
    QString name = withoutMnemonic(action.text()).trimmed();
    if (name.endsWith(QChar(0x2026)))
        name.chop(1);
    for (const QKeySequence& keys : action.shortcuts()) {
        const QString hint = QStringLiteral("(%1").arg(keys.toString(QKeySequence::NativeText));
        if (const auto at = name.lastIndexOf(hint); at > 0 && name.endsWith(QLatin1Char(')')))
            name = name.left(at).trimmed();
    }
    return name;
}

class Collector
{
public:
    void addMenu(const QMenu& menu, const QString& group)
    {
        for (const QAction* action : menu.actions()) {
            if (action->menu() != nullptr)
                addMenu(*action->menu(), group);
            else
                add(*action, group);
        }
    }
    void add(const QAction& action, const QString& group)
    {
        if (action.shortcut().isEmpty() || m_seen.contains(&action))
            return;
        m_seen.insert(&action);
        m_shortcuts.push_back(
            {group, nameOf(action), QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText)});
    }
    std::vector<Shortcut> take() { return std::exchange(m_shortcuts, {}); }

private:
    QSet<const QAction*> m_seen;
    std::vector<Shortcut> m_shortcuts;
};

// The group of an action that is not in a menu.
QString placeOf(const QAction& action, const QMainWindow& window)
{
    for (const QObject* object = &action; object != nullptr; object = object->parent()) {
        if (const auto* dock = qobject_cast<const QDockWidget*>(object))
            return dock->windowTitle();
        if (object == window.centralWidget())
            return Words::tr("Map");
    }
    return Words::tr("Window");
}

} // namespace

std::vector<Shortcut> windowShortcuts(const QMainWindow& window)
{
    Collector collector;
    if (const auto* bar = window.findChild<QMenuBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        for (const QAction* entry : bar->actions()) {
            if (entry->menu() != nullptr)
                collector.addMenu(*entry->menu(), withoutMnemonic(entry->text()));
        }
    }
    std::vector<Shortcut> result = collector.take();
    for (const QAction* action : window.findChildren<QAction*>())
        collector.add(*action, placeOf(*action, window));
    std::vector<Shortcut> others = collector.take();
    std::ranges::stable_sort(others, {}, &Shortcut::group);
    result.insert(result.end(), others.begin(), others.end());
    return result;
}

std::vector<Shortcut> plotShortcuts()
{
    const auto native = [](auto... keys) {
        QStringList names;
        (names.append(QKeySequence(keys).toString(QKeySequence::NativeText)), ...);
        return names.join(QLatin1String(", "));
    };
    const QString arrows = Words::tr("Arrow keys");
    const QString views = Words::tr("In the map and the plots");
    const QString map = Words::tr("In the map");
    const QString matrices = Words::tr("In the matrices");
    return {
        {views, Words::tr("Zoom in, zoom out"), native(Qt::Key_Plus, Qt::Key_Minus) + Words::tr(", wheel")},
        {views, Words::tr("Move"), arrows + Words::tr(", drag")},
        {views, Words::tr("Show all again"), native(Qt::Key_0) + Words::tr(", double-click")},
        {views, Words::tr("Select the cell under the pointer"), Words::tr("Click")},
        {views, Words::tr("Select cells with a box"), Words::tr("Shift+drag")},
        {views, Words::tr("Add to the selected cells"), Words::tr("Ctrl, with box or lasso")},
        {map, Words::tr("Cancel a box or a lasso"), native(Qt::Key_Escape)},
        {matrices, Words::tr("Move from entry to entry"), arrows},
    };
}

QString shortcutText(const std::vector<Shortcut>& shortcuts)
{
    qsizetype widest = 0;
    for (const Shortcut& shortcut : shortcuts)
        widest = std::max(widest, shortcut.what.size());
    QString text;
    QString group;
    for (const Shortcut& shortcut : shortcuts) {
        if (shortcut.group != group) {
            text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + shortcut.group + QLatin1Char('\n');
            group = shortcut.group;
        }
        text += QStringLiteral("  %1  %2\n").arg(shortcut.what.leftJustified(widest), shortcut.keys);
    }
    return text;
}

} // namespace inverso::ui
