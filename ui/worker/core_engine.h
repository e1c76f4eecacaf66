// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/search_engine.h"

namespace inverso::ui {

/// The engine that uses the program's core.
class CoreEngine : public SearchEngine
{
public:
    CoreEngine();
    ~CoreEngine() override;

    [[nodiscard]] std::vector<MethodInfo> methods() const override;
    std::shared_ptr<const Table> openTable(const std::string& nameOrPath) override;
    std::shared_ptr<const LatentSpace> loadLatents(const SearchSpace& space, Preset preset) override;
    MapLayoutPtr findMap(const SearchSpace& space, Preset preset) override;
    std::shared_ptr<const TrainingBenchmark> openTrainer(const SearchSpace& space, const std::string& images,
                                                         const std::stop_token& stop) override;
    StoredTrainings findTrainings(const SearchSpace& space, const std::stop_token& stop) override;
    [[nodiscard]] SearchSettings resolve(const SearchSettings& settings) const override;
    std::unique_ptr<SearchStrategy> createStrategy(const SearchSettings& settings, QueryLedger& ledger,
                                                   std::shared_ptr<const LatentSpace> latents) override;
    [[nodiscard]] bool canReproduce() const override { return true; }
    ExperimentEnd reproduce(const Plan& plan, int seeds, ResultStore& store,
                            const std::function<void(const ExperimentProgress&)>& progress,
                            const std::stop_token& stop) override;

private:
    struct Trainers;

    std::unique_ptr<Trainers> m_trainers;
};

} // namespace inverso::ui
