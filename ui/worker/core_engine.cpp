// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/core_engine.h"

#include "core/base/once_cache.h"
#include "core/benchmark/catalogue.h"
#include "core/experiment/reproduction.h"
#include "core/live/live_benchmark.h"
#include "core/live/stored_trainings.h"
#include "core/model/weights.h"
#include "core/projection/latent_map.h"
#include "core/search/create_strategy.h"
#include "core/session/fingerprint.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <thread>
#include <utility>

namespace inverso::ui {

namespace {

std::string_view weightsName(Preset preset)
{
    return preset == Preset::Thesis ? "thesis" : "default";
}

} // namespace

/// A search and the inspector share the images and the results.
struct CoreEngine::Trainers
{
    OnceCache<LiveBenchmark> cache{Keep::WhileUsed};
};

CoreEngine::CoreEngine()
    : m_trainers(std::make_unique<Trainers>())
{
}

CoreEngine::~CoreEngine() = default;

std::vector<MethodInfo> CoreEngine::methods() const
{
    return {searchMethods().begin(), searchMethods().end()};
}

std::shared_ptr<const Table> CoreEngine::openTable(const std::string& nameOrPath)
{
    return inverso::openTable(nameOrPath);
}

std::shared_ptr<const LatentSpace> CoreEngine::loadLatents(const SearchSpace& space, Preset preset)
{
    return LatentSpace::load(findWeights(space.name(), weightsName(preset)));
}

MapLayoutPtr CoreEngine::findMap(const SearchSpace& space, Preset preset)
{
    const auto map = findLatentMap(space.name(), fileHash(findWeights(space.name(), weightsName(preset))));
    if (!map || map->positions.rows != space.size())
        return nullptr;
    return std::make_shared<const MapLayout>(MapLayout{.kind = MapLayout::Kind::Ready,
                                                       .places = mapPlaces(map->positions),
                                                       .perplexity = map->perplexity,
                                                       .iteration = map->iterations,
                                                       .klDivergence = map->klDivergence});
}

std::shared_ptr<const TrainingBenchmark> CoreEngine::openTrainer(const SearchSpace& space, const std::string& images,
                                                                 const std::stop_token& stop)
{
    return m_trainers->cache.get(
        std::string(space.name()) + " on " + images, [&] { return openLiveBenchmark(liveName(images), space, stop); },
        stop);
}

StoredTrainings CoreEngine::findTrainings(const SearchSpace& space, const std::stop_token& stop)
{
    return readStoredTrainings(trainingsFolder(), space, stop);
}

SearchSettings CoreEngine::resolve(const SearchSettings& settings) const
{
    return resolved(settings);
}

std::unique_ptr<SearchStrategy> CoreEngine::createStrategy(const SearchSettings& settings, QueryLedger& ledger,
                                                           std::shared_ptr<const LatentSpace> latents)
{
    return inverso::createStrategy(settings, ledger, std::move(latents));
}

ExperimentEnd CoreEngine::reproduce(const Plan& plan, int seeds, ResultStore& store,
                                    const std::function<void(const ExperimentProgress&)>& progress,
                                    const std::stop_token& stop)
{
    ReproduceSettings settings;
    settings.program = QCoreApplication::applicationVersion().toStdString();
    settings.seeds = seeds;
    settings.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const PreparedPlan prepared = prepare(plan, settings, standardSources(stop), stop);
    ReproduceResult result;
    ExperimentProgress reached;
    const auto observe = [&](const Progress& now) { // called under the lock that guards `result`
        reached = {result.runs, result.known + result.done, now.fraction};
        progress(reached);
    };
    inverso::reproduce(prepared, settings, store, result, observe, stop);
    reached.finished = result.known + result.done;
    return {reached, result.failed};
}

} // namespace inverso::ui
