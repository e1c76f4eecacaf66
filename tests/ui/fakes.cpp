// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"

#include "core/base/error.h"
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
#include <sstream>
#include <thread>
#include <utility>

namespace inverso::test {

namespace {

// By label index: conv3x3 is best, none is worst.
double worth(const Graph& graph)
{
    constexpr std::array<double, 7> values{0.0, 0.0, 3.0, 4.2, 1.1, 1.6, -2.0};
    double sum = 0.0;
    for (std::size_t v = 0; v < graph.labels.size(); ++v)
        sum += values.at(graph.labels[v]) * (1.0 + 0.13 * static_cast<double>(v));
    return sum;
}

double alphaOf(CellIndex cell)
{
    const double noise = static_cast<double>((cell * 2654435761U) % 1000U) / 1000.0;
    return std::clamp(50.0 + 0.95 * worth(searchSpace("nasbench201").graph(cell)) + noise, 5.0, 99.0);
}

// So long, unless it is to stop. Throws Cancelled.
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
    FakeLatents()
        : m_means(searchSpace("nasbench201").size(), 128)
    {
        for (CellIndex cell = 0; cell < space().size(); ++cell) {
            const Graph graph = space().graph(cell);
            for (std::size_t v = 0; v < graph.labels.size(); ++v)
                m_means(cell, 16 * v + graph.labels[v]) = 1.0F;
        }
    }
    const SearchSpace& space() const override { return searchSpace("nasbench201"); }
    using LatentSpace::means;
    const Matrix& means() const override { return m_means; }
    const std::string& source() const override { return m_source; }
    std::vector<std::optional<CellIndex>> decode(const Matrix& latents) const override
    {
        return std::vector<std::optional<CellIndex>>(latents.rows);
    }
    Matrix principalMap() const override
    {
        Matrix map(space().size(), 2);
        Rng rng(7);
        for (std::size_t i = 0; i < map.rows; ++i) {
            const Graph graph = space().graph(static_cast<CellIndex>(i));
            map(i, 0) = static_cast<float>(0.4 * worth(graph) + 2.0 * rng.normal());
            map(i, 1) = static_cast<float>(3.0 * static_cast<double>(graph.labels[1 + i % 6]) + 1.5 * rng.normal());
        }
        return map;
    }

private:
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
    static float estimate(CellIndex cell)
    {
        return static_cast<float>(alphaOf(cell) + 1.5 * std::sin(static_cast<double>(cell)));
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
        std::ranges::sort(byDistance);
        if (stop.stop_requested())
            throw Cancelled();
        Inversion result;
        for (int i = 0; i < settings.count; ++i) {
            const auto [distance, cell] = byDistance[static_cast<std::size_t>(i)];
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
    FakeSearch(const FakeSettings& fake, const SearchSettings& settings, QueryLedger& ledger)
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
            if (m_ledger.query(cell, m_round, isModelled() ? FakeModel::estimate(cell) : NAN, stop))
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
        while (static_cast<int>(round.candidates.size()) < count) {
            const auto cell = static_cast<CellIndex>(m_rng.below(m_ledger.space().size()));
            const bool twice = std::ranges::any_of(round.candidates, [&](const auto& c) { return c.cell == cell; });
            if (!m_ledger.isLabelled(cell) && !twice)
                round.candidates.push_back({cell, FakeModel::estimate(cell), 0.4F});
        }
        std::ranges::sort(round.candidates, [](const auto& a, const auto& b) { return a.predicted > b.predicted; });
    }
    FakeSettings m_fake;
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
    FakeTrainer(FakeSettings fake, const SearchSpace& space, const std::string& images)
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
        const double accuracy = alphaOf(cell % searchSpace("nasbench201").size());
        return m_known[space().functionalClass(cell)] = {.functionalClass = space().functionalClass(cell),
                                                         .valid = accuracy,
                                                         .test = accuracy - 1.0,
                                                         .seconds = 3.25,
                                                         .parameters = 0.0123,
                                                         .flops = 0.5};
    }

private:
    static constexpr int epochs = 8;

    FakeSettings m_fake;
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

std::string smallTableCsv()
{
    const SearchSpace& space = searchSpace("nasbench201");
    std::string csv = "arch,alpha_valid,alpha_test,beta_valid,beta_test,params_mb\n";
    std::array<char, 128> numbers{};
    for (CellIndex cell = 0; cell < space.size(); ++cell) {
        const double alpha = alphaOf(cell);
        std::snprintf(numbers.data(), numbers.size(), ",%.4f,%.4f,%.4f,%.4f,%.3f\n", alpha, alpha - 0.6, alpha * 0.8,
                      alpha * 0.79, 0.1 + static_cast<double>(cell % 90) / 70.0);
        csv += space.text(cell) + numbers.data();
    }
    return csv;
}

std::shared_ptr<const Table> smallTable()
{
    static const std::shared_ptr<const Table> table = Table::parse(smallTableCsv(), "small");
    return table;
}

std::shared_ptr<const LatentSpace> fakeLatents()
{
    return std::make_shared<const FakeLatents>();
}

ui::Backend fakeBackend(const FakeSettings& settings)
{
    ui::Backend backend;
    backend.methods.assign(fakeMethods.begin(), fakeMethods.end());
    backend.openTable = [](const std::string& name) { return name == "small" ? smallTable() : Table::load(name); };
    backend.loadLatents = [settings](const SearchSpace& space, Preset) {
        if (!settings.hasWeights || space.name() != "nasbench201")
            throw Error("No weights were found; make them with ./dev weights.");
        return fakeLatents();
    };
    backend.resolve = [](SearchSettings wanted) {
        if (wanted.budget < 10)
            throw UsageError("--budget is " + std::to_string(wanted.budget)
                             + "; allowed: at least the 10 initial labels.");
        if (wanted.topK == 0)
            wanted.topK = 5;
        if (wanted.candidates == 0)
            wanted.candidates = 100;
        return wanted;
    };
    backend.openTrainer = [fake = settings](const SearchSpace& space, const std::string& images,
                                            const std::stop_token& stop) -> std::shared_ptr<const TrainingBenchmark> {
        nap(fake.openMilliseconds, stop);
        if (!fake.hasImages)
            throw Error("There are no images in " + images + ".");
        return std::make_shared<FakeTrainer>(fake, space, images);
    };
    backend.findTrainings = [stored = settings.stored](const SearchSpace&, const std::stop_token&) { return stored; };
    backend.createStrategy = [settings](const SearchSettings& wanted, QueryLedger& ledger,
                                        const std::shared_ptr<const LatentSpace>&) {
        return std::make_unique<FakeSearch>(settings, wanted, ledger);
    };
    return backend;
}

} // namespace inverso::test
