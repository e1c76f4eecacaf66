// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/inversion_controller.h"
#include "ui/worker/label_desk.h"
#include "ui/worker/messages.h"
#include "ui/worker/run_publisher.h"
#include "ui/worker/search_engine.h"

#include <QObject>

#include <memory>

namespace inverso::ui {

class ExplorerState;
class WorkerLink;

/// The window's handle on the search worker: turns commands into queued calls, and replies into changes of the
/// ExplorerState. Every request has a number, and only replies to the newest request of each kind are used: late
/// replies of an old table or run never reach a new one. Never blocks, except shutdown(). GUI thread only.
class SearchController : public QObject
{
    Q_OBJECT

public:
    SearchController(SearchEnginePtr engine, ExplorerState& state, QObject* parent = nullptr);
    /// Shuts down.
    ~SearchController() override;

    [[nodiscard]] std::vector<MethodInfo> methods() const { return m_engine->methods(); }
    [[nodiscard]] bool isOpening() const { return m_opening.isRunning(); }
    [[nodiscard]] LabelDesk& desk() { return m_desk; }
    /// Of the run's model.
    [[nodiscard]] InversionController& inversion() { return m_inversion; }
    /// Records every later run in its own session file in this folder, so that it is not lost after a crash; this
    /// object deletes the files. Empty: runs are not recorded.
    void setRecordFolder(const QString& folder) { m_recordFolder = folder; }
    /// Whether the run is recorded in a session file.
    [[nodiscard]] bool isRecorded() const { return m_recorded; }

public slots:
    /// Opens a table (a name of findTables() or a path), or images to train on ("live:fashion-mnist", "live:FOLDER"),
    /// and the weights. Stops the run, generations and measurements first, and cancels the previous opening. Meanwhile
    /// nothing can be started, generated or measured.
    void open(const QString& nameOrPath);
    void cancelOpening();
    /// Opens the benchmark of a session, as open(); then resumes its first unfinished search. openFailed() reports
    /// errors, such as a session in use.
    void resumeSession(const QString& path);
    /// Copies the current session of the run to that file; the reply is sessionSaved().
    void saveSession(const QString& path);
    /// Stores a text with the run's session; does nothing without one.
    void annotate(const QString& name, const QString& text);
    /// Starts a search on the open benchmark, which pauses after `first`. With `asks`, the desk() asks the user for
    /// missing labels. Does nothing while a run is active or a benchmark is being opened.
    void start(const inverso::SearchSettings& settings, const std::string& dataset,
               inverso::ui::Advance first = inverso::ui::Advance::Run, bool asks = false);
    void pause();
    void resume();
    /// Does a phase, or the rest of the round, then pauses.
    void step(inverso::ui::Advance how = inverso::ui::Advance::Round);
    /// Stops the run; cancels generations and measurements.
    void stop();
    /// Stops everything and joins the thread; within about 100 ms of the longest uninterruptible part.
    void shutdown();

signals:
    /// The benchmark that is being opened; for a session it is known once the file has been read.
    void opening(const QString& nameOrPath);
    /// The state has the benchmark.
    void opened(const QString& nameOrPath);
    /// Empty if it was cancelled.
    void openFailed(const QString& sentence);
    /// After opened(), of resumeSession(): the search is resumed.
    void sessionOpened(const inverso::ui::OpenedSession& session);
    /// The run continues without a file.
    void notRecorded(const QString& sentence);
    /// Empty if it was saved.
    void sessionSaved(const QString& sentence);
    /// The settings were refused, or the run failed.
    void runFailed(const QString& sentence);
    void runEnded(inverso::ui::RunEnd end);

private:
    void connectOpening();
    void connectRun();
    [[nodiscard]] OpenRequest beginOpening(const QString& nameOrPath);
    void begin(SearchRequest request, bool asks);
    void onOpened(const QString& nameOrPath, const WorkspacePtr& workspace);
    void onOpenFailed(const QString& sentence);
    void onTraining(const SearchTraining& training);
    void onPhase(RunPhase phase);
    void onEnded(RunEnd end, const QString& sentence);

    SearchEnginePtr m_engine;
    ExplorerState& m_state;
    LabelDesk m_desk;
    std::unique_ptr<WorkerLink> m_worker; ///< declared before the receivers of its replies
    InversionController m_inversion;
    RunPublisher m_publisher;
    JobTracker m_opening;
    JobId m_workspace = 0; ///< the request that opened the workspace
    JobTracker m_run;
    JobTracker m_saving;
    QString m_recordFolder;
    bool m_recorded = false;
};

} // namespace inverso::ui
