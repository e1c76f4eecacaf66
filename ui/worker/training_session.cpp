// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/training_session.h"

#include "core/base/error.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/worker/worker_words.h"

#include <utility>

namespace inverso::ui {

// Each cell is one queued call; its reports are queued calls back.
class TrainingSession::Worker : public QObject
{
public:
    Worker(SearchEnginePtr engine, TrainingSession& session)
        : m_engine(std::move(engine))
        , m_session(session)
    {
    }

    void train(const SearchSpace& space, CellIndex cell, JobId job, const QString& images, const std::stop_token& stop)
    {
        std::optional<TrainingRecord> result;
        QString problem;
        try {
            if (stop.stop_requested())
                throw Cancelled();
            if (!m_trainer || m_images != images || m_space != &space) {
                m_trainer = m_engine->openTrainer(space, images.toStdString(), stop);
                m_images = images;
                m_space = &space;
            }
            result = m_trainer->train(
                cell,
                [this, cell, job](const EpochReport& epoch) {
                    reply([cell, job, epoch](TrainingSession& session) {
                        if (session.isWanted(cell, job))
                            session.m_state.trainings().addEpoch(cell, epoch);
                    });
                },
                stop);
        } catch (const Cancelled&) {
        } catch (const std::exception& error) {
            problem = sentenceOf(error);
        }
        reply([cell, job, result, problem](TrainingSession& session) { session.finish(cell, job, result, problem); });
    }

    void find(const SearchSpace& space, const std::stop_token& stop)
    {
        try {
            reply([&space, stop, stored = m_engine->findTrainings(space, stop)](TrainingSession& session) {
                if (!stop.stop_requested())
                    session.m_state.trainings().addStored(stored);
            });
        } catch (const std::exception&) { // cancelled, or no results could be read
        }
    }

private:
    template <typename Call> void reply(Call call)
    {
        QMetaObject::invokeMethod(
            &m_session, [session = &m_session, call = std::move(call)] { call(*session); }, Qt::QueuedConnection);
    }

    SearchEnginePtr m_engine;
    TrainingSession& m_session;
    std::shared_ptr<const TrainingBenchmark> m_trainer;
    QString m_images;
    const SearchSpace* m_space = nullptr;
};

TrainingSession::TrainingSession(SearchEnginePtr engine, ExplorerState& state, QObject* parent)
    : QObject(parent)
    , m_state(state)
    , m_worker(new Worker(std::move(engine), *this))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(&m_state, &ExplorerState::workspaceAboutToChange, this, &TrainingSession::forgetCells);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &TrainingSession::onWorkspace);
    m_thread.setObjectName(QStringLiteral("inverso training"));
}

TrainingSession::~TrainingSession()
{
    cancelAll();
    if (m_thread.isRunning()) {
        m_thread.quit();
        m_thread.wait(); // deletes the worker
    } else {
        delete m_worker;
    }
}

// On first use: many windows never train a cell.
void TrainingSession::wake()
{
    if (!m_thread.isRunning())
        m_thread.start();
}

void TrainingSession::forgetCells()
{
    cancelAll();
    m_jobs.clear();
    m_state.trainings().restart(nullptr);
}

void TrainingSession::onWorkspace()
{
    m_state.trainings().restart(m_state.space());
    m_findStop = {};
    if (m_state.space() == nullptr)
        return;
    wake();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, space = m_state.space(), stop = m_findStop.get_token()] { worker->find(*space, stop); },
        Qt::QueuedConnection);
}

void TrainingSession::train(CellIndex cell, const QString& images)
{
    const CellTraining* known = m_state.trainings().of(cell);
    if (m_state.space() == nullptr || m_jobs.contains(cell) || (known != nullptr && known->isUnderWay()))
        return; // queued here, or being trained by the search
    m_state.trainings().set(cell, {.images = images});
    Job& job = m_jobs[cell];
    job.id = ++m_lastJob;
    wake();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, space = m_state.space(), cell, images, id = job.id, stop = job.stop.get_token()] {
            worker->train(*space, cell, id, images, stop);
        },
        Qt::QueuedConnection);
}

void TrainingSession::cancel(CellIndex cell)
{
    if (const auto job = m_jobs.find(cell); job != m_jobs.end())
        job->second.stop.request_stop();
}

void TrainingSession::cancelAll()
{
    for (auto& [cell, job] : m_jobs)
        job.stop.request_stop();
    m_findStop.request_stop();
}

bool TrainingSession::isWanted(CellIndex cell, JobId job) const
{
    const auto known = m_jobs.find(cell);
    return known != m_jobs.end() && known->second.id == job;
}

void TrainingSession::finish(CellIndex cell, JobId job, std::optional<TrainingRecord> result, const QString& problem)
{
    if (!isWanted(cell, job))
        return; // another table has been opened
    m_jobs.erase(cell);
    const CellTraining* before = m_state.trainings().of(cell);
    if (before == nullptr)
        return;
    CellTraining after = *before;
    after.status = result ? CellTraining::Status::Done : CellTraining::Status::Failed;
    after.result = result;
    after.problem = problem;
    m_state.trainings().set(cell, std::move(after));
    if (!problem.isEmpty())
        emit failed(cell, problem);
}

} // namespace inverso::ui
