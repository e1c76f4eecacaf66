// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shortcut_list.h"

#include <QAction>
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

QString withoutMnemonic(QString text)
{
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&(?!&)")); // "(&F)": as in Chinese
    text.remove(mnemonic);
    return text.replace(QLatin1String("&&"), QLatin1String("&"));
}

// The text of an action, without the keys that some repeat in it.
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

// Where an action that is in no menu belongs.
QString placeOf(const QAction& action, const QMainWindow& window)
{
    for (const QObject* object = &action; object != nullptr; object = object->parent()) {
        if (const auto* dock = qobject_cast<const QDockWidget*>(object))
            return dock->windowTitle();
        if (object == window.centralWidget())
            return ShortcutList::tr("Map");
    }
    return ShortcutList::tr("Window");
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
    const QString arrows = ShortcutList::tr("Arrow keys");
    const QString views = ShortcutList::tr("In the map and the plots");
    const QString map = ShortcutList::tr("In the map");
    const QString matrices = ShortcutList::tr("In the matrices");
    return {
        {views, ShortcutList::tr("Zoom in, zoom out"),
         native(Qt::Key_Plus, Qt::Key_Minus) + ShortcutList::tr(", wheel")},
        {views, ShortcutList::tr("Move"), arrows + ShortcutList::tr(", drag")},
        {views, ShortcutList::tr("Show all again"), native(Qt::Key_0) + ShortcutList::tr(", double-click")},
        {views, ShortcutList::tr("Select the cell under the pointer"), ShortcutList::tr("Click")},
        {views, ShortcutList::tr("Catch cells in a box"), ShortcutList::tr("Shift+drag")},
        {views, ShortcutList::tr("Add to the cells caught"), ShortcutList::tr("Ctrl, with box or lasso")},
        {map, ShortcutList::tr("Give up a box or a lasso"), native(Qt::Key_Escape)},
        {matrices, ShortcutList::tr("Walk from entry to entry"), arrows},
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
