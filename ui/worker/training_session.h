// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/job_tracker.h"
#include "ui/worker/search_engine.h"

#include <QObject>
#include <QThread>

#include <stop_token>

namespace inverso::ui {

class ExplorerState;

/// Trains cells for real, one after another, on a thread of its own beside the search; what comes of it goes
/// into the state's CellTrainings, with what was trained in earlier sessions. GUI thread only; never blocks, except
/// when it is destroyed.
class TrainingSession : public QObject
{
    Q_OBJECT

public:
    TrainingSession(SearchEnginePtr engine, ExplorerState& state, QObject* parent = nullptr);
    /// Stops and joins the thread.
    ~TrainingSession() override;

public slots:
    /// On those images ("fashion-mnist" or a folder). A cell that waits or is being trained stays as it is.
    void train(inverso::CellIndex cell, const QString& images);
    void cancel(inverso::CellIndex cell);
    /// Gives up all that wait.
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
    std::map<CellIndex, Job> m_jobs; ///< of the open benchmark's cells; what others still report is late
    JobId m_lastJob = 0;
    std::stop_source m_findStop;
};

} // namespace inverso::ui
