// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/job_tracker.h"
#include "ui/worker/search_engine.h"

#include <QObject>
#include <QThread>

#include <stop_token>

namespace inverso::ui {

class ExplorerState;

/// Trains cells on images, one after another, on its own thread in parallel with the search; the results go into the
/// state's CellTrainings, with those of earlier sessions. GUI thread only; never blocks, except when it is destroyed.
class TrainingSession : public QObject
{
    Q_OBJECT

public:
    TrainingSession(SearchEnginePtr engine, ExplorerState& state, QObject* parent = nullptr);
    /// Stops and joins the thread.
    ~TrainingSession() override;

public slots:
    /// Trains on those images ("fashion-mnist" or a folder). Cells that are queued or being trained are not affected.
    void train(inverso::CellIndex cell, const QString& images);
    void cancel(inverso::CellIndex cell);
    /// Cancels all queued trainings.
    void cancelAll();

signals:
    /// Why a cell could not be trained.
    void failed(inverso::CellIndex cell, const QString& sentence);

private:
    class Worker;
    struct Job
    {
        JobId id = 0;
        std::stop_source stop;
    };
    void forgetCells();
    void onWorkspace();
    void wake();
    [[nodiscard]] bool isWanted(CellIndex cell, JobId job) const;
    void finish(CellIndex cell, JobId job, std::optional<TrainingRecord> result, const QString& problem);

    ExplorerState& m_state;
    QThread m_thread;
    Worker* m_worker;                ///< lives on m_thread, which deletes it
    std::map<CellIndex, Job> m_jobs; ///< of the open benchmark's cells; reports about other jobs are ignored
    JobId m_lastJob = 0;
    std::stop_source m_findStop;
};

} // namespace inverso::ui
