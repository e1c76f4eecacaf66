// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/worker/search_engine.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>

namespace inverso::ui {

using ReportPtr = std::shared_ptr<const Report>;

/// The window's handle on experiments: does the missing runs of a plan in a folder of results, in parallel with the
/// search, and reports the results again while runs finish. GUI thread only; never blocks, except when it is destroyed.
class ExperimentRunner : public QObject
{
    Q_OBJECT

public:
    explicit ExperimentRunner(SearchEnginePtr engine, QObject* parent = nullptr);
    /// Stops and waits.
    ~ExperimentRunner() override;

    [[nodiscard]] bool canRun() const { return m_engine->canReproduce(); }
    [[nodiscard]] bool isRunning() const { return m_run.has_value(); }
    [[nodiscard]] bool isStopping() const { return m_run && m_run->stop.stop_requested(); }
    /// The folder with the shown results; empty: none yet.
    [[nodiscard]] QString folder() const { return m_folder; }
    /// Null if the folder has no results yet or is still being read.
    [[nodiscard]] ReportPtr report() const { return m_report; }
    [[nodiscard]] const ExperimentProgress& progress() const { return m_progress; }
    /// Of the running experiment; none until it can be estimated.
    [[nodiscard]] std::optional<double> remainingSeconds() const;

public slots:
    /// Shows the results in that folder.
    void open(const QString& folder);
    /// Does the missing runs of the plan (the name of a shipped one, or a file) in the open folder; does nothing while
    /// an experiment runs.
    void run(const QString& plan, int seeds);
    /// Finished runs are kept; run() continues with the rest.
    void stop();

signals:
    void runningChanged();
    void advanced();
    void folderChanged();
    /// report() has changed.
    void reported();
    void failed(const QString& sentence);
    /// An experiment has ended, with its progress.
    void ended(const QString& sentence);

private:
    struct Run
    {
        std::stop_source stop;
        QElapsedTimer time;
    };
    struct Outcome
    {
        QString sentence;
        QString failure;
    };
    struct Reading
    {
        ReportPtr report;
        QString failure;
        QString folder;
    };
    [[nodiscard]] Outcome work(const QString& plan, const QString& folder, int seeds, const std::stop_token& stop);
    void reach(const ExperimentProgress& progress);
    void finish();
    void read();
    void take();

    SearchEnginePtr m_engine;
    QString m_folder;
    ReportPtr m_report;
    ExperimentProgress m_progress;
    std::optional<Run> m_run;
    QFutureWatcher<Outcome> m_work;
    QFutureWatcher<Reading> m_reading;
    QTimer m_due;             ///< when to read new results
    bool m_readAgain = false; ///< a run finished while the folder was read
    QThreadPool m_pool;       ///< last: waited for first
};

} // namespace inverso::ui
