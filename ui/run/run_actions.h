// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/workspace.h"

#include <QAction>
#include <QObject>
#include <QPalette>

namespace inverso::ui {

class ExplorerState;

/// Start, pause, step and stop as actions for menus, buttons and shortcuts, enabled according to the state of the run.
class RunActions : public QObject
{
    Q_OBJECT

public:
    explicit RunActions(ExplorerState& state, QObject* parent = nullptr);

    [[nodiscard]] QAction* start() const { return m_start; } ///< queues while a run is active
    [[nodiscard]] QAction* seeds() const { return m_seeds; } ///< the same with several seeds, one after another
    [[nodiscard]] QAction* pause() const { return m_pause; } ///< resumes when paused
    [[nodiscard]] QAction* step() const { return m_step; }
    [[nodiscard]] QAction* stepPhase() const { return m_stepPhase; }
    [[nodiscard]] QAction* stop() const { return m_stop; }
    void refreshIcons(const QPalette& palette);

signals:
    void startRequested();
    void seedsRequested();
    void pauseRequested();
    void resumeRequested();
    /// While paused: one more round. Before a run: start one and pause after its first round.
    void stepRequested();
    /// The same with one phase of a round.
    void stepPhaseRequested();
    void stopRequested();

private:
    void updateEnabled();

    ExplorerState& m_state;
    QPalette m_palette;
    QAction* m_start;
    QAction* m_seeds;
    QAction* m_pause;
    QAction* m_step;
    QAction* m_stepPhase;
    QAction* m_stop;
};

} // namespace inverso::ui
