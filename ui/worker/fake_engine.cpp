// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/fake_engine.h"

#include "core/base/setting.h"
#include "core/benchmark/csv_key.h"
#include "ui/worker/fake_cells.h"
#include "ui/worker/fake_search.h"
#include "ui/worker/fake_trainer.h"

#include <array>
#include <cstdio>
#include <utility>

namespace inverso::ui {

namespace {

class FakeLatents : public LatentSpace
{
public:
    explicit FakeLatents(const SearchSpace& space)
        : m_space(space)
        , m_means(space.size(), followsOperations(space) ? 128 : 8)
    {
        for (CellIndex cell = 0; cell < space.size(); ++cell) {
            if (followsOperations(space))
                encode(cell);
            else
                m_means(cell, cell % m_means.columns) = static_cast<float>(fakeAccuracy(space, cell));
        }
    }
    const SearchSpace& space() const override { return m_space; }
    using LatentSpace::means;
    const Matrix& means() const override { return m_means; }
    const std::string& source() const override { return m_source; }
    std::vector<std::optional<CellIndex>> decode(const Matrix& latents) const override
    {
        return std::vector<std::optional<CellIndex>>(latents.rows);
    }
    Matrix principalMap() const override
    {
        Matrix map(m_space.size(), 2);
        Rng rng(7);
        for (std::size_t i = 0; i < map.rows; ++i) {
            const auto cell = static_cast<CellIndex>(i);
            double height = 0.4 * (fakeAccuracy(m_space, cell) - 70.0);
            double band = static_cast<double>(i % 7);
            if (followsOperations(m_space)) {
                const Graph graph = m_space.graph(cell);
                height = 0.4 * worth(graph);
                band = static_cast<double>(graph.labels[1 + i % 6]);
            }
            map(i, 0) = static_cast<float>(height + 2.0 * rng.normal());
            map(i, 1) = static_cast<float>(3.0 * band + 1.5 * rng.normal());
        }
        return map;
    }

private:
    void encode(CellIndex cell)
    {
        const Graph graph = m_space.graph(cell);
        for (std::size_t v = 0; v < graph.labels.size(); ++v)
            m_means(cell, 16 * v + graph.labels[v]) = 1.0F;
    }

    const SearchSpace& m_space;
    Matrix m_means;
    std::string m_source = "/dev/null"; // a file, whose hash a session keeps
};

} // namespace

std::string FakeEngine::tableCsv(const SearchSpace& space)
{
    std::string csv = csvKeyColumns(space) + ",alpha_valid,alpha_test,beta_valid,beta_test,params_mb\n";
    std::array<char, 128> numbers{};
    for (CellIndex cell = 0; cell < space.size(); cell += stride(space)) {
        const double alpha = fakeAccuracy(space, cell);
        std::snprintf(numbers.data(), numbers.size(), "%.4f,%.4f,%.4f,%.4f,%.3f\n", alpha, alpha - 0.6, alpha * 0.8,
                      alpha * 0.79, 0.1 + static_cast<double>(cell % 90) / 70.0);
        csv += csvKey(space, cell) + "," + numbers.data();
    }
    return csv;
}

std::shared_ptr<const Table> FakeEngine::table(const SearchSpace& space)
{
    if (followsOperations(space)) {
        static const auto small = Table::parse(tableCsv(space), smallTable);
        return small;
    }
    static const auto large = Table::parse(tableCsv(space), largeSpaceTable);
    return large;
}

std::shared_ptr<const LatentSpace> FakeEngine::latents(const SearchSpace& space)
{
    return std::make_shared<const FakeLatents>(space);
}

FakeEngine::FakeEngine()
    : FakeEngine(Settings())
{
}

FakeEngine::FakeEngine(Settings settings)
    : m_settings(std::move(settings))
{
}

std::vector<MethodInfo> FakeEngine::methods() const
{
    return {
        {.name = "fake",
         .title = "Fake search",
         .summary = "Proposes and asks; for tests.",
         .needsModel = true,
         .defaults = {.topK = 5, .candidates = 100},
         .hasPresets = true},
        {.name = "fake-free", .title = "Fake search without a model", .summary = "Asks one cell a round; for tests."}};
}

std::shared_ptr<const Table> FakeEngine::openTable(const std::string& nameOrPath)
{
    if (nameOrPath == smallTable)
        return table(searchSpace("nasbench201"));
    if (nameOrPath == largeSpaceTable)
        return table(searchSpace("nasbench101"));
    return Table::load(nameOrPath);
}

std::shared_ptr<const LatentSpace> FakeEngine::loadLatents(const SearchSpace& space, Preset)
{
    if (!m_settings.hasWeights)
        throw Error("No weights were found; make them with ./dev weights.");
    return latents(space);
}

MapLayoutPtr FakeEngine::findMap(const SearchSpace&, Preset)
{
    return nullptr;
}

std::shared_ptr<const TrainingBenchmark> FakeEngine::openTrainer(const SearchSpace& space, const std::string& images,
                                                                 const std::stop_token& stop)
{
    nap(m_settings.openMilliseconds, stop);
    if (!m_settings.hasImages)
        throw Error("There are no images in " + images + ".");
    return makeFakeTrainer(m_settings, space, images);
}

StoredTrainings FakeEngine::findTrainings(const SearchSpace&, const std::stop_token&)
{
    return m_settings.stored;
}

SearchSettings FakeEngine::resolve(const SearchSettings& settings) const
{
    SearchSettings wanted = settings;
    if (wanted.budget < 10)
        throw SettingError(SettingError::Kind::Value, "budget", std::to_string(wanted.budget), "10 or more");
    if (wanted.topK == 0)
        wanted.topK = 5;
    if (wanted.candidates == 0)
        wanted.candidates = 100;
    return wanted;
}

std::unique_ptr<SearchStrategy> FakeEngine::createStrategy(const SearchSettings& settings, QueryLedger& ledger,
                                                           std::shared_ptr<const LatentSpace>)
{
    return makeFakeSearch(m_settings, settings, ledger);
}

ExperimentEnd FakeEngine::reproduce(const Plan&, int, ResultStore&,
                                    const std::function<void(const ExperimentProgress&)>&, const std::stop_token&)
{
    throw Error("The fake engine runs no experiments.");
}

} // namespace inverso::ui
