// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/search_worker.h"

#include "core/base/error.h"
#include "core/benchmark/catalogue.h"
#include "core/session/fingerprint.h"
#include "ui/state/live_table.h"
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
{
}

SearchWorker::~SearchWorker()
{
    m_driver.reset(); // closes its file
    m_opened.reset();
    for (const QString& path : m_temporary)
        QFile::remove(path);
}

void SearchWorker::open(const QString& nameOrPath, const std::stop_token& stop)
{
    auto workspace = std::make_shared<Workspace>();
    try {
        openBenchmark(*workspace, nameOrPath, stop);
    } catch (const Cancelled&) {
        emit openFailed({});
        return;
    } catch (const std::exception& error) {
        emit openFailed(sentenceOf(error));
        return;
    }
    const SearchSpace& space = workspace->table->space();
    const MapLayoutPtr shipped = shippedMap(space, Preset::Default);
    const bool early = shipped && !m_latents[{std::string(space.name()), Preset::Default}];
    if (early) { // encoding every cell takes a second, in which the map can be used
        auto bare = std::make_shared<Workspace>(*workspace);
        bare->layouts = {shipped};
        bare->latentsComing = true;
        emit opened(bare);
    }
    addUsualLatents(*workspace, shipped);
    if (early)
        emit encoded(workspace);
    else
        emit opened(workspace);
}

void SearchWorker::openSession(const QString& path, const std::stop_token& stop)
{
    try {
        m_opened = openRecording(path);
        const SessionHeader& header = m_opened->file.header();
        emit openingBenchmark(QString::fromStdString(tableName(header.benchmark)));
        const auto workspace = workspaceOf(header, m_opened->settings, stop);
        OpenedSession session{.settings = m_opened->settings,
                              .dataset = header.dataset,
                              .asks = !m_opened->file.annotation(asksAnnotation).empty(),
                              .view = QString::fromStdString(m_opened->file.annotation("view")),
                              .favourites = QString::fromStdString(m_opened->file.annotation("favourites")),
                              .queue = QString::fromStdString(m_opened->file.annotation("queue"))};
        emit opened(workspace);
        emit sessionOpened(session);
    } catch (const Cancelled&) {
        m_opened.reset();
        emit openFailed({});
    } catch (const std::exception& error) {
        m_opened.reset();
        emit openFailed(sentenceOf(error));
    }
}

std::shared_ptr<Workspace> SearchWorker::workspaceOf(const SessionHeader& header, const SearchSettings& settings,
                                                     const std::stop_token& stop)
{
    auto workspace = std::make_shared<Workspace>();
    auto name = QString::fromStdString(header.benchmark);
    if (const auto live = liveTable(name))
        name = liveTableName({QString::fromStdString(header.space), live->images});
    openBenchmark(*workspace, name, stop);
    const TableBenchmark table(workspace->table, header.dataset);
    if (contentHash(workspace->live ? static_cast<const Benchmark&>(*workspace->live) : table) != header.benchmarkHash)
        throw Error(tr("The benchmark %1 is not the one that the session was recorded on: its accuracies differ. "
                       "inverso-cli resume --benchmark takes another file.")
                        .arg(QString::fromStdString(header.benchmark))
                        .toStdString());
    const SearchSpace& space = workspace->table->space();
    if (header.weights.empty()) {
        addUsualLatents(*workspace, shippedMap(space, Preset::Default));
        return workspace;
    }
    workspace->latents = latents(space, settings.preset);
    workspace->layouts = readyLayouts(*workspace->latents, shippedMap(space, settings.preset));
    if (fileHash(workspace->latents->source()) != header.weightsHash)
        throw Error(tr("The session was recorded with other weights than those of this program: %1. inverso-cli resume "
                       "goes on with it.")
                        .arg(QString::fromStdString(header.weights))
                        .toStdString());
    return workspace;
}

// A run that cannot be written is worth doing nevertheless.
std::optional<Recording> SearchWorker::recordingFor(const SearchRequest& request, const LatentSpace* latents)
{
    if (request.goesOn)
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

void SearchWorker::annotate(const QString& name, const QString& text)
{
    SessionFile* file = m_driver ? m_driver->file() : nullptr;
    if (file == nullptr)
        return;
    try {
        file->annotate(name.toStdString(), text.toStdString());
    } catch (const std::exception& error) {
        emit notRecorded(m_driver->run(), sentenceOf(error));
    }
}

void SearchWorker::saveSession(const QString& path)
{
    try {
        SessionFile* file = m_driver ? m_driver->file() : nullptr;
        if (file == nullptr)
            throw Error(tr("There is no recorded search to save.").toStdString());
        file->copyTo(path.toStdString());
        emit sessionSaved({});
    } catch (const std::exception& error) {
        emit sessionSaved(sentenceOf(error));
    }
}

// Of real training the table has what was trained before.
void SearchWorker::openBenchmark(Workspace& workspace, const QString& nameOrPath, const std::stop_token& stop) const
{
    const auto live = liveTable(nameOrPath);
    if (!live) {
        workspace.table = m_engine->openTable(nameOrPath.toStdString());
        return;
    }
    const SearchSpace& space = searchSpace(live->space.toStdString());
    workspace.live = m_engine->openTrainer(space, live->images.toStdString(), stop);
    std::vector<std::pair<CellIndex, Label>> known;
    for (CellIndex cell = 0; cell < space.size(); ++cell) {
        if (const auto record = workspace.live->find(cell))
            known.emplace_back(cell, Label{record->valid, record->test});
    }
    const std::string& dataset = workspace.live->dataset();
    workspace.table = Table::empty(space, workspace.live->source(), dataset)->with(dataset, known);
}

// Without them there is no map and no inversion, but model-free methods work.
void SearchWorker::addUsualLatents(Workspace& workspace, const MapLayoutPtr& shipped)
{
    try {
        workspace.latents = latents(workspace.table->space(), Preset::Default);
        workspace.layouts = readyLayouts(*workspace.latents, shipped);
    } catch (const std::exception& error) {
        workspace.weightsProblem = sentenceOf(error);
    }
}

MapLayoutPtr SearchWorker::shippedMap(const SearchSpace& space, Preset preset)
{
    try {
        auto& kept = m_maps[{std::string(space.name()), preset}]; // the same one again: what is shown stays
        if (!kept)
            kept = m_engine->findMap(space, preset);
        return kept;
    } catch (const std::exception&) { // no weights: who loads them says so
        return nullptr;
    }
}

std::shared_ptr<const LatentSpace> SearchWorker::latents(const SearchSpace& space, Preset preset)
{
    auto& kept = m_latents[{std::string(space.name()), preset}];
    if (!kept)
        kept = m_engine->loadLatents(space, preset);
    return kept;
}

std::vector<MapLayoutPtr> SearchWorker::readyLayouts(const LatentSpace& latents, const MapLayoutPtr& shipped)
{
    std::vector<MapLayoutPtr> layouts;
    if (shipped)
        layouts.push_back(shipped);
    layouts.push_back(std::make_shared<const MapLayout>(
        MapLayout{.kind = MapLayout::Kind::PrincipalPlane, .places = mapPlaces(latents.principalMap())}));
    return layouts;
}

std::shared_ptr<const LatentSpace> SearchWorker::latentsFor(const SearchRequest& request)
{
    if (!request.needsModel)
        return nullptr;
    return latents(request.workspace->table->space(), request.settings.preset);
}

void SearchWorker::start(const SearchRequest& request)
{
    m_driver.reset();
    m_active = false;
    try {
        const auto codes = latentsFor(request);
        m_driver = std::make_unique<RunDriver>(
            request, *m_engine, codes, recordingFor(request, codes.get()),
            [this, run = request.run](const SearchTraining& now) { emit training(run, now); });
        noteTemporary(request.recordIn);
        if (codes && codes != request.workspace->latents) {
            auto workspace = std::make_shared<Workspace>(*request.workspace);
            workspace->latents = codes;
            workspace->latentsComing = false;
            workspace->layouts = readyLayouts(*codes, shippedMap(codes->space(), request.settings.preset));
            emit latentsChanged(request.run, workspace);
        }
    } catch (const std::exception& error) {
        emit ended(request.run, RunEnd::Failed, sentenceOf(error));
        return;
    }
    m_active = true;
    m_going = request.first;
    emit started(request.run);
    if (request.goesOn) // what was restored, before the next round
        emit advanced(request.run, m_driver->takeUpdate(RunDriver::Look::Always));
    if (m_driver->isFinished())
        end(RunEnd::Finished);
    else
        schedule();
}

// What is written only so that nothing is lost if the program dies goes with the worker; a session of the user's stays.
void SearchWorker::noteTemporary(const QString& folder)
{
    if (folder.isEmpty() || m_driver->file() == nullptr)
        return;
    const QFileInfo file(QString::fromStdString(m_driver->file()->path().string()));
    if (file.absoluteDir() == QDir(folder) && !m_temporary.contains(file.absoluteFilePath()))
        m_temporary += file.absoluteFilePath();
}

void SearchWorker::pause()
{
    if (!m_active || !m_going)
        return;
    m_going.reset();
    try {
        emit advanced(m_driver->run(), m_driver->takeUpdate(RunDriver::Look::Always));
        emit paused(m_driver->run());
    } catch (const std::exception& error) {
        end(RunEnd::Failed, sentenceOf(error));
    }
}

void SearchWorker::resume()
{
    if (!m_active)
        return;
    m_going = Advance::Run;
    schedule();
}

void SearchWorker::step(Advance how)
{
    if (!m_active || m_going == Advance::Run)
        return;
    m_going = how;
    schedule();
}

void SearchWorker::finish(RunId run)
{
    if (m_active && m_driver->run() == run)
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
    // The queries of a round that broke off, or was left between two phases; its model is not looked at.
    m_driver->keepQueriesOfBrokenRound();
    emit advanced(m_driver->run(), m_driver->takeUpdate(RunDriver::Look::Never));
    emit ended(m_driver->run(), how, sentence);
}

void SearchWorker::generate(const GenerateRequest& request)
{
    if (request.stop.stop_requested()) { // a newer one is in the queue
        emit generateFailed({});
        return;
    }
    try {
        if (!m_driver)
            throw Error(tr("There is no model yet: run a search first.").toStdString());
        emit generated(m_driver->run(), m_driver->generate(request));
    } catch (const Cancelled&) {
        emit generateFailed({});
    } catch (const std::exception& error) {
        emit generateFailed(sentenceOf(error));
    }
}

void SearchWorker::evaluate(const EvaluateRequest& request)
{
    const ProgressSink progress = throttled([this](double fraction) { emit evaluating(fraction); });
    try {
        if (!m_driver)
            throw Error(tr("There is no model yet: run a search first.").toStdString());
        emit evaluated(m_driver->run(), m_driver->evaluate(request, progress));
    } catch (const Cancelled&) {
        emit evaluateFailed({});
    } catch (const std::exception& error) {
        emit evaluateFailed(sentenceOf(error));
    }
}

} // namespace inverso::ui
