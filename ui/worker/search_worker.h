// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/messages.h"
#include "ui/worker/recording.h"
#include "ui/worker/workspace_loader.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace inverso::ui {

class RunDriver;

/// Runs the core on its own thread, a slice of rounds per turn of that thread's event loop, so that
/// pause, step and generate are plain queued calls that take effect between rounds. Stop is the
/// std::stop_token in the request, polled inside the rounds. Nothing is thrown across threads: an error arrives as a
/// …Failed signal with a sentence, which is empty if the job was stopped.
///
/// Every reply begins with the number of its job. A command for a run that no longer exists does nothing.
class SearchWorker : public QObject
{
    Q_OBJECT

public:
    explicit SearchWorker(SearchEnginePtr engine);
    ~SearchWorker() override;

public slots:
    void open(const inverso::ui::OpenRequest& request);
    /// Opens a session to resume its search, and its benchmark; a SearchRequest that resumes it follows.
    void openSession(const inverso::ui::OpenRequest& request);
    /// Stores a text with the run's session, if it has one.
    void annotate(inverso::ui::RunId run, const QString& name, const QString& text);
    /// Copies the run's session to that file.
    void saveSession(const inverso::ui::SaveRequest& request);
    /// Replaces the previous run.
    void start(const inverso::ui::SearchRequest& request);
    void pause(inverso::ui::RunId run);
    void resume(inverso::ui::RunId run);
    /// One phase, or the rest of the round, then pause.
    void step(inverso::ui::RunId run, inverso::ui::Advance how);
    /// Ends a paused run; one in a round ends by its stop token.
    void finish(inverso::ui::RunId run);
    void generate(const inverso::ui::GenerateRequest& request);
    void evaluate(const inverso::ui::EvaluateRequest& request);

signals:
    /// The benchmark of a session, which is opened now.
    void opening(inverso::ui::JobId job, const QString& nameOrPath);
    void opened(inverso::ui::JobId job, const QString& nameOrPath, const inverso::ui::WorkspacePtr& workspace);
    /// Sent again when its latents have been computed, or cannot be: its ready map was enough to open it.
    void encoded(inverso::ui::JobId job, const inverso::ui::WorkspacePtr& workspace);
    void openFailed(inverso::ui::JobId job, const QString& sentence);
    /// After opened(): the search to resume.
    void sessionOpened(inverso::ui::JobId job, const inverso::ui::OpenedSession& session);
    void started(inverso::ui::RunId run);
    /// The run is not recorded, or no longer.
    void notRecorded(inverso::ui::RunId run, const QString& sentence);
    /// `sentence` is empty if it was saved.
    void sessionSaved(inverso::ui::JobId job, const QString& sentence);
    /// The run's preset has other weights than the map shows: the same benchmark with those.
    void latentsChanged(inverso::ui::RunId run, const inverso::ui::WorkspacePtr& workspace);
    void advanced(inverso::ui::RunId run, const inverso::ui::RunUpdate& update);
    void paused(inverso::ui::RunId run);
    /// The search waits for a training, or has stopped waiting.
    void training(inverso::ui::RunId run, const inverso::ui::SearchTraining& training);
    /// `sentence` is empty unless the run failed.
    void ended(inverso::ui::RunId run, inverso::ui::RunEnd end, const QString& sentence);
    void generated(inverso::ui::JobId job, const inverso::ui::GeneratedCells& cells);
    void generateFailed(inverso::ui::JobId job, const QString& sentence);
    /// 0…1, at most every 40 ms.
    void evaluating(inverso::ui::JobId job, double fraction);
    void evaluated(inverso::ui::JobId job, const inverso::ui::InversionReportPtr& report);
    void evaluateFailed(inverso::ui::JobId job, const QString& sentence);

private:
    using Failed = void (SearchWorker::*)(JobId, const QString&);
    template <typename Work> void attempt(JobId job, Failed failed, Work work);
    [[nodiscard]] RunDriver* driverOf(RunId run) const;
    [[nodiscard]] SessionFile* fileOf(RunId run) const;
    [[nodiscard]] RunDriver& modelOf(RunId run) const;
    [[nodiscard]] bool isActive(RunId run) const { return m_active && driverOf(run) != nullptr; }
    void makeDriver(const SearchRequest& request);
    [[nodiscard]] std::optional<Recording> recordingFor(const SearchRequest& request, const LatentSpace* latents);
    void noteTemporary(const QString& folder);
    void schedule();
    void advance();
    void end(RunEnd how, const QString& sentence = {});

    SearchEnginePtr m_engine;
    WorkspaceLoader m_loader;
    std::optional<Recording> m_opened;   ///< to be resumed
    QStringList m_temporary;             ///< files to delete on a clean exit
    std::unique_ptr<RunDriver> m_driver; ///< kept after the run ended: its model can still be inverted
    std::optional<Advance> m_going;      ///< none: paused
    bool m_active = false;
    bool m_scheduled = false;
};

} // namespace inverso::ui
