// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/run_record.h"
#include "ui/state/workspace.h"

#include <QObject>

#include <memory>

namespace inverso::ui {

class CellTrainings;
class Favourites;
class Filter;
class MapLayouts;
class RunArchive;
class RunQueue;

/// The state of the window: the open benchmark, the run and its results. Widgets read it and connect to its signals;
/// only the controllers (and tests) write. GUI thread only.
class ExplorerState : public QObject
{
    Q_OBJECT

public:
    explicit ExplorerState(QObject* parent = nullptr);
    ~ExplorerState() override;

    /// Which cells are visible.
    [[nodiscard]] Filter& filter() const { return *m_filter; }
    /// The positions of the cells on the map.
    [[nodiscard]] MapLayouts& layouts() const { return *m_layouts; }
    /// The finished runs, and those read from files.
    [[nodiscard]] RunArchive& archive() const { return *m_archive; }
    /// The queued runs.
    [[nodiscard]] RunQueue& queue() const { return *m_queue; }
    /// Cells that were trained for real.
    [[nodiscard]] CellTrainings& trainings() const { return *m_trainings; }
    /// The cells that the user keeps as favourites.
    [[nodiscard]] Favourites& favourites() const { return *m_favourites; }

    [[nodiscard]] const WorkspacePtr& workspace() const { return m_workspace; }
    /// Another benchmark is being opened: no run, generation or measurement can begin on this one.
    [[nodiscard]] bool isOpening() const { return m_opening; }
    [[nodiscard]] const Table* table() const { return m_workspace ? m_workspace->table.get() : nullptr; }
    [[nodiscard]] const SearchSpace* space() const { return m_workspace ? &m_workspace->table->space() : nullptr; }
    /// The data set of the run; before the first run, the one chosen in the controls; null without either.
    [[nodiscard]] const Table::Dataset* dataset() const;
    [[nodiscard]] RunPhase phase() const { return m_phase; }
    [[nodiscard]] const RunRecord& run() const { return m_run; }
    /// The phase after which the run is paused, if it is stepped phase by phase; otherwise null.
    [[nodiscard]] const PhasePtr& steppedPhase() const { return m_steppedPhase; }
    [[nodiscard]] bool hasRun() const { return m_hasRun; }
    [[nodiscard]] const SnapshotPtr& snapshot() const { return m_snapshot; }
    /// Whether there is a model that can be inverted.
    [[nodiscard]] bool hasModel() const { return m_snapshot != nullptr; }
    /// Every generation of the current model, in order.
    [[nodiscard]] const std::vector<GeneratedCells>& generations() const { return m_generations; }
    /// The latest measurement of inversion; null without one.
    [[nodiscard]] const InversionReportPtr& inversionReport() const { return m_inversionReport; }

    /// First clears the run and all cells of the old benchmark, then sets the new one, and finally announces it, so
    /// that in each signal the cell indices belong to the open table.
    void setWorkspace(WorkspacePtr workspace);
    void setOpening(bool opening);
    /// The same benchmark with other latents.
    void setLatents(WorkspacePtr workspace);
    void setChosenDataset(const std::string& name);
    void beginRun(SearchSettings settings, const std::string& dataset);
    void appendRounds(std::vector<Round> rounds, double activeSeconds);
    void setSteppedPhase(PhasePtr phase);
    void setSnapshot(SnapshotPtr snapshot);
    void addGeneration(GeneratedCells cells);
    void setInversionReport(InversionReportPtr report);
    void setPhase(RunPhase phase);
    /// Announces the run's state again, for widgets that were created during the run.
    void announceAgain();

signals:
    /// The benchmark is about to be replaced: objects with indices of its cells must drop them now. It is still open,
    /// but its run is cleared.
    void workspaceAboutToChange();
    /// Another benchmark (or none); the old run is already cleared.
    void workspaceChanged();
    void openingChanged(bool opening);
    /// The cells have latent codes now, or new ones because the run's preset has other weights; layouts() announces the
    /// map.
    void latentsChanged();
    /// Another data set, or more labels of it.
    void datasetChanged();
    /// The rounds of the old run are removed. Emitted before the other signals of that change, which may paint a
    /// widget: a model of the rounds drops its rows here.
    void runForgotten();
    void runBegun();
    /// The run has more rounds; it has at least one.
    void runAdvanced();
    void steppedPhaseChanged();
    void snapshotChanged();
    void generationsChanged();
    void inversionReportChanged();
    void phaseChanged(inverso::ui::RunPhase phase);

private:
    void keepRun();
    void keepLabels(const std::vector<Round>& rounds);
    void forgetModel();

    WorkspacePtr m_workspace;
    bool m_opening = false;
    std::string m_chosenDataset;
    RunPhase m_phase = RunPhase::Idle;
    bool m_hasRun = false;
    RunRecord m_run;
    PhasePtr m_steppedPhase;
    SnapshotPtr m_snapshot;
    std::vector<GeneratedCells> m_generations;
    InversionReportPtr m_inversionReport;
    std::unique_ptr<RunArchive> m_archive;
    std::unique_ptr<Favourites> m_favourites;
    std::unique_ptr<MapLayouts> m_layouts;
    std::unique_ptr<RunQueue> m_queue;
    std::unique_ptr<CellTrainings> m_trainings;
    std::unique_ptr<Filter> m_filter; // last: it reads the others
};

} // namespace inverso::ui
