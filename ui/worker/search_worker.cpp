// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/search_worker.h"

#include "core/base/error.h"
#include "core/benchmark/catalogue.h"
#include "ui/state/label_sets.h"
#include "ui/worker/run_driver.h"
#include "ui/worker/worker_words.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace inverso::ui {

namespace {

constexpr int sliceMilliseconds = 20;

} // namespace

SearchWorker::SearchWorker(SearchEnginePtr engine)
    : m_engine(std::move(engine))
    , m_loader(m_engine)
{
}

SearchWorker::~SearchWorker()
{
    m_driver.reset(); // closes its file
    m_opened.reset();
    for (const QString& path : m_temporary)
        QFile::remove(path);
}

// Does a job; errors are sent as its reply.
template <typename Work> void SearchWorker::attempt(JobId job, Failed failed, Work work)
{
    try {
        work();
    } catch (const Cancelled&) {
        emit(this->*failed)(job, {});
    } catch (const std::exception& error) {
        emit(this->*failed)(job, sentenceOf(error));
    }
}

void SearchWorker::open(const OpenRequest& request)
{
    attempt(request.job, &SearchWorker::openFailed, [&] {
        m_opened.reset(); // drops a session that was opened before
        const auto workspace = m_loader.openBenchmark(request.nameOrPath, request.stop);
        // Encoding every cell takes a second, in which the map can be used.
        const WorkspacePtr early = m_loader.withReadyMap(*workspace);
        if (early)
            emit opened(request.job, request.nameOrPath, early);
        m_loader.addLatents(*workspace);
        if (early)
            emit encoded(request.job, workspace);
        else
            emit opened(request.job, request.nameOrPath, workspace);
        labelSets(workspace->table->space()); // computed now for the filter
    });
}

void SearchWorker::openSession(const OpenRequest& request)
{
    attempt(request.job, &SearchWorker::openFailed, [&] {
        m_opened.reset();
        Recording recording = openRecording(request.nameOrPath);
        const SessionHeader& header = recording.file.header();
        const auto name = QString::fromStdString(tableName(header.benchmark));
        emit opening(request.job, name);
        const WorkspacePtr workspace = m_loader.openRecorded(header, recording.settings.model.preset, request.stop);
        const OpenedSession session = openedSession(recording);
        m_opened = std::move(recording);
        emit opened(request.job, name, workspace);
        emit sessionOpened(request.job, session);
        labelSets(workspace->table->space());
    });
}

// A run that cannot be recorded still starts.
std::optional<Recording> SearchWorker::recordingFor(const SearchRequest& request, const LatentSpace* latents)
{
    if (request.resumes)
        return std::exchange(m_opened, {});
    m_opened.reset();
    if (request.recordIn.isEmpty())
        return std::nullopt;
    try {
        return newRecording(request, latents != nullptr ? latents->source() : std::string());
    } catch (const std::exception& error) {
        emit notRecorded(request.run, sentenceOf(error));
        return std::nullopt;
    }
}

void SearchWorker::annotate(RunId run, const QString& name, const QString& text)
{
    SessionFile* file = fileOf(run);
    if (file == nullptr)
        return;
    try {
        file->annotate(name.toStdString(), text.toStdString());
    } catch (const std::exception& error) {
        emit notRecorded(run, sentenceOf(error));
    }
}

void SearchWorker::saveSession(const SaveRequest& request)
{
    attempt(request.job, &SearchWorker::sessionSaved, [&] {
        SessionFile* file = fileOf(request.run);
        if (file == nullptr)
            throw Error(tr("There is no recorded search to save.").toStdString());
        file->copyTo(request.path.toStdString());
        emit sessionSaved(request.job, {});
    });
}

RunDriver* SearchWorker::driverOf(RunId run) const
{
    return m_driver && m_driver->run() == run ? m_driver.get() : nullptr;
}

SessionFile* SearchWorker::fileOf(RunId run) const
{
    RunDriver* driver = driverOf(run);
    return driver != nullptr ? driver->file() : nullptr;
}

RunDriver& SearchWorker::modelOf(RunId run) const
{
    RunDriver* driver = driverOf(run);
    if (driver == nullptr)
        throw Error(tr("There is no model yet: run a search first.").toStdString());
    return *driver;
}

void SearchWorker::makeDriver(const SearchRequest& request)
{
    const Workspace& workspace = *request.workspace;
    const Preset preset = request.settings.model.preset;
    const auto codes = request.needsModel ? m_loader.latents(workspace.table->space(), preset) : nullptr;
    m_driver =
        std::make_unique<RunDriver>(request, *m_engine, codes, recordingFor(request, codes.get()),
                                    [this, run = request.run](const SearchTraining& now) { emit training(run, now); });
    noteTemporary(request.recordIn);
    if (codes && codes != workspace.latents)
        emit latentsChanged(request.run, m_loader.withLatents(workspace, codes, preset));
}

void SearchWorker::start(const SearchRequest& request)
{
    m_driver.reset();
    m_active = false;
    try {
        makeDriver(request);
    } catch (const Cancelled&) {
        emit ended(request.run, RunEnd::Stopped, {});
        return;
    } catch (const std::exception& error) {
        emit ended(request.run, RunEnd::Failed, sentenceOf(error));
        return;
    }
    m_active = true;
    m_going = request.first;
    emit started(request.run);
    if (request.resumes) // the restored rounds, before the next one
        emit advanced(request.run, m_driver->takeUpdate(RunDriver::Look::Always));
    if (m_driver->isFinished())
        end(RunEnd::Finished);
    else
        schedule();
}

// A file that is only for recovery is deleted with the worker; a session of the user is kept.
void SearchWorker::noteTemporary(const QString& folder)
{
    if (folder.isEmpty() || m_driver->file() == nullptr)
        return;
    const QFileInfo file(QString::fromStdString(m_driver->file()->path().string()));
    if (file.absoluteDir() == QDir(folder) && !m_temporary.contains(file.absoluteFilePath()))
        m_temporary += file.absoluteFilePath();
}

void SearchWorker::pause(RunId run)
{
    if (!isActive(run) || !m_going)
        return;
    m_going.reset();
    try {
        emit advanced(run, m_driver->takeUpdate(RunDriver::Look::Always));
        emit paused(run);
    } catch (const std::exception& error) {
        end(RunEnd::Failed, sentenceOf(error));
    }
}

void SearchWorker::resume(RunId run)
{
    if (!isActive(run))
        return;
    m_going = Advance::Run;
    schedule();
}

void SearchWorker::step(RunId run, Advance how)
{
    if (!isActive(run) || m_going == Advance::Run)
        return;
    m_going = how;
    schedule();
}

void SearchWorker::finish(RunId run)
{
    if (isActive(run))
        end(RunEnd::Stopped);
}

void SearchWorker::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &SearchWorker::advance, Qt::QueuedConnection);
}

void SearchWorker::advance()
{
    m_scheduled = false;
    if (!m_active || !m_going)
        return;
    try {
        if (m_going == Advance::Phase)
            m_driver->advancePhase();
        else
            m_driver->advance(m_going == Advance::Round ? 0 : sliceMilliseconds);
        const bool last = m_driver->isFinished();
        const bool rests = last || m_going != Advance::Run;
        const auto look = m_driver->isInRound() ? RunDriver::Look::Never // labels that the model has not seen yet
                          : rests               ? RunDriver::Look::Always
                                                : RunDriver::Look::Sometimes;
        emit advanced(m_driver->run(), m_driver->takeUpdate(look));
        if (const QString problem = m_driver->takeRecordingProblem(); !problem.isEmpty())
            emit notRecorded(m_driver->run(), problem);
        if (last) {
            end(RunEnd::Finished);
        } else if (rests) {
            m_going.reset();
            emit paused(m_driver->run());
        } else {
            schedule();
        }
    } catch (const Cancelled&) {
        end(RunEnd::Stopped);
    } catch (const std::exception& error) {
        end(RunEnd::Failed, sentenceOf(error));
    }
}

void SearchWorker::end(RunEnd how, const QString& sentence)
{
    m_active = false;
    m_going.reset();
    // The queries of a round that failed or was left between two phases, without predictions of the model.
    m_driver->keepQueriesOfBrokenRound();
    emit advanced(m_driver->run(), m_driver->takeUpdate(RunDriver::Look::Never));
    emit ended(m_driver->run(), how, sentence);
}

void SearchWorker::generate(const GenerateRequest& request)
{
    attempt(request.job, &SearchWorker::generateFailed, [&] {
        if (request.stop.stop_requested()) // a newer one is in the queue
            throw Cancelled();
        emit generated(request.job, modelOf(request.run).generate(request));
    });
}

void SearchWorker::evaluate(const EvaluateRequest& request)
{
    const ProgressSink progress =
        throttled([this, job = request.job](double fraction) { emit evaluating(job, fraction); });
    attempt(request.job, &SearchWorker::evaluateFailed, [&] {
        if (request.stop.stop_requested())
            throw Cancelled();
        emit evaluated(request.job, modelOf(request.run).evaluate(request, progress));
    });
}

} // namespace inverso::ui
