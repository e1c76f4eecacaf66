// SPDX-License-Identifier: GPL-3.0-or-later
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
#include <map>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace inverso::ui {

namespace {

std::string_view weightsName(Preset preset)
{
    return preset == Preset::Thesis ? "thesis" : "default";
}

/// The live benchmarks that somebody uses: a search and the inspector share the images and the results.
class OpenTrainers
{
public:
    std::shared_ptr<const LiveBenchmark> open(const SearchSpace& space, const std::string& images,
                                              const std::stop_token& stop)
    {
        const std::pair key{std::string(space.name()), images};
        {
            const std::scoped_lock lock(m_mutex);
            if (auto known = m_open[key].lock())
                return known;
        }
        auto opened = openLiveBenchmark(liveName(images), space, stop); // not locked: others may cancel meanwhile
        const std::scoped_lock lock(m_mutex);
        m_open[key] = opened;
        return opened;
    }

private:
    std::mutex m_mutex;
    std::map<std::pair<std::string, std::string>, std::weak_ptr<const LiveBenchmark>> m_open; // protected by m_mutex
};

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
    backend.openTrainer = [trainers = std::make_shared<OpenTrainers>()](
                              const SearchSpace& space, const std::string& images, const std::stop_token& stop) {
        return trainers->open(space, images, stop);
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
