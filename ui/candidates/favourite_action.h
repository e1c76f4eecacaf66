// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QPalette>

class QUndoStack;

namespace inverso::ui {

class ExplorerState;
class Selection;

/// The star: adds the selected cell to the favourites or removes it; can be undone. For menus, and for tool buttons of
/// widgets that show the selected cell.
class FavouriteAction : public QAction
{
    Q_OBJECT

public:
    FavouriteAction(ExplorerState& state, Selection& selection, QUndoStack& stack, QObject* parent = nullptr);

    /// After a PaletteChange.
    void refreshIcon(const QPalette& palette);

private:
    void toggle();
    void update();
    [[nodiscard]] QString cellText() const;

    ExplorerState& m_state;
    Selection& m_selection;
    QUndoStack& m_stack;
    QPalette m_palette;
};

} // namespace inverso::ui
