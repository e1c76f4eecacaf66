// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/workspace.h"

#include <QAbstractListModel>

namespace inverso::ui {

class CellTrainings;

/// The source of a generated cell's true accuracy, or the state of its training.
enum class Knowledge {
    Table,
    Nothing,
    Waiting,  ///< for its training
    Training, ///< it is being trained
    Trained,  ///< for real, here
};

/// One generated cell with its distance from the target.
struct GeneratedItem
{
    CellIndex cell = 0;
    double target = 0.0;        ///< percent
    double predicted = 0.0;     ///< percent
    double expectedError = 0.0; ///< percentage points, see InvertedCell
    double truth = 0.0;         ///< validation, percent; NaN if the cell is missing from the table
    bool labelled = false;
};

/// The cells of the latest generation, least expected error first.
class GeneratedModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CellRole = Qt::UserRole + 1,
        PredictedRole,
        TruthRole, ///< from the table, otherwise from the training; NaN without either
        LabelledRole,
        KnowledgeRole, ///< int, a Knowledge
        TruthTextRole, ///< for the user
    };

    explicit GeneratedModel(const CellTrainings& trainings, QObject* parent = nullptr);

    /// True accuracies are those of `dataset`; it may be null.
    void setCells(const GeneratedCells& cells, const SearchSpace& space, const Table::Dataset* dataset);
    void clear();
    [[nodiscard]] const std::vector<GeneratedItem>& items() const { return m_items; }
    [[nodiscard]] QModelIndex indexOf(CellIndex cell) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] Knowledge knowledge(const GeneratedItem& item) const;
    /// Whether one of them is missing from the table.
    [[nodiscard]] bool lacksTruths() const;

private:
    [[nodiscard]] double truth(const GeneratedItem& item) const;
    [[nodiscard]] QString truthText(const GeneratedItem& item) const;

    const CellTrainings& m_trainings;
    std::vector<GeneratedItem> m_items;
    const SearchSpace* m_space = nullptr;
};

} // namespace inverso::ui
