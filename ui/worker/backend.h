// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"
#include "core/live/cell_trainer.h"
#include "core/live/training_journal.h"
#include "core/model/latent_space.h"
#include "core/model/preset.h"
#include "core/search/search_settings.h"
#include "core/search/strategy.h"
#include "ui/state/map_layout.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace inverso::ui {

/// Trains one cell for real, or knows the result already. Throws Cancelled, Error.
using TrainCell = std::function<TrainingRecord(CellIndex cell, const EpochSink& report, std::stop_token stop)>;

/// What the worker asks of the core. All functions but `resolve` are called on the worker's thread;
/// all may throw Error.
struct Backend
{
    /// The methods that createStrategy knows, for the controls.
    std::vector<MethodInfo> methods;
    /// A name of findTables() or a path.
    std::function<std::shared_ptr<const Table>(const std::string& nameOrPath)> openTable;
    /// The shipped weights of a space, encoded.
    std::function<std::shared_ptr<const LatentSpace>(const SearchSpace& space, Preset preset)> loadLatents;
    /// The shipped t-SNE of those weights, which need not be loaded for it; null: there is none. Empty where nothing is
    /// shipped.
    std::function<MapLayoutPtr(const SearchSpace& space, Preset preset)> findMap;
    /// A trainer of the space's cells on images: "fashion-mnist" or a folder. Called on a thread of its own, as
    /// is the trainer. Throws Error: no such images, results cannot be kept; Cancelled within 100 ms of `stop`.
    std::function<TrainCell(const SearchSpace& space, const std::string& images, const std::stop_token& stop)>
        openTrainer;
    /// Fills in what the preset decides; checks every number. Any thread.
    std::function<SearchSettings(const SearchSettings& settings)> resolve;
    std::function<std::unique_ptr<SearchStrategy>(const SearchSettings& settings, QueryLedger& ledger,
                                                  std::shared_ptr<const LatentSpace> latents)>
        createStrategy;
};

/// The program's own core.
Backend coreBackend();

} // namespace inverso::ui
