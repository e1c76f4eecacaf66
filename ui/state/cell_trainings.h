// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/cell_trainer.h"
#include "core/live/training_journal.h"

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
    std::vector<EpochReport> epochs = {};
    std::optional<TrainingRecord> result = {};
    QString problem = {}; ///< one sentence
};

/// The cells that were trained, or are to be. GUI thread only; written by the TrainingSession.
class CellTrainings : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null when nobody asked for it.
    [[nodiscard]] const CellTraining* of(CellIndex cell) const;
    void set(CellIndex cell, CellTraining training);
    void addEpoch(CellIndex cell, const EpochReport& epoch);
    /// Another space: its cells are others.
    void clear();

signals:
    void changed(inverso::CellIndex cell);

private:
    std::map<CellIndex, CellTraining> m_trainings;
};

} // namespace inverso::ui
