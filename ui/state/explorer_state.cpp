// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/explorer_state.h"

#include "ui/state/cell_trainings.h"
#include "ui/state/favourites.h"
#include "ui/state/filter.h"
#include "ui/state/map_layouts.h"
#include "ui/state/run_archive.h"
#include "ui/state/run_queue.h"

#include <cmath>

namespace inverso::ui {

ExplorerState::ExplorerState(QObject* parent)
    : QObject(parent)
    , m_archive(std::make_unique<RunArchive>())
    , m_favourites(std::make_unique<Favourites>())
    , m_layouts(std::make_unique<MapLayouts>())
    , m_queue(std::make_unique<RunQueue>())
    , m_trainings(std::make_unique<CellTrainings>())
    , m_filter(std::make_unique<Filter>(*this))
{
}

ExplorerState::~ExplorerState() = default;

const Table::Dataset* ExplorerState::dataset() const
{
    if (table() == nullptr)
        return nullptr;
    const std::string& name = m_hasRun ? m_run.dataset() : m_chosenDataset;
    for (const Table::Dataset& dataset : table()->datasets()) {
        if (dataset.name == name)
            return &dataset;
    }
    return nullptr;
}

void ExplorerState::setWorkspace(WorkspacePtr workspace)
{
    keepRun();
    m_chosenDataset.clear();
    m_hasRun = false;
    m_run = {};
    emit runForgotten();
    forgetModel();
    m_archive->releaseCurrent();
    setPhase(RunPhase::Idle);
    emit workspaceAboutToChange();
    m_workspace = std::move(workspace);
    m_layouts->setReady(m_workspace ? m_workspace->layouts : std::vector<MapLayoutPtr>());
    emit workspaceChanged();
}

void ExplorerState::setOpening(bool opening)
{
    if (opening == m_opening)
        return;
    m_opening = opening;
    emit openingChanged(opening);
}

void ExplorerState::setLatents(WorkspacePtr workspace)
{
    m_workspace = std::move(workspace);
    m_layouts->setReady(m_workspace->layouts);
    emit latentsChanged();
}

void ExplorerState::setChosenDataset(const std::string& name)
{
    if (name == m_chosenDataset)
        return;
    m_chosenDataset = name;
    emit datasetChanged();
}

void ExplorerState::beginRun(SearchSettings settings, const std::string& dataset)
{
    keepRun();
    m_hasRun = true;
    m_run = RunRecord(std::move(settings), dataset);
    emit runForgotten();
    forgetModel();
    m_archive->releaseCurrent();
    emit runBegun();
}

void ExplorerState::appendRounds(std::vector<Round> rounds, double activeSeconds)
{
    if (rounds.empty())
        return;
    keepLabels(rounds);
    m_run.append(std::move(rounds), activeSeconds);
    emit runAdvanced();
}

void ExplorerState::setSteppedPhase(PhasePtr phase)
{
    if (phase == m_steppedPhase)
        return;
    m_steppedPhase = std::move(phase);
    emit steppedPhaseChanged();
}

void ExplorerState::setSnapshot(SnapshotPtr snapshot)
{
    m_snapshot = std::move(snapshot);
    emit snapshotChanged();
}

void ExplorerState::addGeneration(GeneratedCells cells)
{
    m_generations.push_back(std::move(cells));
    emit generationsChanged();
}

void ExplorerState::setInversionReport(InversionReportPtr report)
{
    m_inversionReport = std::move(report);
    emit inversionReportChanged();
}

void ExplorerState::setPhase(RunPhase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    if (phase == RunPhase::Ended) {
        keepRun();
        setSteppedPhase(nullptr);
    }
    emit phaseChanged(phase);
}

void ExplorerState::announceAgain()
{
    if (!m_run.isEmpty())
        emit runAdvanced();
    emit datasetChanged();
    emit snapshotChanged();
    emit generationsChanged();
    emit inversionReportChanged();
    emit steppedPhaseChanged();
    emit phaseChanged(m_phase);
}

// Labels that were missing from the table when they were queried: from a training or the user.
void ExplorerState::keepLabels(const std::vector<Round>& rounds)
{
    const Table::Dataset* known = dataset();
    std::vector<std::pair<CellIndex, Label>> labels;
    for (const Round& round : rounds) {
        for (const Query& query : round.queries) {
            if (known != nullptr && std::isnan(known->valid[query.cell]))
                labels.emplace_back(query.cell, query.label);
        }
    }
    if (labels.empty())
        return;
    auto workspace = std::make_shared<Workspace>(*m_workspace);
    workspace->table = m_workspace->table->with(known->name, labels);
    m_workspace = std::move(workspace);
    emit datasetChanged();
}

// Archives its current rounds, for comparisons.
void ExplorerState::keepRun()
{
    if (m_hasRun && space() != nullptr)
        m_archive->keepCurrent(m_run, std::string(space()->name()));
}

// Removes the old run's model and all its predictions.
void ExplorerState::forgetModel()
{
    setSteppedPhase(nullptr);
    if (m_snapshot) {
        m_snapshot.reset();
        emit snapshotChanged();
    }
    if (m_inversionReport)
        setInversionReport(nullptr);
    if (!m_generations.empty()) {
        m_generations.clear();
        emit generationsChanged();
    }
}

} // namespace inverso::ui
