// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/messages.h"

#include <QObject>

namespace inverso::ui {

class ExplorerState;
class RunPanel;
class SearchController;

/// Starts runs: immediately, or after the current one and those in the queue. After a failed run, which is reported,
/// the next one starts; a stopped run holds the queue.
class RunQueueing : public QObject
{
    Q_OBJECT

public:
    RunQueueing(ExplorerState& state, SearchController& controller, QObject* parent = nullptr);
    /// The panel with the settings; call it before starting runs.
    void setPanel(RunPanel& panel);

public slots:
    /// The settings of the panel, with its seed.
    void start() { startSeeds(1); }
    /// The same with that number of seeds, starting with the panel's seed.
    void startSeeds(int count);
    /// Asks for the number of seeds.
    void chooseSeeds();
    void goOn();

private:
    void startNext();
    void onEnded(RunEnd end);

    ExplorerState& m_state;
    SearchController& m_controller;
    RunPanel* m_panel = nullptr;
};

} // namespace inverso::ui
