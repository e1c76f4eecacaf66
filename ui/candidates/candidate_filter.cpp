// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/candidate_filter.h"

#include "ui/candidates/candidate_model.h"
#include "ui/state/filter.h"

#include <cmath>

namespace inverso::ui {

CandidateFilter::CandidateFilter(CandidateModel& model, const Filter& filter, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
    , m_filter(filter)
{
    setSourceModel(&model);
}

void CandidateFilter::setNeedle(const QString& needle)
{
    if (needle == m_needle)
        return;
    m_needle = needle;
    invalidateFilter();
}

bool CandidateFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    return m_filter.accepts(m_model.cell(row))
           && (m_needle.isEmpty() || m_model.cellText(row).contains(m_needle, Qt::CaseInsensitive));
}

bool CandidateFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const int column = left.column();
    if (column == CandidateModel::CellColumn)
        return m_model.cellText(left.row()) < m_model.cellText(right.row());
    if (column == CandidateModel::RoleColumn)
        return left.data().toString().localeAwareCompare(right.data().toString()) < 0;
    const double a = m_model.number(left.row(), column);
    const double b = m_model.number(right.row(), column);
    if (std::isnan(a) != std::isnan(b))
        return std::isnan(a) == (sortOrder() == Qt::DescendingOrder);
    return a < b;
}

} // namespace inverso::ui
