// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/messages.h"
#include "ui/worker/recording.h"
#include "ui/worker/search_engine.h"

#include "core/session/continued_search.h"

#include <QElapsedTimer>

namespace inverso::ui {

/// One run: its benchmark, its counted queries, its strategy. Lives on the worker's thread and has no signals.
class RunDriver
{
public:
    using Trained = std::function<void(const SearchTraining&)>;

    /// `trained` is called for the trainings that the search waits for. With a recording, continues from it and writes
    /// every finished round to it. Throws Error if the strategy cannot be created.
    RunDriver(const SearchRequest& request, SearchEngine& engine, std::shared_ptr<const LatentSpace> latents,
              std::optional<Recording> recording, Trained trained);

    [[nodiscard]] RunId run() const { return m_run; }
    [[nodiscard]] bool isFinished() const { return !m_inRound && strategy().isFinished(); }
    /// Whether only some phases of a round are done.
    [[nodiscard]] bool isInRound() const { return m_inRound; }
    /// Does at least one round, and more while they fit into `milliseconds`; 0 for just one. Throws the errors of
    /// step(); the finished rounds, and the queries of the failed one, are in takeUpdate().
    void advance(int milliseconds);
    /// Does one phase; it may end the round. Throws the same as advance().
    void advancePhase();
    /// Keeps the queries of a round that will not be finished as a separate round.
    void keepQueriesOfBrokenRound();
    /// When to look at the model: predicting all cells costs time. Sometimes: at most a tenth of the time.
    enum class Look { Never, Sometimes, Always };
    /// The file of its recording; null: none.
    [[nodiscard]] SessionFile* file() { return m_recording ? &m_recording->file : nullptr; }
    /// The reason why the recording ended; then file() is null. Empty: no error since the last call.
    [[nodiscard]] QString takeRecordingProblem() { return std::exchange(m_recordingProblem, {}); }
    /// What happened since the last call.
    RunUpdate takeUpdate(Look look);
    /// Throws Error if the method has no model, and Cancelled.
    [[nodiscard]] GeneratedCells generate(const GenerateRequest& request) const;
    /// Measures the inversion of the current model. Throws the same as generate().
    [[nodiscard]] InversionReportPtr evaluate(const EvaluateRequest& request, const ProgressSink& progress) const;

private:
    [[nodiscard]] std::unique_ptr<const Benchmark> makerFor(const SearchRequest& request, Trained trained) const;
    template <typename Work> void accounted(Work work);
    /// Takes a finished round, which the strategy did or which was restored.
    void finishRound(Round round);
    /// Records it, if there is a recording.
    void record(const Round& round);
    void keep(Round round);
    [[nodiscard]] const QueryLedger& ledger() const { return m_search->ledger(); }
    [[nodiscard]] SearchStrategy& strategy() const { return m_search->strategy(); }
    [[nodiscard]] SnapshotPtr snapshot(Look look);
    [[nodiscard]] const AccuracyModel& invertibleModel() const;

    RunId m_run;
    TableBenchmark m_benchmark;
    std::unique_ptr<const Benchmark> m_maker; // source of missing labels for the search; declared before it
    std::optional<Recording> m_recording;
    QString m_recordingProblem;
    std::optional<ContinuedSearch> m_search;
    std::stop_token m_stop;
    SearchSettings m_settings;
    std::vector<CellIndex> m_sample;
    std::vector<Round> m_done;
    PhasePtr m_phase; ///< the last one, if it was a separate step
    std::size_t m_reportedQueries = 0;
    int m_lastRound = -1;
    bool m_inRound = false;
    double m_activeSeconds = 0.0;
    QElapsedTimer m_sinceLook;
    qint64 m_lookCost = 0; // ms
};

} // namespace inverso::ui
