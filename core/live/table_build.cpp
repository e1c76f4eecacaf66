// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/table_build.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/new_file.h"
#include "core/base/random.h"
#include "core/benchmark/csv_key.h"
#include "core/live/cell_plan.h"
#include "core/live/training_journal.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

namespace inverso {

namespace {

namespace fs = std::filesystem;

struct Task
{
    std::uint32_t functionalClass = 0;
    std::uint64_t seed = 0;
};

/// The results of a class over its seeds.
struct ClassResult
{
    int seeds = 0;
    double valid = 0.0;
    double test = 0.0;
    double deviation = std::nan(""); // of the validation accuracies
    double seconds = 0.0;
    double parameters = 0.0;
    double flops = 0.0;
};

class Build
{
public:
    Build(const SearchSpace& space, const CellTrainer& trainer, const TableBuildSettings& settings,
          const std::stop_token& stop)
        : m_space(space)
        , m_trainer(trainer)
        , m_settings(settings)
        , m_heading(TrainingJournal::headingFor(space, trainer, stop))
        , m_representatives(classRepresentatives(space))
        , m_order(Rng(0).split("table").sample(m_representatives.size(), m_representatives.size()))
        , m_journal(ownJournal(), m_heading, space.functionalClassCount())
    {
    }

    [[nodiscard]] std::vector<Task> missing() const;
    [[nodiscard]] bool isMine(const Task& task) const
    {
        return (task.functionalClass + task.seed) % static_cast<std::uint64_t>(m_settings.shards)
               == static_cast<std::uint64_t>(m_settings.shard - 1);
    }
    void train(const Task& task, const std::stop_token& stop);
    [[nodiscard]] std::size_t writeTable() const;

private:
    [[nodiscard]] fs::path ownJournal() const;
    [[nodiscard]] TrainingRecords allRecords() const;
    [[nodiscard]] std::vector<ClassResult> results(const TrainingRecords& records) const;

    const SearchSpace& m_space;
    const CellTrainer& m_trainer;
    const TableBuildSettings& m_settings;
    std::string m_heading;
    std::vector<CellIndex> m_representatives; // by class
    std::vector<std::uint32_t> m_order;       // of classes
    TrainingJournal m_journal;
};

fs::path Build::ownJournal() const
{
    fs::path path = m_settings.out;
    if (m_settings.shards > 1)
        path += ".shard" + std::to_string(m_settings.shard) + "of" + std::to_string(m_settings.shards);
    path += ".journal";
    if (!m_settings.resume && files::exists(path))
        throw UsageError(path.string()
                         + " has trainings of an earlier build: resume it, or choose another output file.");
    return path;
}

// The journals of this and every other shard, for any number of shards.
TrainingRecords Build::allRecords() const
{
    TrainingRecords all = m_journal.records();
    const fs::path folder = m_settings.out.has_parent_path() ? m_settings.out.parent_path() : fs::path(".");
    const std::string start = m_settings.out.filename().string() + ".";
    files::visit(folder, [&](const fs::directory_entry& entry) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(start) && name.ends_with(".journal") && name != m_journal.path().filename().string())
            all.merge(TrainingJournal::read(entry.path(), m_heading, m_space.functionalClassCount()));
        return true;
    });
    return all;
}

std::vector<ClassResult> Build::results(const TrainingRecords& records) const
{
    std::vector<ClassResult> results(m_representatives.size());
    std::vector<double> squares(results.size());
    for (const auto& [key, record] : records) {
        ClassResult& result = results[record.functionalClass];
        ++result.seeds;
        result.valid += record.valid;
        squares[record.functionalClass] += record.valid * record.valid;
        result.test += record.test;
        result.seconds += record.seconds;
        result.parameters = record.parameters;
        result.flops = record.flops;
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        ClassResult& result = results[i];
        if (result.seeds == 0)
            continue;
        result.valid /= result.seeds;
        result.test /= result.seeds;
        result.seconds /= result.seeds;
        if (result.seeds > 1)
            result.deviation =
                std::sqrt(std::max(0.0, squares[i] - result.seeds * result.valid * result.valid) / (result.seeds - 1));
    }
    return results;
}

std::vector<Task> Build::missing() const
{
    const TrainingRecords records = allRecords();
    std::vector<Task> tasks;
    const auto want = [&](std::uint32_t number, std::uint64_t seed) {
        if (!records.contains({number, seed}))
            tasks.push_back({number, seed});
    };
    for (int seed = 0; seed < m_settings.seeds; ++seed)
        for (const std::uint32_t number : m_order)
            want(number, static_cast<std::uint64_t>(seed));
    if (!tasks.empty() || m_settings.topClasses == 0)
        return tasks;
    // The best classes by their first trainings only, so that further seeds do not change the choice.
    TrainingRecords first;
    for (const auto& [key, record] : records)
        if (key.second < static_cast<std::uint64_t>(m_settings.seeds))
            first.emplace(key, record);
    const auto known = results(first);
    std::vector<std::uint32_t> best(known.size());
    std::iota(best.begin(), best.end(), 0U);
    std::stable_sort(best.begin(), best.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return known[a].valid > known[b].valid; });
    best.resize(std::min(best.size(), static_cast<std::size_t>(m_settings.topClasses)));
    for (int seed = m_settings.seeds; seed < m_settings.topSeeds; ++seed)
        for (const std::uint32_t number : best)
            want(number, static_cast<std::uint64_t>(seed));
    return tasks;
}

void Build::train(const Task& task, const std::stop_token& stop)
{
    const CellIndex cell = m_representatives[task.functionalClass];
    const TrainedCell trained = m_trainer.train(m_space, cell, task.seed, {}, stop);
    m_journal.append({task.functionalClass, task.seed, trained.valid, trained.test, trained.seconds, trained.parameters,
                      trained.flops});
}

std::size_t Build::writeTable() const
{
    const auto known = results(allRecords());
    NewFile file(m_settings.out, "Check the folder and the free space. The trainings are kept.");
    std::ostream& stream = file.stream();
    stream.precision(7);
    const std::string& dataset = m_trainer.images().name;
    stream << "# " << m_heading << "\n";
    stream << csvKeyColumns(m_space) << ',' << dataset << "_valid," << dataset
           << "_test,seconds,parameters,flops,class,seeds,valid_deviation\n";
    std::size_t rows = 0;
    for (CellIndex cell = 0; cell < m_space.size(); ++cell) {
        const ClassResult& result = known[m_space.functionalClass(cell)];
        if (result.seeds == 0)
            continue;
        stream << csvKey(m_space, cell) << ',' << result.valid << ',' << result.test << ',' << result.seconds << ','
               << result.parameters << ',' << result.flops << ',' << m_space.functionalClass(cell) << ','
               << result.seeds << ',';
        if (!std::isnan(result.deviation))
            stream << result.deviation;
        stream << '\n';
        ++rows;
    }
    file.commit();
    return rows;
}

} // namespace

TableBuildResult buildTable(const SearchSpace& space, const CellTrainer& trainer, const TableBuildSettings& settings,
                            const ProgressSink& progress, std::stop_token stop)
{
    const auto start = std::chrono::steady_clock::now();
    Build build(space, trainer, settings, stop);
    TableBuildResult result;
    const auto spent = [&] { return settings.most >= 0 && result.trained >= static_cast<std::size_t>(settings.most); };
    std::set<std::pair<std::uint32_t, std::uint64_t>> broken; // by class and seed; not tried again
    // One pass may lead to another: the best classes are known when every class has its first training.
    for (bool worked = true; worked && !spent();) {
        worked = false;
        const std::vector<Task> tasks = build.missing();
        for (std::size_t i = 0; i < tasks.size() && !spent(); ++i) {
            if (!build.isMine(tasks[i]))
                continue;
            if (broken.contains({tasks[i].functionalClass, tasks[i].seed}))
                continue;
            try {
                build.train(tasks[i], stop);
            } catch (const BrokenTraining& error) {
                broken.insert({tasks[i].functionalClass, tasks[i].seed});
                result.broken.emplace_back(error.what());
                continue;
            }
            worked = true;
            ++result.trained;
            if (progress)
                progress({"Training cells", static_cast<double>(i + 1) / static_cast<double>(tasks.size()),
                          std::to_string(result.trained) + " trained"});
        }
    }
    result.missing = build.missing().size();
    if (result.missing == 0 || settings.partial)
        result.cells = build.writeTable();
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

} // namespace inverso
