// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/cell_trainings.h"

#include <utility>

namespace inverso::ui {

const CellTraining* CellTrainings::of(CellIndex cell) const
{
    const auto found = m_trainings.find(cell);
    return found != m_trainings.end() ? &found->second : nullptr;
}

void CellTrainings::set(CellIndex cell, CellTraining training)
{
    m_trainings.insert_or_assign(cell, std::move(training));
    emit changed(cell);
}

void CellTrainings::addEpoch(CellIndex cell, const EpochReport& epoch)
{
    const auto found = m_trainings.find(cell);
    if (found == m_trainings.end())
        return;
    found->second.status = CellTraining::Status::Training;
    found->second.epochs.push_back(epoch);
    emit changed(cell);
}

void CellTrainings::clear()
{
    for (const auto& [cell, training] : std::exchange(m_trainings, {}))
        emit changed(cell);
}

} // namespace inverso::ui
