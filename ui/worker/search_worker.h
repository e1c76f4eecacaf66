// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/messages.h"
#include "ui/worker/recording.h"
#include "ui/worker/search_engine.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>

namespace inverso::ui {

class RunDriver;

/// Runs the core on a thread of its own, a slice of rounds per turn of that thread's event loop, so that
/// pause, step and generate are plain queued calls that take effect between rounds. Stop is the
/// std::stop_token in the request, polled inside the rounds. Nothing is thrown across threads: what goes
/// wrong arrives as a …Failed signal with a sentence.
class SearchWorker : public QObject
{
    Q_OBJECT

public:
    explicit SearchWorker(SearchEnginePtr engine);
    ~SearchWorker() override;

public slots:
    /// `stop` ends the reading of images.
    void open(const QString& nameOrPath, const std::stop_token& stop);
    /// Opens a session to go on with it, and its benchmark; a request that goesOn follows.
    void openSession(const QString& path, const std::stop_token& stop);
    /// Keeps a text with the run's session, if it has one.
    void annotate(const QString& name, const QString& text);
    /// Copies the run's session to that file.
    void saveSession(const QString& path);
    /// Replaces the run there was.
    void start(const inverso::ui::SearchRequest& request);
    void pause();
    void resume();
    /// One phase, or the rest of the round, then pause.
    void step(inverso::ui::Advance how);
    /// Ends a paused run; one in a round ends by its stop token.
    void finish(inverso::ui::RunId run);
    void generate(const inverso::ui::GenerateRequest& request);
    void evaluate(const inverso::ui::EvaluateRequest& request);

signals:
    void opened(const inverso::ui::WorkspacePtr& workspace);
    /// The same once more, when its latents have been computed, or cannot be: its ready map was good enough to open.
    void encoded(const inverso::ui::WorkspacePtr& workspace);
    /// Empty: it was stopped.
    void openFailed(const QString& sentence);
    void started(inverso::ui::RunId run);
    /// The name of the benchmark that a session is of, before that is opened.
    void openingBenchmark(const QString& nameOrPath);
    /// After opened(): what there is to go on with.
    void sessionOpened(const inverso::ui::OpenedSession& session);
    /// The run is not written to a file (any more).
    void notRecorded(inverso::ui::RunId run, const QString& sentence);
    /// Empty: it was.
    void sessionSaved(const QString& sentence);
    /// The run's preset has other weights than the map shows: the same benchmark with those.
    void latentsChanged(inverso::ui::RunId run, const inverso::ui::WorkspacePtr& workspace);
    void advanced(inverso::ui::RunId run, const inverso::ui::RunUpdate& update);
    void paused(inverso::ui::RunId run);
    /// The search waits for a training, or no longer.
    void training(inverso::ui::RunId run, const inverso::ui::SearchTraining& training);
    /// `sentence` is empty unless the run failed.
    void ended(inverso::ui::RunId run, inverso::ui::RunEnd end, const QString& sentence);
    void generated(inverso::ui::RunId run, const inverso::ui::GeneratedCells& cells);
    /// Empty: it was cancelled for a newer one.
    void generateFailed(const QString& sentence);
    /// 0…1, at most every 40 ms.
    void evaluating(double fraction);
    void evaluated(inverso::ui::RunId run, const inverso::ui::InversionReportPtr& report);
    /// Empty: it was cancelled.
    void evaluateFailed(const QString& sentence);

private:
    [[nodiscard]] std::shared_ptr<Workspace> workspaceOf(const SessionHeader& header, const SearchSettings& settings,
                                                         const std::stop_token& stop);
    [[nodiscard]] std::optional<Recording> recordingFor(const SearchRequest& request, const LatentSpace* latents);
    void openBenchmark(Workspace& workspace, const QString& nameOrPath, const std::stop_token& stop) const;
    void addUsualLatents(Workspace& workspace, const MapLayoutPtr& shipped);
    MapLayoutPtr shippedMap(const SearchSpace& space, Preset preset);
    std::shared_ptr<const LatentSpace> latents(const SearchSpace& space, Preset preset);
    static std::vector<MapLayoutPtr> readyLayouts(const LatentSpace& latents, const MapLayoutPtr& shipped);
    std::shared_ptr<const LatentSpace> latentsFor(const SearchRequest& request);
    void noteTemporary(const QString& folder);
    void schedule();
    void advance();
    void end(RunEnd how, const QString& sentence = {});

    SearchEnginePtr m_engine;
    std::map<std::pair<std::string, Preset>, std::shared_ptr<const LatentSpace>> m_latents;
    std::map<std::pair<std::string, Preset>, MapLayoutPtr> m_maps; ///< shipped
    std::optional<Recording> m_opened;                             ///< to go on with
    QStringList m_temporary;                                       ///< files that are of no use when this ends in peace
    std::unique_ptr<RunDriver> m_driver; ///< kept after the run ended: its model can still be inverted
    std::optional<Advance> m_going;      ///< none: paused
    bool m_active = false;
    bool m_scheduled = false;
};

} // namespace inverso::ui
