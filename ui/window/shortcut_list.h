// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/shortcuts.h"

#include <QDialog>
#include <QString>

#include <vector>

class QLineEdit;
class QTreeView;

namespace inverso::ui {

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
