// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/run_publisher.h"

#include "ui/state/explorer_state.h"

#include <algorithm>
#include <utility>

namespace inverso::ui {

namespace {

constexpr qint64 publishMilliseconds = 40;

} // namespace

RunPublisher::RunPublisher(ExplorerState& state)
    : m_state(state)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RunPublisher::publish);
}

void RunPublisher::add(const RunUpdate& update)
{
    if (!m_pending)
        m_pending.emplace();
    m_pending->rounds.insert(m_pending->rounds.end(), update.rounds.begin(), update.rounds.end());
    m_pending->activeSeconds = update.activeSeconds;
    m_pending->phase = update.phase;
    if (update.snapshot)
        m_pending->snapshot = update.snapshot;
    if (m_timer.isActive())
        return;
    const qint64 since = m_sincePublish.isValid() ? m_sincePublish.elapsed() : publishMilliseconds;
    m_timer.start(static_cast<int>(std::max<qint64>(0, publishMilliseconds - since)));
}

void RunPublisher::publish()
{
    m_timer.stop();
    if (!m_pending)
        return;
    RunUpdate update = std::move(*m_pending);
    m_pending.reset();
    m_sincePublish.start();
    m_state.appendRounds(std::move(update.rounds), update.activeSeconds);
    m_state.setSteppedPhase(std::move(update.phase));
    if (update.snapshot)
        m_state.setSnapshot(std::move(update.snapshot));
}

void RunPublisher::clear()
{
    m_timer.stop();
    m_pending.reset();
}

} // namespace inverso::ui
