// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/generated_model.h"

#include "ui/state/cell_facts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace inverso::ui {

void GeneratedModel::setCells(const GeneratedCells& cells, const SearchSpace& space, const Table::Dataset* dataset)
{
    beginResetModel();
    m_space = &space;
    m_items.clear();
    for (const InvertedCell& cell : cells.inversion.cells) {
        const double truth =
            dataset != nullptr ? double{dataset->valid[cell.cell]} : std::numeric_limits<double>::quiet_NaN();
        m_items.push_back({cell.cell, cells.target, double{cell.predicted}, truth, cell.labelled});
    }
    std::stable_sort(m_items.begin(), m_items.end(), [](const GeneratedItem& a, const GeneratedItem& b) {
        return std::abs(a.predicted - a.target) < std::abs(b.predicted - b.target);
    });
    endResetModel();
}

void GeneratedModel::clear()
{
    if (m_items.empty())
        return;
    beginResetModel();
    m_items.clear();
    endResetModel();
}

QModelIndex GeneratedModel::indexOf(CellIndex cell) const
{
    const auto it = std::find_if(m_items.begin(), m_items.end(), [&](const auto& item) { return item.cell == cell; });
    return it == m_items.end() ? QModelIndex() : index(static_cast<int>(it - m_items.begin()));
}

int GeneratedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant GeneratedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const GeneratedItem& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(m_space->text(item.cell));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1\npredicted %2, true %3, target %4%5")
            .arg(QString::fromStdString(m_space->text(item.cell)), percentText(item.predicted), percentText(item.truth),
                 percentText(item.target, 1), item.labelled ? tr("\nits label was known to the model") : QString());
    case CellRole:
        return QVariant::fromValue(item.cell);
    case PredictedRole:
        return item.predicted;
    case TruthRole:
        return item.truth;
    case LabelledRole:
        return item.labelled;
    default:
        return {};
    }
}

} // namespace inverso::ui
