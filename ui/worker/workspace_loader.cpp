// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/workspace_loader.h"

#include "core/base/error.h"
#include "core/session/fingerprint.h"
#include "ui/state/live_table.h"
#include "ui/worker/worker_words.h"

#include <QCoreApplication>

#include <utility>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::SearchWorker)
};

} // namespace

WorkspaceLoader::WorkspaceLoader(SearchEnginePtr engine)
    : m_engine(std::move(engine))
{
}

// For real training the table contains the earlier results.
std::shared_ptr<Workspace> WorkspaceLoader::openBenchmark(const QString& nameOrPath, const std::stop_token& stop)
{
    auto workspace = std::make_shared<Workspace>();
    if (const auto live = liveTable(nameOrPath)) {
        const SearchSpace& space = searchSpace(live->space.toStdString());
        workspace->live = m_engine->openTrainer(space, live->images.toStdString(), stop);
        std::vector<std::pair<CellIndex, Label>> known;
        for (CellIndex cell = 0; cell < space.size(); ++cell) {
            if (const auto record = workspace->live->find(cell))
                known.emplace_back(cell, Label{record->valid, record->test});
        }
        const std::string& dataset = workspace->live->dataset();
        workspace->table = Table::empty(space, workspace->live->source(), dataset)->with(dataset, known);
    } else {
        workspace->table = m_engine->openTable(nameOrPath.toStdString());
    }
    if (stop.stop_requested()) // another benchmark was requested meanwhile
        throw Cancelled();
    return workspace;
}

WorkspacePtr WorkspaceLoader::withReadyMap(const Workspace& workspace)
{
    const SearchSpace& space = workspace.table->space();
    const MapLayoutPtr map = readyMap(space, Preset::Default);
    if (!map || m_latents[{std::string(space.name()), Preset::Default}])
        return nullptr;
    auto early = std::make_shared<Workspace>(workspace);
    early->layouts = {map};
    early->latentsComing = true;
    return early;
}

// Without weights only methods without a model work.
void WorkspaceLoader::addLatents(Workspace& workspace)
{
    try {
        workspace.latents = latents(workspace.table->space(), Preset::Default);
        workspace.layouts = layouts(*workspace.latents, Preset::Default);
    } catch (const std::exception& error) {
        workspace.weightsProblem = sentenceOf(error);
    }
}

WorkspacePtr WorkspaceLoader::openRecorded(const SessionHeader& header, Preset preset, const std::stop_token& stop)
{
    auto name = QString::fromStdString(header.benchmark);
    if (const auto live = liveTable(name))
        name = liveTableName({QString::fromStdString(header.space), live->images});
    const auto workspace = openBenchmark(name, stop);
    const TableBenchmark table(workspace->table, header.dataset);
    if (contentHash(workspace->live ? static_cast<const Benchmark&>(*workspace->live) : table) != header.benchmarkHash)
        throw Error(
            Words::tr("The benchmark %1 is not the one that the session was recorded on: its accuracies differ. "
                      "inverso-cli resume --benchmark takes another file.")
                .arg(QString::fromStdString(header.benchmark))
                .toStdString());
    if (header.weights.empty()) {
        addLatents(*workspace);
        return workspace;
    }
    workspace->latents = latents(workspace->table->space(), preset);
    workspace->layouts = layouts(*workspace->latents, preset);
    if (fileHash(workspace->latents->source()) != header.weightsHash)
        throw Error(Words::tr("The session was recorded with other weights than those of this program: %1. Use "
                              "inverso-cli resume to continue it.")
                        .arg(QString::fromStdString(header.weights))
                        .toStdString());
    return workspace;
}

std::shared_ptr<const LatentSpace> WorkspaceLoader::latents(const SearchSpace& space, Preset preset)
{
    auto& kept = m_latents[{std::string(space.name()), preset}];
    if (!kept)
        kept = m_engine->loadLatents(space, preset);
    return kept;
}

WorkspacePtr WorkspaceLoader::withLatents(const Workspace& workspace, std::shared_ptr<const LatentSpace> latents,
                                          Preset preset)
{
    auto changed = std::make_shared<Workspace>(workspace);
    changed->layouts = layouts(*latents, preset);
    changed->latents = std::move(latents);
    changed->latentsComing = false;
    return changed;
}

MapLayoutPtr WorkspaceLoader::readyMap(const SearchSpace& space, Preset preset)
{
    try {
        auto& kept = m_maps[{std::string(space.name()), preset}]; // the same object again, so that the shown map stays
        if (!kept)
            kept = m_engine->findMap(space, preset);
        return kept;
    } catch (const std::exception&) { // no weights: loading them reports it
        return nullptr;
    }
}

std::vector<MapLayoutPtr> WorkspaceLoader::layouts(const LatentSpace& latents, Preset preset)
{
    std::vector<MapLayoutPtr> layouts;
    if (const MapLayoutPtr shipped = readyMap(latents.space(), preset))
        layouts.push_back(shipped);
    layouts.push_back(std::make_shared<const MapLayout>(
        MapLayout{.kind = MapLayout::Kind::PrincipalPlane, .places = mapPlaces(latents.principalMap())}));
    return layouts;
}

} // namespace inverso::ui
