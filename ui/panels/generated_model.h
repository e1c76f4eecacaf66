// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/workspace.h"

#include <QAbstractListModel>

namespace inverso::ui {

/// One generated cell with its distance from the target.
struct GeneratedItem
{
    CellIndex cell = 0;
    double target = 0.0;    ///< percent
    double predicted = 0.0; ///< percent
    double truth = 0.0;     ///< validation, percent; NaN where the table lacks the cell
    bool labelled = false;
};

/// The cells of the latest generation, nearest prediction first.
class GeneratedModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { CellRole = Qt::UserRole + 1, PredictedRole, TruthRole, LabelledRole };

    using QAbstractListModel::QAbstractListModel;

    /// Truths are those of `dataset`; it may be null.
    void setCells(const GeneratedCells& cells, const SearchSpace& space, const Table::Dataset* dataset);
    void clear();
    [[nodiscard]] const std::vector<GeneratedItem>& items() const { return m_items; }
    [[nodiscard]] QModelIndex indexOf(CellIndex cell) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<GeneratedItem> m_items;
    const SearchSpace* m_space = nullptr;
};

} // namespace inverso::ui
