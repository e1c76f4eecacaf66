// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"
#include "core/live/training_benchmark.h"
#include "core/model/accuracy_model.h"
#include "core/model/latent_space.h"
#include "core/search/evaluation.h"
#include "core/search/strategy.h"
#include "ui/state/map_layout.h"

#include <QString>

#include <cmath>
#include <memory>
#include <optional>
#include <vector>

namespace inverso::ui {

/// An open benchmark: a table, or real training with a table of the known results; and, if there are weights, maps of
/// the latents of its space. Immutable; created by the worker, readable by any thread.
struct Workspace
{
    std::shared_ptr<const Table> table;
    std::shared_ptr<const TrainingBenchmark> live; ///< trains cells for searches; null: the table has the labels
    std::shared_ptr<const LatentSpace> latents;    ///< null without weights
    bool latentsComing = false;                    ///< still null, but being computed
    std::vector<MapLayoutPtr> layouts;             ///< available at once, the best first; empty without weights
    QString weightsProblem;                        ///< why there are no latents, one sentence
};
using WorkspacePtr = std::shared_ptr<const Workspace>;

/// The predictions of the model after a round, taken by the worker, because the strategy owns the model.
struct Snapshot
{
    int queries = 0;                          ///< labels it was fitted on
    std::vector<Prediction> predictions;      ///< by CellIndex; NaN for omitted cells of a large space
    RegressionResult training;                ///< on the cells it was fitted on
    RegressionResult validation;              ///< on the validation labels; often none
    RegressionResult sample;                  ///< on a fixed random sample of the others
    std::shared_ptr<const Matrix> tunedMeans; ///< AccuracyModel::tunedMeans(); mostly null

    /// None if it was omitted.
    [[nodiscard]] std::optional<Prediction> prediction(CellIndex cell) const
    {
        if (cell >= predictions.size() || std::isnan(predictions[cell].mean))
            return std::nullopt;
        return predictions[cell];
    }
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// The cells generated for one target.
struct GeneratedCells
{
    double target = 0.0; ///< percent
    int wanted = 0;
    Inversion inversion;
    double seconds = 0.0;
};

/// A measurement of inversion (method.md §6) with the run's model; labelled cells are not counted.
struct InversionReport
{
    int queries = 0;       ///< labels the model was fitted on
    InversionResult data;  ///< targets drawn from the accuracies of the data set
    InversionResult sweep; ///< targets 0…100 % inside the range that cells reach
};
using InversionReportPtr = std::shared_ptr<const InversionReport>;

/// The phase after which a run is paused.
using PhasePtr = std::shared_ptr<const Phase>;

/// The state of the run.
enum class RunPhase {
    Idle,     ///< none yet
    Starting, ///< loading weights, creating the strategy
    Running,
    Pausing, ///< finishing the round in progress
    Paused,
    Stopping,
    Ended, ///< finished, stopped or failed; its results stay
};

/// Whether the run can be paused or stopped.
constexpr bool isActive(RunPhase phase)
{
    return phase != RunPhase::Idle && phase != RunPhase::Ended;
}

} // namespace inverso::ui
