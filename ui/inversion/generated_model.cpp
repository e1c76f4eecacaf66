// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inversion/generated_model.h"

#include "ui/state/cell_facts.h"
#include "ui/state/cell_trainings.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace inverso::ui {

GeneratedModel::GeneratedModel(const CellTrainings& trainings, QObject* parent)
    : QAbstractListModel(parent)
    , m_trainings(trainings)
{
    connect(&trainings, &CellTrainings::changed, this, [this](CellIndex cell) {
        if (const QModelIndex changed = indexOf(cell); changed.isValid())
            emit dataChanged(changed, changed);
    });
    connect(&trainings, &CellTrainings::resultsChanged, this, [this] {
        if (!m_items.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
    });
}

void GeneratedModel::setCells(const GeneratedCells& cells, const SearchSpace& space, const Table::Dataset* dataset)
{
    beginResetModel();
    m_space = &space;
    m_items.clear();
    for (const InvertedCell& cell : cells.inversion.cells) {
        const double truth =
            dataset != nullptr ? double{dataset->valid[cell.cell]} : std::numeric_limits<double>::quiet_NaN();
        m_items.push_back(
            {cell.cell, cells.target, double{cell.predicted}, double{cell.expectedError}, truth, cell.labelled});
    }
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

Knowledge GeneratedModel::knowledge(const GeneratedItem& item) const
{
    if (!std::isnan(item.truth))
        return Knowledge::Table;
    const CellTraining* training = m_trainings.of(item.cell);
    if (training != nullptr && training->isUnderWay())
        return training->status == CellTraining::Status::Waiting ? Knowledge::Waiting : Knowledge::Training;
    return m_trainings.result(item.cell) != nullptr ? Knowledge::Trained : Knowledge::Nothing;
}

bool GeneratedModel::lacksTruths() const
{
    return std::ranges::any_of(m_items, [](const GeneratedItem& item) { return std::isnan(item.truth); });
}

double GeneratedModel::truth(const GeneratedItem& item) const
{
    const StoredTraining* trained = std::isnan(item.truth) ? m_trainings.result(item.cell) : nullptr;
    return trained != nullptr ? trained->record.valid : item.truth;
}

QString GeneratedModel::truthText(const GeneratedItem& item) const
{
    switch (knowledge(item)) {
    case Knowledge::Table:
        return tr("true %1").arg(percentText(item.truth));
    case Knowledge::Waiting:
        return tr("queued…");
    case Knowledge::Training:
        if (const auto& epochs = m_trainings.of(item.cell)->epochs; !epochs.empty())
            return tr("epoch %1 of %2").arg(epochs.back().epoch).arg(epochs.back().epochs);
        return tr("queued…");
    case Knowledge::Trained:
        return tr("trained %1").arg(percentText(truth(item)));
    case Knowledge::Nothing:
        break;
    }
    return tr("unknown");
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
        return tr("%1\npredicted %2, %3, target %4, expected error %5 points%6")
            .arg(QString::fromStdString(m_space->text(item.cell)), percentText(item.predicted), truthText(item),
                 percentText(item.target, 1), QLocale().toString(item.expectedError, 'f', 2),
                 item.labelled ? tr("\nthe model has seen its label") : QString());
    case CellRole:
        return QVariant::fromValue(item.cell);
    case PredictedRole:
        return item.predicted;
    case TruthRole:
        return truth(item);
    case KnowledgeRole:
        return static_cast<int>(knowledge(item));
    case TruthTextRole:
        return truthText(item);
    case LabelledRole:
        return item.labelled;
    default:
        return {};
    }
}

} // namespace inverso::ui
