// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace inverso::ui {

class ExplorerState;

/// The progress of the run for the status bar: phase, round, queries, best, time and remaining time.
class RunStatus : public QWidget
{
    Q_OBJECT

public:
    explicit RunStatus(ExplorerState& state, QWidget* parent = nullptr);

    [[nodiscard]] QString phaseText() const;

private:
    void refresh();
    void onPhase();
    [[nodiscard]] QString trainingText() const;
    [[nodiscard]] QString timeText() const;

    ExplorerState& m_state;
    QLabel* m_phase;
    QLabel* m_queries;
    QLabel* m_best;
    QLabel* m_time;
    QProgressBar* m_progress;
    QTimer m_tick;
    QElapsedTimer m_sinceAdvance; ///< valid while rounds run: the one in progress is not in the record yet
};

} // namespace inverso::ui
