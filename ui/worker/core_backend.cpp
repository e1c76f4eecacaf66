// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/catalogue.h"
#include "core/live/live_benchmark.h"
#include "core/projection/latent_map.h"
#include "core/session/fingerprint.h"
#include "ui/worker/backend.h"

#include <string_view>

namespace inverso::ui {

namespace {

std::string_view weightsName(Preset preset)
{
    return preset == Preset::Thesis ? "thesis" : "default";
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
    backend.openTrainer = [](const SearchSpace& space, const std::string& images,
                             const std::stop_token& opening) -> TrainCell {
        return [live = openLiveBenchmark("live:" + images, space, opening)](CellIndex cell, const EpochSink& report,
                                                                            std::stop_token stop) {
            return live->train(cell, report, std::move(stop));
        };
    };
    backend.resolve = [](const SearchSettings& settings) { return resolved(settings); };
    backend.createStrategy = [](const SearchSettings& settings, QueryLedger& ledger,
                                std::shared_ptr<const LatentSpace> latents) {
        return inverso::createStrategy(settings, ledger, std::move(latents));
    };
    return backend;
}

} // namespace inverso::ui
