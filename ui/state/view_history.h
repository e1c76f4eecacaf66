// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/filter.h"
#include "ui/state/selection.h"

class QUndoStack;

namespace inverso::ui {

/// Puts every change of selection and filter on the undo stack, from any source. Changes within the same
/// turn of the event loop are one step; so is a filter that is being dragged.
class ViewHistory : public QObject
{
    Q_OBJECT

public:
    ViewHistory(Selection& selection, Filter& filter, QUndoStack& stack, QObject* parent = nullptr);

    struct View
    {
        std::optional<CellIndex> cell;
        std::vector<CellIndex> group;
        FilterCriteria filter;
        bool operator==(const View&) const = default;
    };

    /// Takes the current state as the start, without a step: after another benchmark was opened.
    void restart();

private:
    [[nodiscard]] View current() const;
    void apply(const View& view);
    void noteLater();
    void note();

    Selection& m_selection;
    Filter& m_filter;
    QUndoStack& m_stack;
    View m_last;
    bool m_applying = false;
    bool m_noting = false;
};

} // namespace inverso::ui
