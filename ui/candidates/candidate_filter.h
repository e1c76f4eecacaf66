// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace inverso::ui {

class CandidateModel;
class Filter;

/// The candidates that the window's filter accepts and whose text contains the needle; sorted by number, with missing
/// numbers last in both directions.
class CandidateFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    CandidateFilter(CandidateModel& model, const Filter& filter, QObject* parent = nullptr);

    void setNeedle(const QString& needle);
    /// The window's filter has changed.
    void refilter() { invalidateFilter(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    CandidateModel& m_model;
    const Filter& m_filter;
    QString m_needle;
};

} // namespace inverso::ui
