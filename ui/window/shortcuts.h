// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

class QMainWindow;

namespace inverso::ui {

/// A key or a mouse gesture.
struct Shortcut
{
    QString group; ///< the menu or the pane it belongs to
    QString what;
    QString keys; ///< in the platform's notation; several are separated by commas

    bool operator==(const Shortcut&) const = default;
};

/// All actions of the window that have keys: those of its menus in their order, then the others by dock.
std::vector<Shortcut> windowShortcuts(const QMainWindow& window);
/// Keys and mouse in the map, the plots and the matrices, which have no actions.
std::vector<Shortcut> plotShortcuts();
/// One line per shortcut under the name of its group, the keys in a column.
QString shortcutText(const std::vector<Shortcut>& shortcuts);

} // namespace inverso::ui
