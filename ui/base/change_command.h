// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/undo_words.h"

#include <QElapsedTimer>
#include <QUndoCommand>

#include <functional>
#include <utility>

namespace inverso::ui {

/// What changes of one kind have in common: the number by which an undo stack knows them, and which of them belong
/// together.
enum class ChangeKind : int { View = 1, Settings = 2 };

/// An undo step between two states, of a change that has happened already. Steps that come close behind each other and
/// continue one movement (a slider that is dragged, a field that is turned) become one.
template <typename State> class ChangeCommand : public QUndoCommand
{
public:
    struct Step
    {
        State before;
        State after;
    };
    using Apply = std::function<void(const State&)>;
    using Continues = bool (*)(const Step& earlier, const Step& later);

    ChangeCommand(ChangeKind kind, UndoWord what, Step step, Apply apply, Continues continues)
        : QUndoCommand(undoText(what))
        , m_kind(kind)
        , m_step(std::move(step))
        , m_apply(std::move(apply))
        , m_continues(continues)
    {
        m_made.start();
    }

    void undo() override { m_apply(m_step.before); }
    void redo() override
    {
        if (std::exchange(m_first, false))
            return; // it has happened already
        m_apply(m_step.after);
    }
    [[nodiscard]] int id() const override { return static_cast<int>(m_kind); }
    bool mergeWith(const QUndoCommand* other) override
    {
        constexpr qint64 pause = 700; // ms
        const auto& later = static_cast<const ChangeCommand&>(*other);
        if (!m_continues(m_step, later.m_step) || m_made.msecsTo(later.m_made) > pause)
            return false;
        m_step.after = later.m_step.after;
        m_made = later.m_made;
        return true;
    }

private:
    ChangeKind m_kind;
    Step m_step;
    Apply m_apply;
    Continues m_continues;
    QElapsedTimer m_made;
    bool m_first = true;
};

} // namespace inverso::ui
