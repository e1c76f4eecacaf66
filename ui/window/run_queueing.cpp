// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_queueing.h"

#include "ui/base/notice_bar.h"
#include "ui/run/run_panel.h"
#include "ui/state/explorer_state.h"
#include "ui/state/run_queue.h"
#include "ui/worker/search_controller.h"

#include <QInputDialog>

#include <optional>

namespace inverso::ui {

RunQueueing::RunQueueing(ExplorerState& state, SearchController& controller, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_controller(controller)
{
    // Queued: all other receivers must see the end of the run before the next one starts.
    connect(&m_controller, &SearchController::runEnded, this, &RunQueueing::onEnded, Qt::QueuedConnection);
    connect(&m_state, &ExplorerState::workspaceChanged, &m_state.queue(), &RunQueue::clear); // other data sets
}

void RunQueueing::setPanel(RunPanel& panel)
{
    m_panel = &panel;
    connect(m_panel, &RunPanel::queueGoOnRequested, this, &RunQueueing::goOn);
}

void RunQueueing::startSeeds(int count)
{
    if (m_state.isOpening())
        return; // the settings are for the old table
    m_panel->notice().clear();
    RunQueue::Entry entry{m_panel->settings(), m_panel->dataset(), m_panel->asks()};
    const bool idle = !isActive(m_state.phase());
    if (idle)
        m_state.queue().setHeld(false); // starting a run also resumes the queue
    for (int i = 0; i < count; ++i, ++entry.settings.seed) {
        if (i == 0 && idle)
            m_controller.start(entry.settings, entry.dataset, Advance::Run, entry.asks);
        else
            m_state.queue().add(entry);
    }
}

void RunQueueing::chooseSeeds()
{
    auto* dialog = new QInputDialog(m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Several seeds"));
    dialog->setLabelText(tr("Number of seeds (the first is %1):").arg(m_panel->settings().seed));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(2, 1000);
    dialog->setIntValue(10);
    connect(dialog, &QInputDialog::intValueSelected, this, &RunQueueing::startSeeds);
    dialog->open();
}

void RunQueueing::goOn()
{
    m_state.queue().setHeld(false);
    startNext();
}

void RunQueueing::startNext()
{
    if (m_state.isOpening()) // another table clears the queue; if it cannot be opened, the queue waits for the user
        return m_state.queue().setHeld(true);
    while (!isActive(m_state.phase())) {
        const std::optional<RunQueue::Entry> next = m_state.queue().take();
        if (!next)
            return;
        m_controller.start(next->settings, next->dataset, Advance::Run,
                           next->asks); // refused settings leave the phase as it is
    }
}

void RunQueueing::onEnded(RunEnd end)
{
    if (end == RunEnd::Stopped)
        m_state.queue().setHeld(true);
    else
        startNext();
}

} // namespace inverso::ui
