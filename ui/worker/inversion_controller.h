// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/generation_settings.h"
#include "ui/worker/job_tracker.h"

#include <QObject>

namespace inverso::ui {

class ExplorerState;
class WorkerLink;

/// Asks the worker for the inversion of the run's model: cells for a target, and its error over many targets. Writes
/// the results to the state. GUI thread only.
class InversionController : public QObject
{
    Q_OBJECT

public:
    InversionController(WorkerLink& worker, ExplorerState& state);

    [[nodiscard]] bool isGenerating() const { return m_generation.isRunning(); }
    /// Another run has the model now: cancels requests to the old one.
    void setRun(JobId run);
    /// Cancels the current requests; their replies report it.
    void stop();

public slots:
    /// Inverts a target accuracy into cells; cancels a generation in progress. Does nothing while a benchmark is being
    /// opened.
    void generate(const inverso::ui::GenerationSettings& settings);
    /// Measures the inversion of the run's model over many targets. Does nothing while a benchmark is being opened.
    void evaluate();
    void cancelEvaluation() { m_evaluation.requestStop(); }

signals:
    void generating(bool busy);
    void generateFailed(const QString& sentence);
    /// 0…1 while inversion is measured; negative when that has ended.
    void evaluating(double fraction);
    void evaluateFailed(const QString& sentence);

private:
    void generationEnded();
    void evaluationEnded();

    WorkerLink& m_worker;
    ExplorerState& m_state;
    JobId m_run = 0;
    JobTracker m_generation;
    JobTracker m_evaluation;
};

} // namespace inverso::ui
