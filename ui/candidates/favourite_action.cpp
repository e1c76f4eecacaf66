// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/favourite_action.h"

#include "ui/base/icons.h"
#include "ui/state/explorer_state.h"
#include "ui/state/favourites.h"
#include "ui/state/selection.h"

#include <QGuiApplication>

namespace inverso::ui {

namespace {

QString spaceName(const ExplorerState& state)
{
    return QString::fromUtf8(state.space()->name());
}

} // namespace

FavouriteAction::FavouriteAction(ExplorerState& state, Selection& selection, QUndoStack& stack, QObject* parent)
    : QAction(tr("&Favourite"), parent)
    , m_state(state)
    , m_selection(selection)
    , m_stack(stack)
    , m_palette(QGuiApplication::palette())
{
    setObjectName(QStringLiteral("favourite"));
    setCheckable(true);
    setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(this, &QAction::triggered, this, &FavouriteAction::toggle);
    connect(&selection, &Selection::cellChanged, this, &FavouriteAction::update);
    connect(&state, &ExplorerState::workspaceChanged, this, &FavouriteAction::update);
    connect(&state.favourites(), &Favourites::changed, this, &FavouriteAction::update);
    update();
}

QString FavouriteAction::cellText() const
{
    const auto cell = m_selection.cell();
    if (m_state.space() == nullptr || !cell || *cell >= m_state.space()->size())
        return {};
    return QString::fromStdString(m_state.space()->text(*cell));
}

void FavouriteAction::toggle()
{
    const QString cell = cellText();
    if (cell.isEmpty())
        return;
    const QString space = spaceName(m_state);
    if (m_state.favourites().find(space, cell) != nullptr)
        m_state.favourites().remove(space, cell, m_stack);
    else
        m_state.favourites().add(space, cell, m_stack);
    update(); // a click has already toggled the tick
}

void FavouriteAction::update()
{
    const QString cell = cellText();
    const bool kept = !cell.isEmpty() && m_state.favourites().find(spaceName(m_state), cell) != nullptr;
    setEnabled(!cell.isEmpty());
    setChecked(kept);
    setToolTip(kept ? tr("Remove this cell from the favourites (Ctrl+D)")
                    : tr("Add this cell to the favourites (Ctrl+D)"));
    refreshIcon(m_palette);
}

void FavouriteAction::refreshIcon(const QPalette& palette)
{
    m_palette = palette;
    setIcon(themedIcon(isChecked() ? QStringLiteral("favourite-on") : QStringLiteral("favourite"), palette));
}

} // namespace inverso::ui
