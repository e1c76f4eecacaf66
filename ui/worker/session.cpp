// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/session.h"

#include "core/base/error.h"
#include "core/benchmark/live_name.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/worker/search_worker.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace inverso::ui {

namespace {

constexpr int publishMilliseconds = 40;

} // namespace

Session::Session(SearchEnginePtr engine, ExplorerState& state, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
    , m_state(state)
{
    m_publishTimer.setSingleShot(true);
    connect(&m_publishTimer, &QTimer::timeout, this, &Session::publish);
    m_worker = new SearchWorker(m_engine);
    m_worker->moveToThread(&m_thread);
    connectWorker();
    m_thread.setObjectName(QStringLiteral("inverso worker"));
    m_thread.start();
}

Session::~Session()
{
    shutdown();
}

void Session::connectWorker()
{
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SearchWorker::opened, this, &Session::onOpened);
    connect(m_worker, &SearchWorker::encoded, this, [this](const WorkspacePtr& workspace) {
        // A run that began meanwhile may have brought others.
        if (m_state.workspace() && m_state.workspace()->table == workspace->table && !m_state.workspace()->latents)
            m_state.setLatents(workspace);
    });
    connect(m_worker, &SearchWorker::openFailed, this, &Session::onOpenFailed);
    connect(m_worker, &SearchWorker::openingBenchmark, this, &Session::opening);
    connect(m_worker, &SearchWorker::sessionOpened, this, [this](const OpenedSession& session) {
        SearchRequest request;
        request.settings = session.settings;
        request.dataset = session.dataset;
        request.goesOn = true;
        begin(std::move(request), session.asks);
        emit sessionOpened(session);
    });
    connect(m_worker, &SearchWorker::sessionSaved, this, &Session::sessionSaved);
    connect(m_worker, &SearchWorker::notRecorded, this, [this](RunId run, const QString& sentence) {
        if (run != m_run)
            return;
        m_recorded = false;
        emit notRecorded(sentence);
    });
    connect(m_worker, &SearchWorker::training, this, &Session::onTraining);
    connect(m_worker, &SearchWorker::latentsChanged, this, [this](RunId run, const WorkspacePtr& workspace) {
        if (run == m_run)
            m_state.setLatents(workspace);
    });
    connect(m_worker, &SearchWorker::started, this, [this](RunId run) { onPhase(run, RunPhase::Running); });
    connect(m_worker, &SearchWorker::paused, this, [this](RunId run) { onPhase(run, RunPhase::Paused); });
    connect(m_worker, &SearchWorker::advanced, this, &Session::receive);
    connect(m_worker, &SearchWorker::ended, this, &Session::onEnded);
    connect(m_worker, &SearchWorker::generated, this, &Session::onGenerated);
    connect(m_worker, &SearchWorker::generateFailed, this, &Session::onGenerateFailed);
    connect(m_worker, &SearchWorker::evaluating, this, &Session::evaluating);
    connect(m_worker, &SearchWorker::evaluated, this, &Session::onEvaluated);
    connect(m_worker, &SearchWorker::evaluateFailed, this, [this](const QString& sentence) {
        emit evaluating(-1.0);
        if (!sentence.isEmpty())
            emit evaluateFailed(sentence);
    });
}

template <typename Call> void Session::post(Call call)
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, std::move(call), Qt::QueuedConnection);
}

void Session::open(const QString& nameOrPath)
{
    stop();
    cancelOpening();
    m_openStop = {};
    ++m_openings;
    emit opening(nameOrPath);
    post([worker = m_worker, nameOrPath, stop = m_openStop.get_token()] { worker->open(nameOrPath, stop); });
}

void Session::goOn(const QString& path)
{
    stop();
    cancelOpening();
    m_openStop = {};
    ++m_openings;
    post([worker = m_worker, path, stop = m_openStop.get_token()] { worker->openSession(path, stop); });
}

void Session::saveSession(const QString& path)
{
    post([worker = m_worker, path] { worker->saveSession(path); });
}

void Session::annotate(const QString& name, const QString& text)
{
    if (m_recorded)
        post([worker = m_worker, name, text] { worker->annotate(name, text); });
}

void Session::cancelOpening()
{
    m_openStop.request_stop();
}

void Session::start(const SearchSettings& settings, const std::string& dataset, Advance first, bool asks)
{
    if (isActive(m_state.phase()) || !m_state.workspace())
        return;
    SearchRequest request;
    try {
        request.settings = m_engine->resolve(settings);
    } catch (const std::exception& error) {
        emit runFailed(QString::fromUtf8(error.what()));
        return;
    }
    request.dataset = dataset;
    request.first = first;
    begin(std::move(request), asks);
}

void Session::begin(SearchRequest request, bool asks)
{
    const std::vector<MethodInfo> methods = m_engine->methods();
    const auto method = std::ranges::find(methods, request.settings.method, &MethodInfo::name);
    m_runStop = {};
    m_generateStop.request_stop(); // its model is about to go
    m_evaluateStop.request_stop();
    request.run = ++m_run;
    request.workspace = m_state.workspace();
    request.needsModel = method != methods.end() && method->needsModel;
    request.recordIn = m_recordFolder;
    if (asks)
        request.ask = m_desk.asker();
    request.stop = m_runStop.get_token();
    m_recorded = request.goesOn || !m_recordFolder.isEmpty();
    m_pending = {};
    m_hasPending = false;
    m_state.beginRun(request.settings, request.dataset);
    m_state.setPhase(RunPhase::Starting);
    post([worker = m_worker, request] { worker->start(request); });
}

void Session::pause()
{
    if (m_state.phase() != RunPhase::Running)
        return;
    m_state.setPhase(RunPhase::Pausing);
    post([worker = m_worker] { worker->pause(); });
}

void Session::resume()
{
    if (m_state.phase() != RunPhase::Paused)
        return;
    m_state.setPhase(RunPhase::Running);
    post([worker = m_worker] { worker->resume(); });
}

void Session::step(Advance how)
{
    if (m_state.phase() != RunPhase::Paused)
        return;
    m_state.setPhase(RunPhase::Running);
    post([worker = m_worker, how] { worker->step(how); });
}

void Session::stop()
{
    if (!isActive(m_state.phase()) || m_state.phase() == RunPhase::Stopping)
        return;
    m_state.setPhase(RunPhase::Stopping);
    m_runStop.request_stop();
    post([worker = m_worker, run = m_run] { worker->finish(run); });
}

void Session::generate(double target, const Generation& how)
{
    m_generateStop.request_stop();
    m_generateStop = {};
    GenerateRequest request;
    request.target = target;
    request.count = how.count;
    request.noise = how.noise;
    request.seed =
        how.seed != 0 ? how.seed : Rng(m_state.run().settings().seed).split(m_state.generations().size()).next();
    request.stop = m_generateStop.get_token();
    if (m_generations++ == 0)
        emit generating(true);
    post([worker = m_worker, request] { worker->generate(request); });
}

void Session::evaluate()
{
    m_evaluateStop.request_stop();
    m_evaluateStop = {};
    EvaluateRequest request;
    request.seed = m_state.run().settings().seed;
    request.stop = m_evaluateStop.get_token();
    emit evaluating(0.0);
    post([worker = m_worker, request] { worker->evaluate(request); });
}

void Session::cancelEvaluation()
{
    m_evaluateStop.request_stop();
}

void Session::shutdown()
{
    if (m_worker == nullptr)
        return;
    m_openStop.request_stop();
    m_runStop.request_stop();
    m_generateStop.request_stop();
    m_evaluateStop.request_stop();
    m_worker->disconnect(this);
    m_worker = nullptr;
    m_publishTimer.stop();
    m_thread.quit();
    m_thread.wait();
}

void Session::receive(RunId run, const RunUpdate& update)
{
    if (run != m_run)
        return;
    std::copy(update.rounds.begin(), update.rounds.end(), std::back_inserter(m_pending.rounds));
    m_pending.activeSeconds = update.activeSeconds;
    m_pending.phase = update.phase;
    if (update.snapshot)
        m_pending.snapshot = update.snapshot;
    m_hasPending = true;
    if (m_publishTimer.isActive())
        return;
    const qint64 since = m_sincePublish.isValid() ? m_sincePublish.elapsed() : publishMilliseconds;
    m_publishTimer.start(static_cast<int>(std::max<qint64>(0, publishMilliseconds - since)));
}

void Session::publish()
{
    m_publishTimer.stop();
    if (!m_hasPending)
        return;
    RunUpdate update = std::exchange(m_pending, {});
    m_hasPending = false;
    m_sincePublish.start();
    if (!update.rounds.empty())
        m_state.appendRounds(std::move(update.rounds), update.activeSeconds);
    m_state.setSteppedPhase(std::move(update.phase));
    if (update.snapshot)
        m_state.setSnapshot(std::move(update.snapshot));
}

void Session::onOpened(const WorkspacePtr& workspace)
{
    --m_openings;
    m_state.setWorkspace(workspace);
    emit opened();
}

void Session::onOpenFailed(const QString& sentence)
{
    if (--m_openings == 0 || !sentence.isEmpty()) // else it gave way to a newer one
        emit openFailed(sentence);
}

void Session::onTraining(RunId run, const SearchTraining& training)
{
    if (run != m_run || !m_state.workspace() || !m_state.workspace()->live)
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

void Session::onPhase(RunId run, RunPhase phase)
{
    if (run != m_run || m_state.phase() == RunPhase::Stopping)
        return; // its end is on the way
    if (phase == RunPhase::Paused)
        publish();
    m_state.setPhase(phase);
}

void Session::onEnded(RunId run, RunEnd end, const QString& sentence)
{
    if (run != m_run)
        return;
    publish();
    m_state.setPhase(RunPhase::Ended);
    if (end == RunEnd::Failed)
        emit runFailed(sentence);
    emit runEnded(end);
}

void Session::onGenerated(RunId run, const GeneratedCells& cells)
{
    if (--m_generations == 0)
        emit generating(false);
    if (run == m_run)
        m_state.addGeneration(cells);
}

void Session::onEvaluated(RunId run, const InversionReportPtr& report)
{
    emit evaluating(-1.0);
    if (run == m_run)
        m_state.setInversionReport(report);
}

void Session::onGenerateFailed(const QString& sentence)
{
    if (--m_generations == 0)
        emit generating(false);
    if (!sentence.isEmpty())
        emit generateFailed(sentence);
}

} // namespace inverso::ui
