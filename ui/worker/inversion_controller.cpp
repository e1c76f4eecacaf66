// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/inversion_controller.h"

#include "ui/state/explorer_state.h"
#include "ui/worker/worker_link.h"

namespace inverso::ui {

InversionController::InversionController(WorkerLink& worker, ExplorerState& state)
    : m_worker(worker)
    , m_state(state)
{
    using Self = InversionController;
    const JobId& generation = m_generation.id();
    worker.onReply(this, &SearchWorker::generated, generation, [](Self* self, const GeneratedCells& cells) {
        self->generationEnded();
        self->m_state.addGeneration(cells);
    });
    worker.onReply(this, &SearchWorker::generateFailed, generation, [](Self* self, const QString& sentence) {
        self->generationEnded();
        if (!sentence.isEmpty())
            emit self->generateFailed(sentence);
    });
    const JobId& evaluation = m_evaluation.id();
    worker.onReply(this, &SearchWorker::evaluating, evaluation, &Self::evaluating);
    worker.onReply(this, &SearchWorker::evaluated, evaluation, [](Self* self, const InversionReportPtr& report) {
        self->evaluationEnded();
        self->m_state.setInversionReport(report);
    });
    worker.onReply(this, &SearchWorker::evaluateFailed, evaluation, [](Self* self, const QString& sentence) {
        self->evaluationEnded();
        if (!sentence.isEmpty())
            emit self->evaluateFailed(sentence);
    });
}

void InversionController::generationEnded()
{
    m_generation.finish();
    emit generating(false);
}

void InversionController::evaluationEnded()
{
    m_evaluation.finish();
    emit evaluating(-1.0);
}

void InversionController::generate(const GenerationSettings& settings)
{
    if (m_state.isOpening())
        return;
    const bool busy = isGenerating();
    GenerateRequest request{.job = m_generation.begin(), .run = m_run, .settings = settings};
    request.stop = m_generation.stop();
    if (settings.seed == 0)
        request.settings.seed = Rng(m_state.run().settings().seed).split(m_state.generations().size()).next();
    if (!busy)
        emit generating(true);
    m_worker.post(&SearchWorker::generate, request);
}

void InversionController::evaluate()
{
    if (m_state.isOpening())
        return;
    EvaluateRequest request{.job = m_evaluation.begin(), .run = m_run};
    request.seed = m_state.run().settings().seed;
    request.stop = m_evaluation.stop();
    emit evaluating(0.0);
    m_worker.post(&SearchWorker::evaluate, request);
}

void InversionController::setRun(JobId run)
{
    m_run = run;
    if (m_generation.isRunning()) {
        m_generation.abandon();
        emit generating(false);
    }
    if (m_evaluation.isRunning()) {
        m_evaluation.abandon();
        emit evaluating(-1.0);
    }
}

void InversionController::stop()
{
    m_generation.requestStop();
    m_evaluation.requestStop();
}

} // namespace inverso::ui
