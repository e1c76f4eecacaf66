// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/messages.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace inverso::ui {

class ExplorerState;

/// Collects the updates of a run and writes them to the state, at most every 40 ms. GUI thread only.
class RunPublisher : public QObject
{
    Q_OBJECT

public:
    explicit RunPublisher(ExplorerState& state);

    void add(const RunUpdate& update);
    /// Writes the collected updates immediately.
    void publish();
    /// Drops the collected updates.
    void clear();

private:
    ExplorerState& m_state;
    std::optional<RunUpdate> m_pending;
    QTimer m_timer;
    QElapsedTimer m_sincePublish;
};

} // namespace inverso::ui
