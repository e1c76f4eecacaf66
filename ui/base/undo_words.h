// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;
class QObject;
class QUndoStack;

namespace inverso::ui {

/// What can be undone. A command's text() is English and is translated when it is shown: the language may have changed
/// since the command was created.
enum class UndoWord { Selection, Filter, Settings, NewFavourite, RemovedFavourite, Note };

/// For a command's text().
QString undoText(UndoWord word);

/// Undo and redo actions, whose texts are `verb` and the change.
QAction* createUndoAction(QUndoStack& stack, const QString& verb, QObject* parent);
QAction* createRedoAction(QUndoStack& stack, const QString& verb, QObject* parent);

} // namespace inverso::ui
