// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/training_benchmark.h"
#include "ui/worker/messages.h"

#include <functional>
#include <memory>

namespace inverso::ui {

/// Real training for a search: reports its progress, from the thread that asks for the label. Known results are not
/// reported.
class WatchedTraining : public Benchmark
{
public:
    using Notify = std::function<void(SearchTraining)>;

    WatchedTraining(std::shared_ptr<const TrainingBenchmark> live, Notify notify);

    [[nodiscard]] const SearchSpace& space() const override { return m_live->space(); }
    [[nodiscard]] const std::string& dataset() const override { return m_live->dataset(); }
    [[nodiscard]] const std::string& source() const override { return m_live->source(); }
    [[nodiscard]] bool knows(CellIndex cell) const override { return m_live->knows(cell); }
    [[nodiscard]] Label label(CellIndex cell, std::stop_token stop) const override;
    [[nodiscard]] std::string recipe() const override { return m_live->recipe(); }

private:
    std::shared_ptr<const TrainingBenchmark> m_live;
    Notify m_notify;
};

} // namespace inverso::ui
