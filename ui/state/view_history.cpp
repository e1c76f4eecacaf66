// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/view_history.h"

#include "ui/base/change_command.h"

#include <QTimer>
#include <QUndoStack>

#include <utility>

namespace inverso::ui {

namespace {

using Step = ChangeCommand<ViewHistory::View>::Step;

// Successive filter changes are one step.
bool continuesDrag(const Step& earlier, const Step& later)
{
    const auto filterOnly = [](const Step& step) {
        return step.before.cell == step.after.cell && step.before.group == step.after.group;
    };
    return filterOnly(earlier) && filterOnly(later);
}

} // namespace

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
    const UndoWord what = m_last.filter == now.filter ? UndoWord::Selection : UndoWord::Filter;
    m_stack.push(new ChangeCommand<View>(
        ChangeKind::View, what, {std::exchange(m_last, now), now}, [this](const View& view) { apply(view); },
        &continuesDrag));
}

} // namespace inverso::ui
