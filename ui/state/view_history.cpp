// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/view_history.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QUndoStack>

#include <utility>

namespace inverso::ui {

namespace {

constexpr int viewCommandId = 1;
constexpr qint64 dragPause = 700; // ms: filter changes closer together are one movement of a slider

} // namespace

class ViewCommand : public QUndoCommand
{
public:
    ViewCommand(ViewHistory& history, ViewHistory::View before, ViewHistory::View after)
        : QUndoCommand(before.filter == after.filter ? ViewHistory::tr("change of selection")
                                                     : ViewHistory::tr("change of filter"))
        , m_history(history)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
        m_made.start();
    }

    void undo() override { m_history.apply(m_before); }
    void redo() override
    {
        if (std::exchange(m_first, false))
            return; // it has happened already
        m_history.apply(m_after);
    }
    [[nodiscard]] int id() const override { return viewCommandId; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto& later = static_cast<const ViewCommand&>(*other);
        const auto filterOnly = [](const ViewCommand& command) {
            return command.m_before.cell == command.m_after.cell && command.m_before.group == command.m_after.group;
        };
        if (!filterOnly(*this) || !filterOnly(later) || m_made.msecsTo(later.m_made) > dragPause)
            return false;
        m_after = later.m_after;
        m_made = later.m_made;
        return true;
    }

private:
    ViewHistory& m_history;
    ViewHistory::View m_before;
    ViewHistory::View m_after;
    QElapsedTimer m_made;
    bool m_first = true;
};

ViewHistory::ViewHistory(Selection& selection, Filter& filter, QUndoStack& stack, QObject* parent)
    : QObject(parent)
    , m_selection(selection)
    , m_filter(filter)
    , m_stack(stack)
    , m_last(current())
{
    connect(&selection, &Selection::cellChanged, this, &ViewHistory::noteLater);
    connect(&selection, &Selection::groupChanged, this, &ViewHistory::noteLater);
    connect(&filter, &Filter::changed, this, &ViewHistory::noteLater);
}

ViewHistory::View ViewHistory::current() const
{
    return {m_selection.cell(), m_selection.group(), m_filter.criteria()};
}

void ViewHistory::restart()
{
    m_last = current();
}

void ViewHistory::apply(const View& view)
{
    m_applying = true;
    m_filter.setCriteria(view.filter);
    m_selection.setGroup(view.group);
    m_selection.select(view.cell);
    m_applying = false;
    m_last = view;
}

void ViewHistory::noteLater()
{
    if (m_applying || std::exchange(m_noting, true))
        return;
    QTimer::singleShot(0, this, &ViewHistory::note);
}

void ViewHistory::note()
{
    m_noting = false;
    View now = current();
    if (now == m_last)
        return;
    m_stack.push(new ViewCommand(*this, std::exchange(m_last, now), now));
}

} // namespace inverso::ui
