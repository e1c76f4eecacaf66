// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/search_controller.h"

#include "core/benchmark/live_name.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/worker/worker_link.h"
#include "ui/worker/worker_words.h"

#include <algorithm>
#include <utility>

namespace inverso::ui {

SearchController::SearchController(SearchEnginePtr engine, ExplorerState& state, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
    , m_state(state)
    , m_worker(std::make_unique<WorkerLink>(m_engine))
    , m_inversion(*m_worker, state)
    , m_publisher(state)
{
    connectOpening();
    connectRun();
}

SearchController::~SearchController()
{
    shutdown();
}

void SearchController::connectOpening()
{
    using Self = SearchController;
    const JobId& job = m_opening.id();
    m_worker->onReply(this, &SearchWorker::opening, job, &Self::opening);
    m_worker->onReply(this, &SearchWorker::opened, job, &Self::onOpened);
    m_worker->onReply(this, &SearchWorker::openFailed, job, &Self::onOpenFailed);
    m_worker->onReply(this, &SearchWorker::sessionOpened, job, [](Self* self, const OpenedSession& session) {
        SearchRequest request;
        request.settings = session.settings;
        request.dataset = session.dataset;
        request.resumes = true;
        self->begin(std::move(request), session.asks);
        emit self->sessionOpened(session);
    });
    m_worker->onReply(this, &SearchWorker::encoded, m_workspace, [](Self* self, const WorkspacePtr& workspace) {
        if (!self->m_state.workspace()->latents) // a run that started meanwhile may have set others
            self->m_state.setLatents(workspace);
    });
}

void SearchController::connectRun()
{
    using Self = SearchController;
    const JobId& job = m_run.id();
    m_worker->onReply(this, &SearchWorker::started, job, [](Self* self) { self->onPhase(RunPhase::Running); });
    m_worker->onReply(this, &SearchWorker::paused, job, [](Self* self) { self->onPhase(RunPhase::Paused); });
    m_worker->onReply(this, &SearchWorker::advanced, job,
                      [](Self* self, const RunUpdate& update) { self->m_publisher.add(update); });
    m_worker->onReply(this, &SearchWorker::ended, job, &Self::onEnded);
    m_worker->onReply(this, &SearchWorker::training, job, &Self::onTraining);
    m_worker->onReply(this, &SearchWorker::latentsChanged, job,
                      [](Self* self, const WorkspacePtr& workspace) { self->m_state.setLatents(workspace); });
    m_worker->onReply(this, &SearchWorker::notRecorded, job, [](Self* self, const QString& sentence) {
        self->m_recorded = false;
        emit self->notRecorded(sentence);
    });
    m_worker->onReply(this, &SearchWorker::sessionSaved, m_saving.id(), &Self::sessionSaved);
}

OpenRequest SearchController::beginOpening(const QString& nameOrPath)
{
    stop();
    const JobId job = m_opening.begin();
    m_state.setOpening(true);
    return {job, nameOrPath, m_opening.stop()};
}

void SearchController::open(const QString& nameOrPath)
{
    const OpenRequest request = beginOpening(nameOrPath);
    emit opening(nameOrPath);
    m_worker->post(&SearchWorker::open, request);
}

void SearchController::resumeSession(const QString& path)
{
    m_worker->post(&SearchWorker::openSession, beginOpening(path));
}

void SearchController::saveSession(const QString& path)
{
    m_worker->post(&SearchWorker::saveSession, {m_saving.begin(), m_run.id(), path});
}

void SearchController::annotate(const QString& name, const QString& text)
{
    if (m_recorded)
        m_worker->post(&SearchWorker::annotate, m_run.id(), name, text);
}

void SearchController::cancelOpening()
{
    m_opening.requestStop();
}

void SearchController::start(const SearchSettings& settings, const std::string& dataset, Advance first, bool asks)
{
    if (isActive(m_state.phase()) || isOpening() || !m_state.workspace())
        return;
    SearchRequest request;
    try {
        request.settings = m_engine->resolve(settings);
    } catch (const std::exception& error) {
        emit runFailed(sentenceOf(error));
        return;
    }
    request.dataset = dataset;
    request.first = first;
    begin(std::move(request), asks);
}

void SearchController::begin(SearchRequest request, bool asks)
{
    const std::vector<MethodInfo> methods = m_engine->methods();
    const auto method = std::ranges::find(methods, request.settings.method, &MethodInfo::name);
    m_publisher.clear();
    request.run = m_run.begin();
    m_inversion.setRun(request.run);
    request.stop = m_run.stop();
    request.workspace = m_state.workspace();
    request.needsModel = method != methods.end() && method->needsModel;
    request.recordIn = m_recordFolder;
    if (asks)
        request.ask = m_desk.asker();
    m_recorded = request.resumes || !m_recordFolder.isEmpty();
    m_state.beginRun(request.settings, request.dataset);
    m_state.setPhase(RunPhase::Starting);
    m_worker->post(&SearchWorker::start, request);
}

void SearchController::pause()
{
    if (m_state.phase() != RunPhase::Running)
        return;
    m_state.setPhase(RunPhase::Pausing);
    m_worker->post(&SearchWorker::pause, m_run.id());
}

void SearchController::resume()
{
    if (m_state.phase() != RunPhase::Paused)
        return;
    m_state.setPhase(RunPhase::Running);
    m_worker->post(&SearchWorker::resume, m_run.id());
}

void SearchController::step(Advance how)
{
    if (m_state.phase() != RunPhase::Paused)
        return;
    m_state.setPhase(RunPhase::Running);
    m_worker->post(&SearchWorker::step, m_run.id(), how);
}

void SearchController::stop()
{
    m_inversion.stop(); // the worker does one job at a time, and the end of the run must not wait for this one
    if (!isActive(m_state.phase()) || m_state.phase() == RunPhase::Stopping)
        return;
    m_state.setPhase(RunPhase::Stopping);
    m_run.requestStop();
    m_worker->post(&SearchWorker::finish, m_run.id());
}

void SearchController::shutdown()
{
    m_opening.requestStop();
    m_run.requestStop();
    m_inversion.stop();
    m_worker->shutdown();
    m_publisher.clear();
}

void SearchController::onOpened(const QString& nameOrPath, const WorkspacePtr& workspace)
{
    m_opening.finish();
    m_workspace = m_opening.id();
    m_run.abandon(); // its cells belong to another table
    m_inversion.setRun(m_run.id());
    m_recorded = false;
    m_publisher.clear();
    m_state.setWorkspace(workspace);
    m_state.setOpening(false);
    emit opened(nameOrPath);
}

void SearchController::onOpenFailed(const QString& sentence)
{
    m_opening.finish();
    m_state.setOpening(false);
    emit openFailed(sentence);
}

void SearchController::onTraining(const SearchTraining& training)
{
    if (!m_state.workspace() || !m_state.workspace()->live)
        return;
    CellTrainings& trainings = m_state.trainings();
    if (training.epoch)
        return trainings.addEpoch(training.cell, *training.epoch);
    const CellTraining* before = trainings.of(training.cell);
    CellTraining now{.status = CellTraining::Status::Training,
                     .images = QString::fromStdString(liveImages(m_state.workspace()->live->source())),
                     .query = training.query};
    if (training.ended && before != nullptr)
        now.epochs = before->epochs;
    if (training.ended)
        now.status = training.result ? CellTraining::Status::Done : CellTraining::Status::Failed;
    now.result = training.result;
    trainings.set(training.cell, std::move(now));
}

void SearchController::onPhase(RunPhase phase)
{
    if (m_state.phase() == RunPhase::Stopping)
        return; // its end will arrive
    if (phase == RunPhase::Paused)
        m_publisher.publish();
    m_state.setPhase(phase);
}

void SearchController::onEnded(RunEnd end, const QString& sentence)
{
    m_publisher.publish();
    m_state.setPhase(RunPhase::Ended);
    if (end == RunEnd::Failed)
        emit runFailed(sentence);
    emit runEnded(end);
}

} // namespace inverso::ui
