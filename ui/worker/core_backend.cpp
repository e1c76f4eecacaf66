// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/once_cache.h"
#include "core/benchmark/catalogue.h"
#include "core/experiment/reproduction.h"
#include "core/live/live_benchmark.h"
#include "core/live/stored_trainings.h"
#include "core/model/weights.h"
#include "core/projection/latent_map.h"
#include "core/session/fingerprint.h"
#include "ui/worker/backend.h"

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

ExperimentEnd reproducePlan(const Plan& plan, int seeds, ResultStore& store,
                            const std::function<void(const ExperimentProgress&)>& tell, const std::stop_token& stop)
{
    ReproduceSettings settings;
    settings.program = QCoreApplication::applicationVersion().toStdString();
    settings.seeds = seeds;
    settings.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const PreparedPlan prepared = prepare(plan, settings, standardSources(stop), stop);
    ReproduceResult result;
    ExperimentProgress reached;
    const auto observe = [&](const Progress& progress) { // said under the lock that guards `result`
        reached = {result.runs, result.known + result.done, progress.fraction};
        tell(reached);
    };
    reproduce(prepared, settings, store, result, observe, stop);
    reached.finished = result.known + result.done;
    return {reached, result.failed};
}

} // namespace

Backend coreBackend()
{
    Backend backend;
    backend.methods.assign(searchMethods().begin(), searchMethods().end());
    backend.openTable = [](const std::string& nameOrPath) { return inverso::openTable(nameOrPath); };
    backend.loadLatents = [](const SearchSpace& space, Preset preset) {
        return LatentSpace::load(findWeights(space.name(), weightsName(preset)));
    };
    backend.findMap = [](const SearchSpace& space, Preset preset) -> MapLayoutPtr {
        const auto map = findLatentMap(space.name(), fileHash(findWeights(space.name(), weightsName(preset))));
        if (!map || map->positions.rows != space.size())
            return nullptr;
        return std::make_shared<const MapLayout>(MapLayout{.kind = MapLayout::Kind::Ready,
                                                           .places = mapPlaces(map->positions),
                                                           .perplexity = map->perplexity,
                                                           .iteration = map->iterations,
                                                           .klDivergence = map->klDivergence});
    };
    // A search and the inspector share the images and the results, whichever opens them first.
    using Trainers = OnceCache<LiveBenchmark>;
    backend.openTrainer = [trainers = std::make_shared<Trainers>(Keep::WhileUsed)](
                              const SearchSpace& space, const std::string& images, const std::stop_token& stop) {
        return trainers->get(
            std::string(space.name()) + " on " + images,
            [&] { return openLiveBenchmark(liveName(images), space, stop); }, stop);
    };
    backend.findTrainings = [](const SearchSpace& space, const std::stop_token& stop) {
        return readStoredTrainings(trainingsFolder(), space, stop);
    };
    backend.resolve = [](const SearchSettings& settings) { return resolved(settings); };
    backend.createStrategy = [](const SearchSettings& settings, QueryLedger& ledger,
                                std::shared_ptr<const LatentSpace> latents) {
        return inverso::createStrategy(settings, ledger, std::move(latents));
    };
    backend.reproduce = reproducePlan;
    return backend;
}

} // namespace inverso::ui
