// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/stored_trainings.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace inverso::ui {

/// The state of the real training of one cell in this session.
struct CellTraining
{
    enum class Status {
        Waiting,  ///< for the trainings before it
        Training, ///< `epochs` grow
        Done,     ///< has a result
        Failed    ///< has a problem; empty if it was cancelled
    };
    Status status = Status::Waiting;
    QString images = {}; ///< what it is trained on: "fashion-mnist" or a folder
    int query = 0;       ///< of the search that trains it; 0: the user asked for it
    std::vector<EpochReport> epochs = {};
    std::optional<TrainingRecord> result = {};
    QString problem = {}; ///< one sentence

    [[nodiscard]] bool isUnderWay() const { return status == Status::Waiting || status == Status::Training; }
};

/// The cells that were or will be trained, and the results of earlier sessions. GUI thread only; written by the
/// sessions.
class CellTrainings : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null if the cell was not trained or queued in this session.
    [[nodiscard]] const CellTraining* of(CellIndex cell) const;
    /// Every result for the cell's function, for any of its cells: those of this session first, newest first; one for
    /// each name of images.
    [[nodiscard]] const std::vector<StoredTraining>& results(CellIndex cell) const;
    /// The first of these; null without one.
    [[nodiscard]] const StoredTraining* result(CellIndex cell) const;
    /// The cell that the search is training, if any.
    [[nodiscard]] std::optional<CellIndex> ofSearch() const { return m_ofSearch; }

    void set(CellIndex cell, CellTraining training);
    void addEpoch(CellIndex cell, const EpochReport& epoch);
    /// Results of earlier sessions.
    void addStored(StoredTrainings stored);
    /// Sets the space, and forgets the cells of the old one. Null: none.
    void restart(const SearchSpace* space);

signals:
    void changed(inverso::CellIndex cell);
    /// Of any cell.
    void resultsChanged();

private:
    const SearchSpace* m_space = nullptr;
    std::map<CellIndex, CellTraining> m_trainings;
    StoredTrainings m_results;
    std::optional<CellIndex> m_ofSearch;
};

/// The name of those images for the user: "Fashion-MNIST", or the folder's name.
QString imagesTitle(const QString& images);

} // namespace inverso::ui
