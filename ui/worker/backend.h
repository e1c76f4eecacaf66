// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"
#include "core/experiment/result_store.h"
#include "core/live/stored_trainings.h"
#include "core/live/training_benchmark.h"
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

/// How far an experiment is.
struct ExperimentProgress
{
    std::size_t runs = 0;     ///< that its plan has, as far as they can be done
    std::size_t finished = 0; ///< now or earlier
    double fraction = 0.0;    ///< of the work that was missing at the start, by time
};

/// How one ended.
struct ExperimentEnd
{
    ExperimentProgress progress;
    std::vector<std::string> failed; ///< a sentence for each run that broke down
};

/// What the worker asks of the core. The functions are called on the worker's thread, where nothing else is said; all
/// may throw Error.
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
    /// Real training of the space's cells on images: "fashion-mnist" or a folder. Called on any thread. Throws Error:
    /// no such images, results cannot be kept; Cancelled within 100 ms of `stop`.
    std::function<std::shared_ptr<const TrainingBenchmark>(const SearchSpace& space, const std::string& images,
                                                           const std::stop_token& stop)>
        openTrainer;
    /// The results of trainings that are kept. Called on any thread; empty where none are.
    std::function<StoredTrainings(const SearchSpace& space, const std::stop_token& stop)> findTrainings;
    /// Fills in what the preset decides; checks every number. Any thread.
    std::function<SearchSettings(const SearchSettings& settings)> resolve;
    std::function<std::unique_ptr<SearchStrategy>(const SearchSettings& settings, QueryLedger& ledger,
                                                  std::shared_ptr<const LatentSpace> latents)>
        createStrategy;
    /// Does what a plan lacks in the store, with that many seeds. `progress` comes from any thread, one at a time.
    /// Called on any thread. Throws Error, and Cancelled within 100 ms of `stop`.
    std::function<ExperimentEnd(const Plan& plan, int seeds, ResultStore& store,
                                const std::function<void(const ExperimentProgress&)>& progress,
                                const std::stop_token& stop)>
        reproduce;
};

/// The program's own core.
Backend coreBackend();

} // namespace inverso::ui
