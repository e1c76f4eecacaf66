// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"
#include "core/experiment/result_store.h"
#include "core/live/stored_trainings.h"
#include "core/live/training_benchmark.h"
#include "core/model/latent_space.h"
#include "core/model/model_choice.h"
#include "core/search/search_settings.h"
#include "core/search/strategy.h"
#include "ui/state/map_layout.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace inverso::ui {

/// The progress of an experiment.
struct ExperimentProgress
{
    std::size_t runs = 0;     ///< of the plan, without those that cannot be done
    std::size_t finished = 0; ///< now or earlier
    double fraction = 0.0;    ///< of the remaining work at the start, by time
};

/// The result of an experiment.
struct ExperimentEnd
{
    ExperimentProgress progress;
    std::vector<std::string> failed; ///< a sentence for each run that failed
};

/// The window's interface to the core. CoreEngine is used by the program; FakeEngine provides small tables without
/// LibTorch. All threads of the window share one engine. Unless noted otherwise, a function is called only on the
/// search worker's thread. All may throw Error, with a sentence for the user.
class SearchEngine
{
public:
    virtual ~SearchEngine() = default;

    /// The methods of createStrategy(), for the controls. Any thread; never throws; does not change.
    [[nodiscard]] virtual std::vector<MethodInfo> methods() const = 0;

    /// Opens a table by a name of findTables() or by its path. Cannot be cancelled.
    virtual std::shared_ptr<const Table> openTable(const std::string& nameOrPath) = 0;

    /// The shipped weights of a space, ready to encode. Throws Error if none were found. Cannot be cancelled.
    virtual std::shared_ptr<const LatentSpace> loadLatents(const SearchSpace& space, Preset preset) = 0;

    /// The shipped t-SNE of those weights, without loading them; null without one. Throws Error if there are no weights
    /// for it.
    virtual MapLayoutPtr findMap(const SearchSpace& space, Preset preset) = 0;

    /// Real training of the space's cells on images: "fashion-mnist" or a folder. Any thread. Throws Error if the
    /// images do not exist or results cannot be stored; Cancelled within 100 ms of `stop`.
    virtual std::shared_ptr<const TrainingBenchmark> openTrainer(const SearchSpace& space, const std::string& images,
                                                                 const std::stop_token& stop) = 0;

    /// The stored results of trainings; empty without any. Any thread. Throws Cancelled after `stop`.
    virtual StoredTrainings findTrainings(const SearchSpace& space, const std::stop_token& stop) = 0;

    /// Fills in the preset's choices, and checks every number. Any thread, returns immediately. Throws UsageError.
    [[nodiscard]] virtual SearchSettings resolve(const SearchSettings& settings) const = 0;

    /// The search of these settings (resolved) on the ledger, which outlives it. `latents` are null for a method that
    /// needs no model. Throws Cancelled if it was cancelled.
    virtual std::unique_ptr<SearchStrategy> createStrategy(const SearchSettings& settings, QueryLedger& ledger,
                                                           std::shared_ptr<const LatentSpace> latents) = 0;

    /// Whether reproduce() works. Any thread.
    [[nodiscard]] virtual bool canReproduce() const = 0;

    /// Does the missing runs of a plan in the store, with that number of seeds. `progress` is called on any thread, one
    /// call at a time. Any thread. Throws Cancelled within 100 ms of `stop`.
    virtual ExperimentEnd reproduce(const Plan& plan, int seeds, ResultStore& store,
                                    const std::function<void(const ExperimentProgress&)>& progress,
                                    const std::stop_token& stop) = 0;
};

using SearchEnginePtr = std::shared_ptr<SearchEngine>;

} // namespace inverso::ui
