// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/search_engine.h"

#include <atomic>
#include <optional>

namespace inverso::ui {

/// A search engine without LibTorch for tests: small tables and made-up latents of both built-in spaces, and two
/// methods. "fake" proposes candidates, asks five a round and has a model that can be inverted; "fake-free" asks one a
/// round and has none. A test that needs something else derives from it.
class FakeEngine : public SearchEngine
{
public:
    /// All cells of NAS-Bench-201, with accuracies that follow from their operations.
    static constexpr const char* smallTable = "small";
    /// Two thousand cells spread over the 423,624 of NAS-Bench-101.
    static constexpr const char* largeSpaceTable = "small101";

    /// How it behaves.
    struct Settings
    {
        int roundMilliseconds = 0;             ///< length of a round, in short naps that heed the stop token
        int failInRound = -1;                  ///< step() of that round throws
        bool hasWeights = true;                ///< else loadLatents throws
        std::atomic<int>* steps = nullptr;     ///< counts finished rounds, on the worker's thread
        int epochMilliseconds = 5;             ///< length of an epoch of a training
        bool hasImages = true;                 ///< else openTrainer throws
        int openMilliseconds = 0;              ///< length of openTrainer
        std::atomic<int>* trainings = nullptr; ///< counts finished trainings
        int inversionMilliseconds = 0;         ///< length of an inversion, in short naps that heed the stop token
        std::optional<CellIndex> broken = {};  ///< its training fails
        StoredTrainings stored = {};           ///< of earlier sessions
    };

    /// A CSV of the space's cells: two data sets, "alpha" and "beta", one attribute.
    static std::string tableCsv(const SearchSpace& space);
    /// The same, loaded; one object per space.
    static std::shared_ptr<const Table> table(const SearchSpace& space);
    /// Made-up latents, new ones each time; their map positions are well spread. Of NAS-Bench-201 a cell's code is its
    /// one-hot labels.
    static std::shared_ptr<const LatentSpace> latents(const SearchSpace& space);

    FakeEngine();
    explicit FakeEngine(Settings settings);

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
    [[nodiscard]] bool canReproduce() const override { return false; }
    ExperimentEnd reproduce(const Plan& plan, int seeds, ResultStore& store,
                            const std::function<void(const ExperimentProgress&)>& progress,
                            const std::stop_token& stop) override;

private:
    Settings m_settings;
};

} // namespace inverso::ui
