// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/fake_engine.h"

#include "core/base/error.h"
#include "core/base/made_once.h"
#include "core/benchmark/live_name.h"
#include "core/benchmark/query_ledger.h"
#include "core/model/accuracy_model.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace inverso::ui {

namespace {

constexpr std::string_view operationsSpace = "nasbench201"; // whose accuracies follow from the operations

bool followsOperations(const SearchSpace& space)
{
    return space.name() == operationsSpace;
}

// A large space's table knows every 200th cell only.
CellIndex stride(const SearchSpace& space)
{
    return followsOperations(space) ? 1 : 200;
}

// By label index: conv3x3 is best, none is worst.
double worth(const Graph& graph)
{
    constexpr std::array<double, 7> values{0.0, 0.0, 3.0, 4.2, 1.1, 1.6, -2.0};
    double sum = 0.0;
    for (std::size_t v = 0; v < graph.labels.size(); ++v)
        sum += values.at(graph.labels[v]) * (1.0 + 0.13 * static_cast<double>(v));
    return sum;
}

double accuracyOf(const SearchSpace& space, CellIndex cell)
{
    const CellIndex scattered = cell * 2654435761U;
    if (!followsOperations(space)) // without a look at the graphs of 423,624 cells
        return 50.0 + static_cast<double>(scattered % 45000U) / 1000.0;
    const double noise = static_cast<double>(scattered % 1000U) / 1000.0;
    return std::clamp(50.0 + 0.95 * worth(space.graph(cell)) + noise, 5.0, 99.0);
}

// Sleeps, in short naps that heed the stop token. Throws Cancelled.
void nap(int milliseconds, const std::stop_token& stop)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    while (std::chrono::steady_clock::now() < end) {
        if (stop.stop_requested())
            throw Cancelled();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

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
                m_means(cell, cell % m_means.columns) = static_cast<float>(accuracyOf(space, cell));
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
            double height = 0.4 * (accuracyOf(m_space, cell) - 70.0);
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

class FakeModel : public AccuracyModel
{
public:
    explicit FakeModel(const QueryLedger& ledger)
        : m_ledger(ledger)
    {
    }
    float estimate(CellIndex cell) const
    {
        return static_cast<float>(accuracyOf(m_ledger.space(), cell) + 1.5 * std::sin(static_cast<double>(cell)));
    }
    std::vector<Prediction> predict(std::span<const CellIndex> cells) const override
    {
        std::vector<Prediction> result;
        for (const CellIndex cell : cells)
            result.push_back({estimate(cell), 0.4F});
        return result;
    }
    std::vector<Prediction> predictAll() const override
    {
        std::vector<CellIndex> all(m_ledger.space().size());
        for (CellIndex i = 0; i < all.size(); ++i)
            all[i] = i;
        return predict(all);
    }
    Inversion invert(double target, const InversionSettings& settings, Rng&, std::stop_token stop) const override
    {
        std::vector<std::pair<double, CellIndex>> byDistance;
        for (CellIndex i = 0; i < m_ledger.space().size(); ++i)
            byDistance.emplace_back(std::abs(double{estimate(i)} - target), i);
        const auto wanted = std::min<std::size_t>(static_cast<std::size_t>(settings.count), byDistance.size());
        std::ranges::partial_sort(byDistance, byDistance.begin() + static_cast<std::ptrdiff_t>(wanted));
        if (stop.stop_requested())
            throw Cancelled();
        Inversion result;
        for (std::size_t i = 0; i < wanted; ++i) {
            const auto [distance, cell] = byDistance[i];
            result.cells.push_back({cell, static_cast<float>(target), estimate(cell), m_ledger.isLabelled(cell),
                                    static_cast<float>(distance)});
        }
        result.decodes.total = settings.draws;
        return result;
    }

private:
    const QueryLedger& m_ledger;
};

class FakeSearch : public SearchStrategy
{
public:
    FakeSearch(const FakeEngine::Settings& fake, const SearchSettings& settings, QueryLedger& ledger)
        : m_fake(fake)
        , m_settings(settings)
        , m_ledger(ledger)
        , m_model(ledger)
        , m_rng(Rng(settings.seed).split("fake"))
    {
    }
    std::string_view name() const override { return m_settings.method; }
    bool isFinished() const override { return m_ledger.remaining() == 0; }
    const AccuracyModel* model() const override
    {
        return m_settings.method == "fake" && m_round > 0 ? &m_model : nullptr;
    }
    /// Three phases: it proposes, asks, and naps.
    Phase advance(std::stop_token stop) override
    {
        if (m_next == PhaseKind::Generate)
            begin();
        Phase phase{.kind = m_next, .round = m_current.number};
        if (m_next == PhaseKind::Generate) {
            for (const Candidate& candidate : m_current.candidates)
                phase.cells.push_back(candidate.cell);
            m_ledger.expect(phase.cells);
            m_next = PhaseKind::Query;
        } else if (m_next == PhaseKind::Query) {
            ask(stop);
            noteQueries(phase, m_current.queries);
            m_next = PhaseKind::Retrain;
        } else {
            finish(stop);
            phase.finished = std::exchange(m_current, {});
            m_next = PhaseKind::Generate;
        }
        return phase;
    }

private:
    void begin()
    {
        if (m_round == m_fake.failInRound)
            throw Error("The fake search broke off in round " + std::to_string(m_round) + ".");
        m_current.number = m_round;
        m_wanted = std::min(m_ledger.remaining(), m_round == 0 ? 10 : (isModelled() ? m_settings.topK : 1));
        propose(m_current, isModelled() && m_round > 0 ? m_settings.candidates : m_wanted);
    }
    void ask(const std::stop_token& stop)
    {
        for (int i = 0; i < m_wanted; ++i) {
            const CellIndex cell = m_current.candidates[static_cast<std::size_t>(i)].cell;
            if (m_ledger.query(cell, m_round, isModelled() ? m_model.estimate(cell) : NAN, stop))
                m_current.queries.push_back(m_ledger.history().back());
            else
                m_current.refusals.push_back(m_ledger.refusals().back());
        }
        if (!isModelled() || m_round == 0)
            m_current.candidates.clear();
    }
    void finish(const std::stop_token& stop)
    {
        nap(m_fake.roundMilliseconds, stop);
        m_current.decodes.total = 120;
        m_current.decodes.invalid = 1;
        ++m_round;
        if (m_fake.steps != nullptr)
            ++*m_fake.steps;
    }
    [[nodiscard]] bool isModelled() const { return m_settings.method == "fake"; }
    void propose(Round& round, int count)
    {
        const CellIndex step = stride(m_ledger.space());
        while (static_cast<int>(round.candidates.size()) < count) {
            const CellIndex cell =
                step * static_cast<CellIndex>(m_rng.below((m_ledger.space().size() + step - 1) / step));
            const bool twice = std::ranges::any_of(round.candidates, [&](const auto& c) { return c.cell == cell; });
            if (!m_ledger.isLabelled(cell) && !twice)
                round.candidates.push_back({cell, m_model.estimate(cell), 0.4F});
        }
        std::ranges::sort(round.candidates, [](const auto& a, const auto& b) { return a.predicted > b.predicted; });
    }
    FakeEngine::Settings m_fake;
    SearchSettings m_settings;
    QueryLedger& m_ledger;
    FakeModel m_model;
    Rng m_rng;
    PhaseKind m_next = PhaseKind::Generate;
    Round m_current;
    int m_wanted = 0;
    int m_round = 0;
};

// Eight epochs, with an accuracy that follows from the cell; each function once.
class FakeTrainer : public TrainingBenchmark
{
public:
    FakeTrainer(FakeEngine::Settings fake, const SearchSpace& space, const std::string& images)
        : m_fake(std::move(fake))
        , m_space(space)
        , m_source(liveName(images))
        , m_images(images.substr(images.rfind('/') + 1))
    {
        for (const auto& [functionalClass, results] : m_fake.stored) {
            for (const StoredTraining& result : results)
                if (result.images == m_images)
                    m_known[functionalClass] = result.record;
        }
    }
    const SearchSpace& space() const override { return m_space; }
    const std::string& dataset() const override { return m_images; }
    const std::string& source() const override { return m_source; }
    bool knows(CellIndex cell) const override { return cell < space().size(); }
    Label label(CellIndex cell, std::stop_token stop) const override
    {
        const TrainingRecord record = train(cell, {}, std::move(stop));
        return {record.valid, record.test};
    }
    std::optional<TrainingRecord> find(CellIndex cell) const override
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_known.find(space().functionalClass(cell));
        return known != m_known.end() ? std::optional(known->second) : std::nullopt;
    }
    TrainingRecord train(CellIndex cell, const EpochSink& report, std::stop_token stop) const override
    {
        if (const auto known = find(cell))
            return *known;
        for (int epoch = 1; epoch <= epochs; ++epoch) {
            nap(m_fake.epochMilliseconds, stop);
            if (cell == m_fake.broken)
                throw BrokenTraining("The training broke down.");
            if (report)
                report({epoch, epochs, 2.0F / static_cast<float>(epoch), 10.0F * static_cast<float>(epoch)});
        }
        if (m_fake.trainings != nullptr)
            ++*m_fake.trainings;
        const std::scoped_lock lock(m_mutex);
        const SearchSpace& small = searchSpace(operationsSpace);
        const double accuracy = accuracyOf(small, cell % small.size());
        return m_known[space().functionalClass(cell)] = {.functionalClass = space().functionalClass(cell),
                                                         .valid = accuracy,
                                                         .test = accuracy - 1.0,
                                                         .seconds = 3.25,
                                                         .parameters = 0.0123,
                                                         .flops = 0.5};
    }

private:
    static constexpr int epochs = 8;

    FakeEngine::Settings m_fake;
    const SearchSpace& m_space;
    std::string m_source;
    std::string m_images;
    mutable std::mutex m_mutex;
    mutable std::map<std::uint32_t, TrainingRecord> m_known; // by functional class; protected by m_mutex
};

constexpr std::array fakeMethods{
    MethodInfo{"fake", "Fake search", "Proposes and asks; for tests.", true, {.topK = 5, .candidates = 100}, true},
    MethodInfo{"fake-free", "Fake search without a model", "Asks one cell a round; for tests.", false},
};

} // namespace

std::string FakeEngine::tableCsv(const SearchSpace& space)
{
    std::string csv;
    for (const std::string_view key : space.keyColumns())
        csv += std::string(key) + ',';
    csv += "alpha_valid,alpha_test,beta_valid,beta_test,params_mb\n";
    std::array<char, 128> numbers{};
    for (CellIndex cell = 0; cell < space.size(); cell += stride(space)) {
        const double alpha = accuracyOf(space, cell);
        std::snprintf(numbers.data(), numbers.size(), ",%.4f,%.4f,%.4f,%.4f,%.3f\n", alpha, alpha - 0.6, alpha * 0.8,
                      alpha * 0.79, 0.1 + static_cast<double>(cell % 90) / 70.0);
        std::string key = space.text(cell);
        if (const auto colon = key.find(':'); space.keyColumns().size() == 2)
            key = key.substr(0, colon) + ",\"" + key.substr(colon + 1) + '"';
        csv += key + numbers.data();
    }
    return csv;
}

std::shared_ptr<const Table> FakeEngine::table(const SearchSpace& space)
{
    static MadeOnce<std::shared_ptr<const Table>> tables;
    const std::string name = followsOperations(space) ? smallTable : largeSpaceTable;
    return tables.get(name, [&] { return Table::parse(tableCsv(space), name); }, {});
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
    return {fakeMethods.begin(), fakeMethods.end()};
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
    return std::make_shared<FakeTrainer>(m_settings, space, images);
}

StoredTrainings FakeEngine::findTrainings(const SearchSpace&, const std::stop_token&)
{
    return m_settings.stored;
}

SearchSettings FakeEngine::resolve(const SearchSettings& settings) const
{
    SearchSettings wanted = settings;
    if (wanted.budget < 10)
        throw UsageError("--budget is " + std::to_string(wanted.budget) + "; allowed: at least the 10 initial labels.");
    if (wanted.topK == 0)
        wanted.topK = 5;
    if (wanted.candidates == 0)
        wanted.candidates = 100;
    return wanted;
}

std::unique_ptr<SearchStrategy> FakeEngine::createStrategy(const SearchSettings& settings, QueryLedger& ledger,
                                                           std::shared_ptr<const LatentSpace>)
{
    return std::make_unique<FakeSearch>(m_settings, settings, ledger);
}

ExperimentEnd FakeEngine::reproduce(const Plan&, int, ResultStore&,
                                    const std::function<void(const ExperimentProgress&)>&, const std::stop_token&)
{
    throw Error("The fake engine runs no experiments.");
}

} // namespace inverso::ui
