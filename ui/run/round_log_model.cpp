// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/round_log_model.h"

#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"

#include <QLocale>

#include <cmath>
#include <limits>

namespace inverso::ui {

RoundLogModel::RoundLogModel(ExplorerState& state, QObject* parent)
    : QAbstractTableModel(parent)
    , m_state(state)
{
    connect(&m_state, &ExplorerState::runForgotten, this, &RoundLogModel::reload);
    connect(&m_state, &ExplorerState::runAdvanced, this, &RoundLogModel::append);
    append();
}

void RoundLogModel::reload()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
    append();
}

void RoundLogModel::append()
{
    const std::vector<Round>& rounds = m_state.run().rounds();
    if (m_rows.size() >= rounds.size())
        return;
    beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(rounds.size()) - 1);
    while (m_rows.size() < rounds.size()) {
        Row row;
        row.roundBest = std::numeric_limits<double>::quiet_NaN();
        row.best = row.roundBest;
        if (!m_rows.empty()) {
            row.queries = m_rows.back().queries;
            row.best = m_rows.back().best;
        }
        for (const Query& query : rounds[m_rows.size()].queries) {
            ++row.queries;
            row.roundBest = std::fmax(row.roundBest, query.label.valid);
            row.best = std::fmax(row.best, query.label.valid);
        }
        m_rows.push_back(row);
    }
    endInsertRows();
}

int RoundLogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RoundLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RoundLogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? text(index.row(), index.column()) : QVariant();
}

QString RoundLogModel::text(int row, int column) const
{
    const Round& round = m_state.run().rounds()[static_cast<std::size_t>(row)];
    const Row& figures = m_rows[static_cast<std::size_t>(row)];
    const QLocale locale;
    const auto seconds = [&](double value) { return locale.toString(value, 'f', 3); };
    switch (column) {
    case RoundColumn:
        return locale.toString(round.number);
    case QueriesColumn:
        return locale.toString(figures.queries);
    case BestColumn:
        return percentText(figures.best);
    case RoundBestColumn:
        return percentText(figures.roundBest);
    case CandidatesColumn:
        return locale.toString(static_cast<int>(round.candidates.size()));
    case InvalidColumn:
        return tr("%1 of %2").arg(locale.toString(round.decodes.invalid), locale.toString(round.decodes.total));
    case DuplicatesColumn:
        return locale.toString(round.decodes.duplicates);
    case LackingColumn:
        return locale.toString(round.decodes.lacking);
    case FitColumn:
        return seconds(round.seconds.fineTune + round.seconds.retrain);
    case GenerateColumn:
        return seconds(round.seconds.generate);
    case PredictColumn:
        return seconds(round.seconds.predict);
    default:
        return {};
    }
}

QVariant RoundLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RoundColumn:
        return tr("Round");
    case QueriesColumn:
        return tr("Queries");
    case BestColumn:
        return tr("Best validation");
    case RoundBestColumn:
        return tr("Best of round");
    case CandidatesColumn:
        return tr("Candidates");
    case InvalidColumn:
        return tr("Invalid decodes");
    case DuplicatesColumn:
        return tr("Duplicates");
    case LackingColumn:
        return tr("Not in benchmark");
    case FitColumn:
        return tr("Fit (s)");
    case GenerateColumn:
        return tr("Generate (s)");
    case PredictColumn:
        return tr("Predict (s)");
    default:
        return {};
    }
}

} // namespace inverso::ui
