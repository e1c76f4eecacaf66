// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/live_benchmark.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/live/stored_trainings.h"

#include <zlib.h>

#include <array>
#include <cstdio>

namespace inverso {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t trainingSeed = 0; // one label per function, for all seeds of a search

/// One file per recipe: other settings, or another kind of processor, give other accuracies.
fs::path resultsFile(const fs::path& folder, const CellTrainer& trainer, const std::string& recipe)
{
    std::array<char, 16> digits{};
    const auto* bytes = reinterpret_cast<const Bytef*>(recipe.data());
    std::snprintf(digits.data(), digits.size(), "%08lx", crc32_z(crc32(0, nullptr, 0), bytes, recipe.size()));
    return folder / (trainer.images().name + "-" + digits.data() + ".journal");
}

} // namespace

LiveBenchmark::LiveBenchmark(const SearchSpace& space, std::shared_ptr<const CellTrainer> trainer, std::string recipe,
                             std::string source, fs::path file)
    : m_space(space)
    , m_trainer(std::move(trainer))
    , m_recipe(std::move(recipe))
    , m_source(std::move(source))
    , m_journal(std::move(file), m_recipe, space.functionalClassCount())
{
}

std::optional<TrainingRecord> LiveBenchmark::find(CellIndex cell) const
{
    const std::lock_guard lock(m_mutex);
    const auto& records = m_journal.records();
    const auto known = records.find({m_space.functionalClass(cell), trainingSeed});
    return known == records.end() ? std::nullopt : std::optional(known->second);
}

int LiveBenchmark::trained() const
{
    const std::lock_guard lock(m_mutex);
    return m_trained;
}

TrainingRecord LiveBenchmark::train(CellIndex cell, const EpochSink& report, std::stop_token stop) const
{
    const std::uint32_t functionalClass = m_space.functionalClass(cell);
    std::unique_lock lock(m_mutex);
    // Another thread may be training it; if that fails, this one tries.
    if (!m_finished.wait(lock, stop, [&] { return !m_inWork.contains(functionalClass); }))
        throw Cancelled();
    m_journal.refresh(); // another program may have trained it
    const auto known = m_journal.records().find({functionalClass, trainingSeed});
    if (known != m_journal.records().end())
        return known->second;
    m_inWork.insert(functionalClass);
    lock.unlock();
    // The waiting threads are notified however the training ends.
    struct Leave
    {
        const LiveBenchmark& benchmark;
        std::uint32_t functionalClass;
        std::unique_lock<std::mutex>& lock;
        ~Leave()
        {
            if (!lock.owns_lock())
                lock.lock();
            benchmark.m_inWork.erase(functionalClass);
            benchmark.m_finished.notify_all();
        }
    } const leave{*this, functionalClass, lock};
    const TrainedCell cellResult = m_trainer->train(m_space, cell, trainingSeed, report, stop);
    const TrainingRecord record{functionalClass,    trainingSeed,          cellResult.valid, cellResult.test,
                                cellResult.seconds, cellResult.parameters, cellResult.flops};
    lock.lock();
    ++m_trained;
    m_journal.append(record);
    return m_journal.records().at({functionalClass, trainingSeed});
}

Label LiveBenchmark::label(CellIndex cell, std::stop_token stop) const
{
    const TrainingRecord record = train(cell, {}, std::move(stop));
    return {record.valid, record.test};
}

std::shared_ptr<const LiveBenchmark> openLiveBenchmark(std::string_view name, const SearchSpace& space,
                                                       const std::stop_token& stop)
{
    std::string images = liveImages(name);
    const auto data = openImages(images, stop);
    const auto trainer = std::make_shared<const CellTrainer>(data, fittedTo(tableTraining(space), *data), stop);
    if (images != trainer->images().name) // a folder: its path must work from other folders, too
        images = files::absolute(images).lexically_normal().string();
    const fs::path folder = trainingsFolder();
    if (folder.empty())
        throw Error("There is no folder for the results of " + std::string(name)
                    + ": set XDG_DATA_HOME or HOME to a folder that can be written.");
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
        throw Error("Cannot create the folder " + folder.string() + " for the results of " + std::string(name) + ": "
                    + failure.message() + ". Set XDG_DATA_HOME to a folder that can be written.");
    const std::string recipe = TrainingJournal::headingFor(space, *trainer, stop);
    return std::make_shared<LiveBenchmark>(space, trainer, recipe, liveName(images),
                                           resultsFile(folder, *trainer, recipe));
}

} // namespace inverso
