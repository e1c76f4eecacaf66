// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/experiment_runner.h"

#include "core/base/error.h"
#include "core/report/plan_report.h"
#include "ui/worker/worker_words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtConcurrent>

#include <filesystem>
#include <utility>

namespace inverso::ui {

namespace {

// A report costs as much as a small run, so it is not computed for each finished run.
constexpr int readingPause = 1500; // ms

std::filesystem::path pathOf(const QString& folder)
{
    return std::filesystem::path(folder.toStdU16String());
}

bool hasResults(const QString& folder)
{
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(pathOf(folder), none))
        if (entry.path().extension() == ".jsonl")
            return true;
    return false;
}

} // namespace

ExperimentRunner::ExperimentRunner(SearchEnginePtr engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
{
    m_pool.setMaxThreadCount(2); // a run and a report
    m_due.setSingleShot(true);
    m_due.setInterval(readingPause);
    connect(&m_due, &QTimer::timeout, this, &ExperimentRunner::read);
    connect(&m_work, &QFutureWatcher<Outcome>::finished, this, &ExperimentRunner::finish);
    connect(&m_reading, &QFutureWatcher<Reading>::finished, this, &ExperimentRunner::take);
}

ExperimentRunner::~ExperimentRunner()
{
    m_work.disconnect(this);
    m_reading.disconnect(this);
    if (m_run)
        m_run->stop.request_stop();
    m_pool.waitForDone();
}

std::optional<double> ExperimentRunner::remainingSeconds() const
{
    if (!m_run || m_progress.fraction <= 0.0)
        return std::nullopt;
    const double seconds = static_cast<double>(m_run->time.elapsed()) / 1000.0;
    return seconds * (1.0 - m_progress.fraction) / m_progress.fraction;
}

void ExperimentRunner::open(const QString& folder)
{
    if (m_run || folder.isEmpty())
        return;
    m_folder = QFileInfo(folder).absoluteFilePath();
    m_report.reset();
    emit folderChanged();
    emit reported();
    read();
}

void ExperimentRunner::run(const QString& plan, int seeds)
{
    if (m_run || m_folder.isEmpty() || !canRun())
        return;
    m_run.emplace();
    m_run->time.start();
    m_progress = {};
    emit runningChanged();
    const std::stop_token stop = m_run->stop.get_token();
    m_work.setFuture(QtConcurrent::run(
        &m_pool, [this, plan, folder = m_folder, seeds, stop] { return work(plan, folder, seeds, stop); }));
}

void ExperimentRunner::stop()
{
    if (!m_run || m_run->stop.stop_requested())
        return;
    m_run->stop.request_stop();
    emit runningChanged();
}

// On a thread of the pool.
ExperimentRunner::Outcome ExperimentRunner::work(const QString& name, const QString& folder, int seeds,
                                                 const std::stop_token& stop)
{
    ExperimentProgress reached;
    const auto observe = [this, &reached](const ExperimentProgress& progress) {
        reached = progress;
        QMetaObject::invokeMethod(
            this, [this, progress] { reach(progress); }, Qt::QueuedConnection);
    };
    try {
        const Plan plan = loadPlan(name.toStdString());
        ResultStore store = ResultStore::openToWrite(pathOf(folder), "results");
        const ExperimentEnd end = m_engine->reproduce(plan, seeds, store, observe, stop);
        if (end.failed.empty())
            return {tr("%1: all %n runs are finished.", nullptr, static_cast<int>(end.progress.runs))
                        .arg(QString::fromStdString(plan.title)),
                    {}};
        return {{},
                tr("%n runs failed, the first: %1", nullptr, static_cast<int>(end.failed.size()))
                    .arg(QString::fromStdString(end.failed.front()))};
    } catch (const Cancelled&) {
        return {tr("Stopped: %1 of %2 runs are finished and kept; press Run to continue.")
                    .arg(reached.finished)
                    .arg(reached.runs),
                {}};
    } catch (const std::exception& error) {
        return {{}, sentenceOf(error)};
    }
}

void ExperimentRunner::reach(const ExperimentProgress& progress)
{
    if (!m_run)
        return;
    if (m_progress.runs == 0 || progress.finished != m_progress.finished) {
        if (!m_due.isActive())
            m_due.start();
    }
    m_progress = progress;
    emit advanced();
}

void ExperimentRunner::finish()
{
    const Outcome outcome = m_work.result();
    m_run.reset();
    emit runningChanged();
    if (!outcome.failure.isEmpty())
        emit failed(outcome.failure);
    else
        emit ended(outcome.sentence);
    read();
}

void ExperimentRunner::read()
{
    if (m_reading.isRunning()) {
        m_readAgain = true;
        return;
    }
    m_due.stop();
    const std::string program = QCoreApplication::applicationVersion().toStdString();
    m_reading.setFuture(QtConcurrent::run(&m_pool, [folder = m_folder, program]() -> Reading {
        if (!hasResults(folder))
            return {nullptr, {}, folder};
        try {
            const ResultStore store = ResultStore::open(pathOf(folder));
            return {std::make_shared<const Report>(planReport(store, PrintedResults::load(), program)), {}, folder};
        } catch (const std::exception& error) {
            return {nullptr, sentenceOf(error), folder};
        }
    }));
}

void ExperimentRunner::take()
{
    const Reading reading = m_reading.result();
    if (reading.folder == m_folder) {
        m_report = reading.report;
        emit reported();
        if (!reading.failure.isEmpty() && !m_run)
            emit failed(reading.failure);
    }
    if (std::exchange(m_readAgain, false))
        read();
}

} // namespace inverso::ui
