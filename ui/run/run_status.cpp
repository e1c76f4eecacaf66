// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_status.h"

#include "ui/state/cell_facts.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>

namespace inverso::ui {

RunStatus::RunStatus(ExplorerState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_phase(new QLabel(this))
    , m_queries(new QLabel(this))
    , m_best(new QLabel(this))
    , m_time(new QLabel(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("runStatus"));
    m_phase->setObjectName(QStringLiteral("phaseLabel"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_progress->setMaximumHeight(12);
    m_progress->setAccessibleName(tr("Share of the budget spent"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(18);
    layout->addWidget(m_phase);
    layout->addWidget(m_queries);
    layout->addWidget(m_best);
    layout->addStretch(1);
    layout->addWidget(m_time);
    layout->addWidget(m_progress);

    m_tick.setInterval(1000); // the clock must advance during a long round
    connect(&m_tick, &QTimer::timeout, this, &RunStatus::refresh);
    connect(&m_state, &ExplorerState::phaseChanged, this, &RunStatus::onPhase);
    connect(&m_state, &ExplorerState::runAdvanced, this, [this] {
        m_sinceAdvance.start();
        refresh();
    });
    connect(&m_state.trainings(), &CellTrainings::changed, this, [this](CellIndex cell) {
        const CellTraining* training = m_state.trainings().of(cell);
        if (training != nullptr && training->query > 0)
            refresh();
    });
    connect(&m_state, &ExplorerState::runBegun, this, &RunStatus::refresh);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &RunStatus::refresh);
    refresh();
}

void RunStatus::onPhase()
{
    if (m_state.phase() == RunPhase::Running) {
        m_sinceAdvance.start();
        m_tick.start();
    } else {
        m_sinceAdvance.invalidate();
        m_tick.stop();
    }
    refresh();
}

QString RunStatus::phaseText() const
{
    const RunRecord& run = m_state.run();
    const int next = run.isEmpty() ? 0 : run.rounds().back().number + 1;
    switch (m_state.phase()) {
    case RunPhase::Idle:
        return m_state.workspace() ? tr("Ready") : tr("No benchmark open");
    case RunPhase::Starting:
        return tr("Starting…");
    case RunPhase::Running:
        if (const QString training = trainingText(); !training.isEmpty())
            return training;
        return next == 0 ? tr("Querying the initial labels") : tr("Round %1 running").arg(next);
    case RunPhase::Pausing:
        return tr("Pausing after round %1…").arg(next);
    case RunPhase::Paused:
        if (m_state.steppedPhase() && !m_state.steppedPhase()->finished)
            return tr("Paused in round %1").arg(next);
        return run.isEmpty() ? tr("Paused") : tr("Paused after round %1").arg(next - 1);
    case RunPhase::Stopping:
        return tr("Stopping…");
    case RunPhase::Ended:
        break;
    }
    const bool whole = static_cast<int>(run.queries().size()) >= run.settings().budget;
    return whole ? tr("Finished: budget spent") : tr("Ended");
}

// The cell that is being trained for the search, if it trains cells.
QString RunStatus::trainingText() const
{
    const auto cell = m_state.trainings().ofSearch();
    const CellTraining* training = cell ? m_state.trainings().of(*cell) : nullptr;
    if (training == nullptr)
        return {};
    const QLocale locale;
    const QString which = tr("Training cell %1 of %2")
                              .arg(locale.toString(training->query), locale.toString(m_state.run().settings().budget));
    if (training->epochs.empty())
        return which;
    return which + tr(", epoch %1 of %2").arg(training->epochs.back().epoch).arg(training->epochs.back().epochs);
}

QString RunStatus::timeText() const
{
    const RunRecord& run = m_state.run();
    if (!m_state.hasRun())
        return {};
    if (!isActive(m_state.phase()))
        return run.isEmpty() ? QString() : tr("took %1 s").arg(QLocale().toString(run.activeSeconds(), 'f', 1));
    const double inRound = m_sinceAdvance.isValid() ? static_cast<double>(m_sinceAdvance.elapsed()) / 1000.0 : 0.0;
    const QString spent = durationText(run.activeSeconds() + inRound);
    const auto left = run.remainingSeconds();
    if (!left)
        return tr("%1 elapsed").arg(spent);
    return tr("%1 elapsed, about %2 left").arg(spent, durationText(*left - inRound));
}

void RunStatus::refresh()
{
    const RunRecord& run = m_state.run();
    const QLocale locale;
    m_phase->setText(phaseText());
    const bool any = m_state.hasRun();
    m_queries->setVisible(any);
    m_best->setVisible(any && run.best() != nullptr);
    m_progress->setVisible(any);
    m_time->setText(timeText());
    if (!any)
        return;
    auto asked = static_cast<int>(run.queries().size());
    if (const auto cell = m_state.trainings().ofSearch()) // the round in progress is not in the run yet
        asked = std::max(asked, m_state.trainings().of(*cell)->query - 1);
    m_queries->setText(tr("%1 of %2 queries").arg(locale.toString(asked), locale.toString(run.settings().budget)));
    if (const Query* best = run.best())
        m_best->setText(tr("best validation %1").arg(percentText(best->label.valid)));
    m_progress->setRange(0, run.settings().budget);
    m_progress->setValue(asked);
}

} // namespace inverso::ui
