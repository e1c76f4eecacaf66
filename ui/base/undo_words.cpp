// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/undo_words.h"

#include <QAction>
#include <QCoreApplication>
#include <QUndoStack>

namespace inverso::ui {

namespace {

constexpr const char* context = "inverso::ui::UndoWords";

QString inOurLanguage(const QString& text)
{
    return QCoreApplication::translate(context, text.toUtf8().constData());
}

// `words`: the change; empty if there is none.
void setWords(QAction& action, const QString& verb, const QString& words)
{
    action.setText(words.isEmpty() ? verb : verb + QLatin1Char(' ') + inOurLanguage(words));
}

/// The differences between undo and redo.
struct Direction
{
    QString (QUndoStack::*text)() const;
    bool (QUndoStack::*possible)() const;
    void (QUndoStack::*textChanged)(const QString&);
    void (QUndoStack::*possibleChanged)(bool);
    void (QUndoStack::*go)();
};

QAction* createAction(const Direction& direction, QUndoStack& stack, const QString& verb, QObject* parent)
{
    auto* action = new QAction(parent);
    setWords(*action, verb, (stack.*direction.text)());
    action->setEnabled((stack.*direction.possible)());
    QObject::connect(&stack, direction.textChanged, action,
                     [action, verb](const QString& words) { setWords(*action, verb, words); });
    QObject::connect(&stack, direction.possibleChanged, action, &QAction::setEnabled);
    QObject::connect(action, &QAction::triggered, &stack, direction.go);
    return action;
}

} // namespace

QString undoText(UndoWord word)
{
    switch (word) {
    case UndoWord::Selection:
        return QStringLiteral(QT_TRANSLATE_NOOP("inverso::ui::UndoWords", "change of selection"));
    case UndoWord::Filter:
        return QStringLiteral(QT_TRANSLATE_NOOP("inverso::ui::UndoWords", "change of filter"));
    case UndoWord::Settings:
        return QStringLiteral(QT_TRANSLATE_NOOP("inverso::ui::UndoWords", "change of settings"));
    case UndoWord::NewFavourite:
        return QStringLiteral(QT_TRANSLATE_NOOP("inverso::ui::UndoWords", "new favourite"));
    case UndoWord::RemovedFavourite:
        return QStringLiteral(QT_TRANSLATE_NOOP("inverso::ui::UndoWords", "removal of a favourite"));
    case UndoWord::Note:
        return QStringLiteral(QT_TRANSLATE_NOOP("inverso::ui::UndoWords", "note on a favourite"));
    }
    return {};
}

QAction* createUndoAction(QUndoStack& stack, const QString& verb, QObject* parent)
{
    return createAction({&QUndoStack::undoText, &QUndoStack::canUndo, &QUndoStack::undoTextChanged,
                         &QUndoStack::canUndoChanged, &QUndoStack::undo},
                        stack, verb, parent);
}

QAction* createRedoAction(QUndoStack& stack, const QString& verb, QObject* parent)
{
    return createAction({&QUndoStack::redoText, &QUndoStack::canRedo, &QUndoStack::redoTextChanged,
                         &QUndoStack::canRedoChanged, &QUndoStack::redo},
                        stack, verb, parent);
}

} // namespace inverso::ui
