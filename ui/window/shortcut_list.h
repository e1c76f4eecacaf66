// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

#include <vector>

class QLineEdit;
class QMainWindow;
class QTreeView;

namespace inverso::ui {

/// A key, or something to do with the mouse.
struct Shortcut
{
    QString group; ///< the menu or the pane it belongs to
    QString what;
    QString keys; ///< as the platform writes them; several with commas

    bool operator==(const Shortcut&) const = default;
};

/// All actions of the window that have keys: those of its menus in their order, then the others by the dock
/// they live in.
std::vector<Shortcut> windowShortcuts(const QMainWindow& window);
/// Keys and mouse in the map, the plots and the matrices, which are no actions.
std::vector<Shortcut> plotShortcuts();
/// A line each under the name of its group, the keys in a column.
QString shortcutText(const std::vector<Shortcut>& shortcuts);

/// The shortcuts, grouped, with a field to search them; they can be copied and printed.
class ShortcutList : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutList(std::vector<Shortcut> shortcuts, QWidget* parent = nullptr);

public slots:
    void setSearch(const QString& text);
    void copy() const;
    void choosePrinter();

private:
    QWidget* createTree();
    QWidget* createButtons();

    std::vector<Shortcut> m_shortcuts;
    QLineEdit* m_search;
    QTreeView* m_tree;
};

} // namespace inverso::ui
