// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/cell_trainings.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace inverso::ui {

const CellTraining* CellTrainings::of(CellIndex cell) const
{
    const auto found = m_trainings.find(cell);
    return found != m_trainings.end() ? &found->second : nullptr;
}

const std::vector<StoredTraining>& CellTrainings::results(CellIndex cell) const
{
    static const std::vector<StoredTraining> none;
    if (m_space == nullptr || cell >= m_space->size())
        return none;
    const auto found = m_results.find(m_space->functionalClass(cell));
    return found != m_results.end() ? found->second : none;
}

const StoredTraining* CellTrainings::result(CellIndex cell) const
{
    const std::vector<StoredTraining>& known = results(cell);
    return known.empty() ? nullptr : &known.front();
}

void CellTrainings::set(CellIndex cell, CellTraining training)
{
    if (training.query > 0)
        m_ofSearch = training.isUnderWay() ? std::optional(cell) : std::nullopt;
    const bool done = m_space != nullptr && training.result.has_value();
    if (done) {
        const std::string images = QFileInfo(training.images).fileName().toStdString();
        std::vector<StoredTraining>& known = m_results[m_space->functionalClass(cell)];
        std::erase_if(known, [&](const StoredTraining& other) { return other.images == images; });
        known.insert(known.begin(), {images, *training.result});
    }
    m_trainings.insert_or_assign(cell, std::move(training));
    emit changed(cell);
    if (done)
        emit resultsChanged();
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

void CellTrainings::addStored(StoredTrainings stored)
{
    if (m_space == nullptr || stored.empty())
        return;
    for (auto& [functionalClass, results] : stored) {
        std::vector<StoredTraining>& known = m_results[functionalClass];
        for (StoredTraining& result : results) {
            if (std::ranges::find(known, result.images, &StoredTraining::images) == known.end())
                known.push_back(std::move(result));
        }
    }
    emit resultsChanged();
}

void CellTrainings::restart(const SearchSpace* space)
{
    m_space = space;
    m_results.clear();
    m_ofSearch.reset();
    for (const auto& [cell, training] : std::exchange(m_trainings, {}))
        emit changed(cell);
    emit resultsChanged();
}

QString imagesTitle(const QString& images)
{
    const QString name = QFileInfo(images).fileName();
    return name == QLatin1String("fashion-mnist") ? QStringLiteral("Fashion-MNIST") : name;
}

} // namespace inverso::ui
