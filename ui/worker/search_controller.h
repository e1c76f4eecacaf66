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
/// ExplorerState. Every request has a number, and a reply to one that is no longer the newest of its kind is dropped:
/// what an old table or run still sends never reaches a new one. Never blocks, except shutdown(). GUI thread only.
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
    /// From now on every run is written to a session file of its own in this folder, so that it is not lost when the
    /// program dies; the files go with this object. Empty: none is.
    void setRecordFolder(const QString& folder) { m_recordFolder = folder; }
    /// Whether the run is written to a session file.
    [[nodiscard]] bool isRecorded() const { return m_recorded; }

public slots:
    /// Opens a table (a name of findTables() or a path), or images to train on ("live:fashion-mnist", "live:FOLDER"),
    /// and the weights. Stops the run, generations and measurements first, and gives up what is still being opened.
    /// While it lasts nothing can be started, generated or measured.
    void open(const QString& nameOrPath);
    void cancelOpening();
    /// As open(), of a session's benchmark; then resumes its first unfinished search. openFailed() reports what cannot
    /// be opened, such as a session in use.
    void resumeSession(const QString& path);
    /// Copies the run's session, as far as it is, to that file; replied by sessionSaved().
    void saveSession(const QString& path);
    /// Keeps a text with the run's session; without one nothing happens.
    void annotate(const QString& name, const QString& text);
    /// Starts a search on the open benchmark, which pauses after `first`. With `asks`, labels that the table lacks
    /// are asked for at the desk(). Does nothing while a run is active or a benchmark is being opened.
    void start(const inverso::SearchSettings& settings, const std::string& dataset,
               inverso::ui::Advance first = inverso::ui::Advance::Run, bool asks = false);
    void pause();
    void resume();
    /// A phase, or what is left of the round, then pause.
    void step(inverso::ui::Advance how = inverso::ui::Advance::Round);
    /// Stops the run; generations and measurements are given up.
    void stop();
    /// Stops everything and joins the thread; within about 100 ms of the longest uninterruptible part.
    void shutdown();

signals:
    /// A benchmark; of a session it is known once the file has been read.
    void opening(const QString& nameOrPath);
    /// The state has the benchmark.
    void opened(const QString& nameOrPath);
    /// Empty: it was cancelled.
    void openFailed(const QString& sentence);
    /// After opened(), of resumeSession(): the search is resumed.
    void sessionOpened(const inverso::ui::OpenedSession& session);
    /// The run continues without a file.
    void notRecorded(const QString& sentence);
    /// Empty: it was.
    void sessionSaved(const QString& sentence);
    /// The settings were refused, or the run broke off.
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
    std::unique_ptr<WorkerLink> m_worker; ///< before all that it replies to
    InversionController m_inversion;
    RunPublisher m_publisher;
    JobTracker m_opening;
    JobId m_workspace = 0; ///< the opening that made the workspace
    JobTracker m_run;
    JobTracker m_saving;
    QString m_recordFolder;
    bool m_recorded = false;
};

} // namespace inverso::ui
