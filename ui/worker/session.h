// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/label_desk.h"
#include "ui/worker/messages.h"
#include "ui/worker/search_engine.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>
#include <QTimer>

namespace inverso::ui {

class ExplorerState;
class SearchWorker;

/// The window's handle on the worker: turns commands into queued calls, and what comes back into
/// changes of the ExplorerState, at most every 40 ms. Never blocks, except shutdown(). GUI thread only.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(SearchEnginePtr engine, ExplorerState& state, QObject* parent = nullptr);
    /// Shuts down.
    ~Session() override;

    [[nodiscard]] std::vector<MethodInfo> methods() const { return m_engine->methods(); }
    [[nodiscard]] bool isOpening() const { return m_openings > 0; }
    [[nodiscard]] bool isGenerating() const { return m_generations > 0; }
    [[nodiscard]] LabelDesk& desk() { return m_desk; }
    /// From now on every run is written to a session file of its own in this folder, so that it is not lost when the
    /// program dies; the files go with this object. Empty: none is.
    void setRecordFolder(const QString& folder) { m_recordFolder = folder; }
    /// Whether the run is written to a session file.
    [[nodiscard]] bool isRecorded() const { return m_recorded; }

    /// What a generation may be told beside its target.
    struct Generation
    {
        int count = 32;
        double noise = 0.8;     ///< InversionSettings::noise
        std::uint64_t seed = 0; ///< 0: another one each time, derived from the run's
    };

public slots:
    /// Loads a table (a name of findTables() or a path), or images to train on ("live:fashion-mnist", "live:FOLDER"),
    /// and the weights. A run is stopped first, and images that are still being read are given up.
    void open(const QString& nameOrPath);
    void cancelOpening();
    /// Opens a session's benchmark and goes on with its first search that has not come to its end. A run is stopped
    /// first. What cannot be opened, as a session that is in use, is told by openFailed().
    void goOn(const QString& path);
    /// Copies the run's session, as far as it is, to that file; sessionSaved() tells.
    void saveSession(const QString& path);
    /// Keeps a text with the run's session; without one nothing happens.
    void annotate(const QString& name, const QString& text);
    /// Starts a search on the open benchmark, which pauses after `first`. With `asks`, labels that the table lacks
    /// are asked for at the desk().
    void start(const inverso::SearchSettings& settings, const std::string& dataset,
               inverso::ui::Advance first = inverso::ui::Advance::Run, bool asks = false);
    void pause();
    void resume();
    /// A phase, or what is left of the round, then pause.
    void step(inverso::ui::Advance how = inverso::ui::Advance::Round);
    void stop();
    /// Inverts a target accuracy (percent) into cells; a generation in progress is given up for it.
    void generate(double target, const inverso::ui::Session::Generation& how);
    /// Measures the inversion of the run's model over many targets.
    void evaluate();
    void cancelEvaluation();
    /// Stops everything and joins the thread; within about 100 ms of the longest uninterruptible part.
    void shutdown();

signals:
    void opening(const QString& nameOrPath);
    void opened();
    /// Empty: it was cancelled.
    void openFailed(const QString& sentence);
    /// After opened(), of goOn(): the search goes on.
    void sessionOpened(const inverso::ui::OpenedSession& session);
    /// The run goes on, but not in a file.
    void notRecorded(const QString& sentence);
    /// Empty: it was.
    void sessionSaved(const QString& sentence);
    /// The settings were refused, or the run broke off.
    void runFailed(const QString& sentence);
    void runEnded(inverso::ui::RunEnd end);
    void generating(bool busy);
    void generateFailed(const QString& sentence);
    /// 0…1 while inversion is measured; negative when that has ended.
    void evaluating(double fraction);
    void evaluateFailed(const QString& sentence);

private:
    void connectWorker();
    void begin(SearchRequest request, bool asks);
    void receive(RunId run, const RunUpdate& update);
    void publish();
    void onOpened(const WorkspacePtr& workspace);
    void onOpenFailed(const QString& sentence);
    void onTraining(RunId run, const SearchTraining& training);
    void onPhase(RunId run, RunPhase phase);
    void onEnded(RunId run, RunEnd end, const QString& sentence);
    void onGenerated(RunId run, const GeneratedCells& cells);
    void onGenerateFailed(const QString& sentence);
    void onEvaluated(RunId run, const InversionReportPtr& report);
    template <typename Call> void post(Call call);

    SearchEnginePtr m_engine;
    ExplorerState& m_state;
    LabelDesk m_desk;
    QThread m_thread;
    SearchWorker* m_worker = nullptr; ///< lives on m_thread, which deletes it

    RunId m_run = 0;
    QString m_recordFolder;
    bool m_recorded = false;
    std::stop_source m_runStop;
    std::stop_source m_generateStop;
    std::stop_source m_evaluateStop;
    int m_generations = 0; ///< waiting for an answer
    std::stop_source m_openStop;
    int m_openings = 0; ///< waiting for an answer

    RunUpdate m_pending;
    bool m_hasPending = false;
    QTimer m_publishTimer;
    QElapsedTimer m_sincePublish;
};

} // namespace inverso::ui
