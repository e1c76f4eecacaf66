// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/backend.h"
#include "ui/worker/messages.h"

#include "core/benchmark/query_ledger.h"

#include <QElapsedTimer>

namespace inverso::ui {

/// One run: its benchmark, its counted queries, its strategy. Lives on the worker's thread and knows
/// no signals.
class RunDriver
{
public:
    using Trained = std::function<void(const SearchTraining&)>;

    /// `trained` hears of the trainings that the search waits for. Throws Error when the strategy cannot be made.
    RunDriver(const SearchRequest& request, const Backend& backend, std::shared_ptr<const LatentSpace> latents,
              Trained trained);

    [[nodiscard]] RunId run() const { return m_run; }
    [[nodiscard]] bool isFinished() const { return !m_inRound && m_strategy->isFinished(); }
    /// Some phases of a round are done, others not.
    [[nodiscard]] bool isInRound() const { return m_inRound; }
    /// Does at least one round, and more while they fit into `milliseconds`; 0 for just one. Throws what
    /// step() throws; the rounds finished before, and the queries of the broken one, are in takeUpdate().
    void advance(int milliseconds);
    /// Does one phase; it may end the round. Throws as advance().
    void advancePhase();
    /// The queries of a round that is not to be finished are kept as a round of their own.
    void keepQueriesOfBrokenRound();
    /// When to look at the model: predicting all cells costs time. Sometimes: at most a tenth of it.
    enum class Look { Never, Sometimes, Always };
    /// What happened since the last call.
    RunUpdate takeUpdate(Look look);
    /// Throws Error when the method has no model, Cancelled.
    [[nodiscard]] GeneratedCells generate(const GenerateRequest& request) const;
    /// Measures the inversion of the model as it is. Throws as generate().
    [[nodiscard]] InversionReportPtr evaluate(const EvaluateRequest& request, const ProgressSink& progress) const;

private:
    [[nodiscard]] std::unique_ptr<const Benchmark> makerFor(const SearchRequest& request, Trained trained) const;
    template <typename Work> void accounted(Work work);
    void keep(Round round);
    [[nodiscard]] SnapshotPtr snapshot(Look look);
    [[nodiscard]] const AccuracyModel& invertibleModel() const;

    RunId m_run;
    TableBenchmark m_benchmark;
    std::unique_ptr<const Benchmark> m_maker; // of labels that the table lacks, for the search alone; before the ledger
    QueryLedger m_ledger;                     // before the strategy, which asks it
    std::unique_ptr<SearchStrategy> m_strategy;
    std::stop_token m_stop;
    SearchSettings m_settings;
    std::vector<CellIndex> m_sample;
    std::vector<Round> m_done;
    PhasePtr m_phase; ///< the last, when it was a step of its own
    std::size_t m_reportedQueries = 0;
    int m_lastRound = -1;
    bool m_inRound = false;
    double m_activeSeconds = 0.0;
    QElapsedTimer m_sinceLook;
    qint64 m_lookCost = 0; // ms
};

} // namespace inverso::ui
