// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/watched_training.h"

#include <utility>

namespace inverso::ui {

WatchedTraining::WatchedTraining(std::shared_ptr<const TrainingBenchmark> live, Notify notify)
    : m_live(std::move(live))
    , m_notify(std::move(notify))
{
}

Label WatchedTraining::label(CellIndex cell, std::stop_token stop) const
{
    if (const auto known = m_live->find(cell))
        return {known->valid, known->test};
    m_notify({.cell = cell});
    try {
        const TrainingRecord record = m_live->train(
            cell, [&](const EpochReport& epoch) { m_notify({.cell = cell, .epoch = epoch}); }, std::move(stop));
        m_notify({.cell = cell, .result = record, .ended = true});
        return {record.valid, record.test};
    } catch (...) {
        m_notify({.cell = cell, .ended = true});
        throw;
    }
}

} // namespace inverso::ui
