// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/report_table_model.h"

namespace inverso::ui {

namespace {

bool isNumber(const ReportColumn& column)
{
    return column.kind == ReportColumn::Kind::Number || column.kind == ReportColumn::Kind::Deviating;
}

QVariant alignment(const ReportColumn& column)
{
    return QVariant::fromValue(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace

void ReportTableModel::setTable(ReportTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int ReportTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ReportTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant ReportTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::TextAlignmentRole)
        return alignment(m_table.columns[column]);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return QString::fromStdString(m_table.rows[static_cast<std::size_t>(index.row())][column].shown());
    return {};
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto column = static_cast<std::size_t>(section);
    if (orientation != Qt::Horizontal || section < 0 || column >= m_table.columns.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(m_table.columns[column]);
    if (role == Qt::DisplayRole)
        return QString::fromStdString(m_table.columns[column].title);
    return {};
}

} // namespace inverso::ui
