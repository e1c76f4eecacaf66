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

/// What is open: a benchmark table, or real training with a table of the results that are known; and, where there are
/// weights, maps of the latents of its space. Immutable once made; the worker makes it, everybody may read it.
struct Workspace
{
    std::shared_ptr<const Table> table;
    std::shared_ptr<const TrainingBenchmark> live; ///< answers searches by training; null: the table does
    std::shared_ptr<const LatentSpace> latents;    ///< null without weights
    bool latentsComing = false;                    ///< they are being computed: null, but not for long
    std::vector<MapLayoutPtr> layouts;             ///< ready at once, the best first; none without weights
    QString weightsProblem;                        ///< why there are no latents, one sentence
};
using WorkspacePtr = std::shared_ptr<const Workspace>;

/// What the model thinks after some round: the worker looks, because the model is the strategy's.
struct Snapshot
{
    int queries = 0;                          ///< labels it was fitted on
    std::vector<Prediction> predictions;      ///< by CellIndex; NaN for cells of a large space left out
    RegressionResult training;                ///< on the cells it was fitted on
    RegressionResult validation;              ///< on those that watched the fit; often none
    RegressionResult sample;                  ///< on a fixed random sample of the others
    std::shared_ptr<const Matrix> tunedMeans; ///< AccuracyModel::tunedMeans(); mostly null

    /// None where it was left out.
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

/// Inversion measured (method.md §6) with the run's model; its labelled cells are never counted.
struct InversionReport
{
    int queries = 0;       ///< labels the model was fitted on
    InversionResult data;  ///< targets drawn from the data set's own accuracies
    InversionResult sweep; ///< targets 0…100 % inside the range that cells reach
};
using InversionReportPtr = std::shared_ptr<const InversionReport>;

/// The phase that a run is paused behind.
using PhasePtr = std::shared_ptr<const Phase>;

/// What is going on with the run.
enum class RunPhase {
    Idle,     ///< none yet
    Starting, ///< loading weights, making the strategy
    Running,
    Pausing, ///< finishing the round in progress
    Paused,
    Stopping,
    Ended, ///< finished, stopped or failed; its results stay
};

/// A run that may be paused or stopped.
constexpr bool isActive(RunPhase phase)
{
    return phase != RunPhase::Idle && phase != RunPhase::Ended;
}

} // namespace inverso::ui
