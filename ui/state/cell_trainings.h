// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/stored_trainings.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace inverso::ui {

/// What is known of the real training of one cell in this session.
struct CellTraining
{
    enum class Status {
        Waiting,  ///< for those before it
        Training, ///< `epochs` grow
        Done,     ///< has a result
        Failed    ///< has a problem; an empty one: it was cancelled
    };
    Status status = Status::Waiting;
    QString images = {}; ///< what it is trained on: "fashion-mnist" or a folder
    int query = 0;       ///< of the search that trains it; 0: it was asked for by hand
    std::vector<EpochReport> epochs = {};
    std::optional<TrainingRecord> result = {};
    QString problem = {}; ///< one sentence

    [[nodiscard]] bool isUnderWay() const { return status == Status::Waiting || status == Status::Training; }
};

/// The cells that were trained, or are to be, and the results of earlier sessions. GUI thread only; written by the
/// sessions.
class CellTrainings : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null when nobody asked for it in this session.
    [[nodiscard]] const CellTraining* of(CellIndex cell) const;
    /// Every result for the cell's function, whichever of its cells was trained: those of this session first, the
    /// youngest in front; one for each name of images.
    [[nodiscard]] const std::vector<StoredTraining>& results(CellIndex cell) const;
    /// The first of these; null without one.
    [[nodiscard]] const StoredTraining* result(CellIndex cell) const;
    /// The cell that the search is training; none: it does something else.
    [[nodiscard]] std::optional<CellIndex> ofSearch() const { return m_ofSearch; }

    void set(CellIndex cell, CellTraining training);
    void addEpoch(CellIndex cell, const EpochReport& epoch);
    /// Results of earlier sessions.
    void addStored(StoredTrainings stored);
    /// Another space: its cells are others. Null: none.
    void restart(const SearchSpace* space);

signals:
    void changed(inverso::CellIndex cell);
    /// Of any cells.
    void resultsChanged();

private:
    const SearchSpace* m_space = nullptr;
    std::map<CellIndex, CellTraining> m_trainings;
    StoredTrainings m_results;
    std::optional<CellIndex> m_ofSearch;
};

/// What people call those images: "Fashion-MNIST", or the folder's name.
QString imagesTitle(const QString& images);

} // namespace inverso::ui
