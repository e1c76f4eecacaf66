// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;
class QObject;
class QUndoStack;

namespace inverso::ui {

/// What can be undone. A command's text() is the English word of it, which is said in the language of the moment when
/// it is shown: the command may be older than the choice of that language.
enum class UndoWord { Selection, Filter, Settings, NewFavourite, RemovedFavourite, Note };

/// For a command's text().
QString undoText(UndoWord word);

/// Actions that undo and redo, whose texts are `verb` and what that would change.
QAction* createUndoAction(QUndoStack& stack, const QString& verb, QObject* parent);
QAction* createRedoAction(QUndoStack& stack, const QString& verb, QObject* parent);

} // namespace inverso::ui
