// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/fake_trainer.h"

#include "core/base/error.h"
#include "core/benchmark/live_name.h"
#include "ui/worker/fake_cells.h"

#include <map>
#include <mutex>
#include <utility>

namespace inverso::ui {

namespace {

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
        const SearchSpace& small = searchSpace("nasbench201");
        const double accuracy = fakeAccuracy(small, cell % small.size());
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

} // namespace

std::shared_ptr<const TrainingBenchmark> makeFakeTrainer(const FakeEngine::Settings& fake, const SearchSpace& space,
                                                         const std::string& images)
{
    return std::make_shared<FakeTrainer>(fake, space, images);
}

} // namespace inverso::ui
