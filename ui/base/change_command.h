// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/undo_words.h"

#include <QElapsedTimer>
#include <QUndoCommand>

#include <functional>
#include <utility>

namespace inverso::ui {

/// Data shared by changes of one kind: their number on the undo stack, and which of them belong together.
enum class ChangeKind : int { View = 1, Settings = 2 };

/// An undo step between two states, for a change that has already happened. Steps that follow each other quickly and
/// continue one movement (a dragged slider, a scrolled field) are merged.
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
            return; // the change has already happened
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
