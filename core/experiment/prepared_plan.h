// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"
#include "core/experiment/result_store.h"
#include "core/model/latent_space.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace inverso {

/// The origin of a plan's tables and weights.
struct ExperimentSources
{
    /// Null when there is none.
    std::function<std::shared_ptr<const Benchmark>(const PlanBenchmark&)> benchmark;
    /// Throws Error when there are none.
    std::function<std::shared_ptr<const LatentSpace>(const SearchSpace&, Preset)> latents;
};
/// The catalogue's tables, images to train cells on (live:, cancelled by `stop`), and the shipped weights.
ExperimentSources standardSources(const std::stop_token& stop);

struct ReproduceSettings
{
    std::string program; ///< version of the program, which is stored in the results
    int seeds = 0;       ///< 0: the plan's
    int part = 1;        ///< of the runs: 1 … parts
    int parts = 1;
    int threads = 1;
};

/// One run of a plan, ready to be done.
struct PlannedRun
{
    RunKey key;
    std::string row;           ///< label, budget and benchmark: equal for runs that differ only in their seed
    std::size_t benchmark = 0; ///< number in the plan
    std::variant<SearchSettings, EvaluationSettings> settings; ///< with the seed
};

/// A plan with the tables and weights that it needs, as far as they were found.
struct PreparedPlan
{
    PlanRecord record;                                                 ///< also lists what is absent
    std::vector<std::shared_ptr<const Benchmark>> benchmarks;          ///< null: absent
    std::map<std::string, std::shared_ptr<const LatentSpace>> latents; ///< by weightsHash
    std::vector<PlannedRun> runs;                                      ///< of this part; the first seeds first
};

/// Opens what the plan needs and lists its runs. An unknown method, a missing table or missing weights are not an error
/// but recorded as absent. The part that a run belongs to does not depend on what is absent. Throws Error: invalid
/// settings, a table that cannot be read; Cancelled.
PreparedPlan prepare(const Plan& plan, const ReproduceSettings& settings, const ExperimentSources& sources,
                     const std::stop_token& stop);

} // namespace inverso
