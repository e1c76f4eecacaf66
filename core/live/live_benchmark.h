// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/live_name.h"
#include "core/live/training_benchmark.h"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <set>

namespace inverso {

/// Accuracies by real training. Each function is trained once: its result is stored in a file for this and later runs.
/// Safe to call from several threads, which then train different functions at the same time.
class LiveBenchmark : public TrainingBenchmark
{
public:
    /// `recipe` is TrainingJournal::headingFor() of the two parameters before it; `source` is the name by which the
    /// benchmark can be opened again; `file` has the results and is created if it is missing. Throws Error as
    /// TrainingJournal.
    LiveBenchmark(const SearchSpace& space, std::shared_ptr<const CellTrainer> trainer, std::string recipe,
                  std::string source, std::filesystem::path file);

    [[nodiscard]] const SearchSpace& space() const override { return m_space; }
    [[nodiscard]] const std::string& dataset() const override { return m_trainer->images().name; }
    /// "live:" and the name or the absolute path of the images.
    [[nodiscard]] const std::string& source() const override { return m_source; }
    [[nodiscard]] bool knows(CellIndex cell) const override { return cell < m_space.size(); }
    /// Trains the cell, unless its function was trained before. Throws Cancelled (nothing is stored then),
    /// BrokenTraining, and Error when the result cannot be stored.
    [[nodiscard]] Label label(CellIndex cell, std::stop_token stop) const override;
    [[nodiscard]] std::string recipe() const override { return m_recipe; }

    [[nodiscard]] TrainingRecord train(CellIndex cell, const EpochSink& report, std::stop_token stop) const override;
    [[nodiscard]] std::optional<TrainingRecord> find(CellIndex cell) const override;
    /// Number of trainings by this object.
    [[nodiscard]] int trained() const;

private:
    const SearchSpace& m_space;
    std::shared_ptr<const CellTrainer> m_trainer;
    std::string m_recipe;
    std::string m_source;

    mutable std::mutex m_mutex; // protects what follows
    mutable std::condition_variable_any m_finished;
    mutable TrainingJournal m_journal;
    mutable std::set<std::uint32_t> m_inWork; // classes that a thread is training
    mutable int m_trained = 0;
};

/// The live benchmark of that name (see isLiveName()), with the settings of the embedded table and its results in the
/// user's data folder. Throws Error: no such images, folder cannot be written; Cancelled within 100 ms of `stop`.
std::shared_ptr<const LiveBenchmark> openLiveBenchmark(std::string_view name, const SearchSpace& space,
                                                       const std::stop_token& stop);

} // namespace inverso
