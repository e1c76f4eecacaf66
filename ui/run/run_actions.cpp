// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_actions.h"

#include "ui/base/icons.h"
#include "ui/state/explorer_state.h"

#include <QApplication>

namespace inverso::ui {

RunActions::RunActions(ExplorerState& state, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_palette(QApplication::palette())
    , m_start(new QAction(tr("&Start search"), this))
    , m_seeds(new QAction(tr("Several s&eeds…"), this))
    , m_pause(new QAction(tr("&Pause"), this))
    , m_step(new QAction(tr("S&tep"), this))
    , m_stepPhase(new QAction(tr("P&hase"), this))
    , m_stop(new QAction(tr("St&op"), this))
{
    m_start->setObjectName(QStringLiteral("startAction"));
    m_seeds->setObjectName(QStringLiteral("seedsAction"));
    m_pause->setObjectName(QStringLiteral("pauseAction"));
    m_step->setObjectName(QStringLiteral("stepAction"));
    m_stepPhase->setObjectName(QStringLiteral("stepPhaseAction"));
    m_stop->setObjectName(QStringLiteral("stopAction"));
    m_start->setShortcut(Qt::Key_F5);
    m_seeds->setShortcut(Qt::CTRL | Qt::Key_F5);
    m_pause->setShortcut(Qt::Key_F6);
    m_step->setShortcut(Qt::Key_F7);
    m_stepPhase->setShortcut(Qt::Key_F8);
    m_stop->setShortcut(Qt::SHIFT | Qt::Key_F5);
    m_step->setToolTip(tr("Do one round, then pause (F7)"));
    m_stepPhase->setToolTip(
        tr("Do one phase of a round (generate, decode, predict, select, query, retrain), then pause (F8)"));
    m_stop->setToolTip(tr("End the search; its results are kept (Shift+F5)"));
    connect(m_start, &QAction::triggered, this, &RunActions::startRequested);
    connect(m_seeds, &QAction::triggered, this, &RunActions::seedsRequested);
    connect(m_pause, &QAction::triggered, this, [this] {
        if (m_state.phase() == RunPhase::Paused)
            emit resumeRequested();
        else
            emit pauseRequested();
    });
    connect(m_step, &QAction::triggered, this, &RunActions::stepRequested);
    connect(m_stepPhase, &QAction::triggered, this, &RunActions::stepPhaseRequested);
    connect(m_stop, &QAction::triggered, this, &RunActions::stopRequested);
    connect(&m_state, &ExplorerState::phaseChanged, this, &RunActions::updateEnabled);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &RunActions::updateEnabled);
    connect(&m_state, &ExplorerState::openingChanged, this, &RunActions::updateEnabled);
    refreshIcons(m_palette);
}

void RunActions::refreshIcons(const QPalette& palette)
{
    m_palette = palette;
    m_start->setIcon(themedIcon(QStringLiteral("start"), palette));
    m_step->setIcon(themedIcon(QStringLiteral("step"), palette));
    m_stepPhase->setIcon(themedIcon(QStringLiteral("step-phase"), palette));
    m_stop->setIcon(themedIcon(QStringLiteral("stop"), palette));
    updateEnabled();
}

void RunActions::updateEnabled()
{
    const RunPhase phase = m_state.phase();
    const bool open = m_state.workspace() && !m_state.isOpening();
    const bool paused = phase == RunPhase::Paused;
    m_start->setEnabled(open);
    m_start->setText(isActive(phase) ? tr("&Queue search") : tr("&Start search"));
    m_start->setToolTip(isActive(phase) ? tr("Search with these settings after the current run (F5)")
                                        : tr("Start a search with these settings (F5)"));
    m_seeds->setEnabled(open);
    m_pause->setEnabled(phase == RunPhase::Running || paused);
    m_pause->setText(paused ? tr("&Resume") : tr("&Pause"));
    m_pause->setToolTip(paused ? tr("Resume the search (F6)") : tr("Pause after the round in progress (F6)"));
    m_pause->setIcon(themedIcon(paused ? QStringLiteral("start") : QStringLiteral("pause"), m_palette));
    m_step->setEnabled(open && (paused || !isActive(phase)));
    m_stepPhase->setEnabled(m_step->isEnabled());
    m_stop->setEnabled(isActive(phase) && phase != RunPhase::Stopping);
}

} // namespace inverso::ui
