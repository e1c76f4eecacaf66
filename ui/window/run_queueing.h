// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/messages.h"

#include <QObject>

namespace inverso::ui {

class ExplorerState;
class RunPanel;
class SearchController;

/// Starts runs: at once, or after the present one and those that wait already. A failed run is told of and the
/// next one goes on; a stopped one holds the queue.
class RunQueueing : public QObject
{
    Q_OBJECT

public:
    RunQueueing(ExplorerState& state, SearchController& controller, QObject* parent = nullptr);
    /// The panel whose settings are meant; comes before anything is started.
    void setPanel(RunPanel& panel);

public slots:
    /// The settings of the panel, with its seed.
    void start() { startSeeds(1); }
    /// The same with so many seeds, from the panel's on.
    void startSeeds(int count);
    /// Asks how many seeds.
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
