// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/experiments/report_table_model.h"

#include <QTableView>

namespace inverso::ui {

/// A table of a report, as high as its rows; its page scrolls. Ctrl+C copies the selected rows, or all, as CSV.
class ReportTableView : public QTableView
{
    Q_OBJECT

public:
    explicit ReportTableView(const QString& name, QWidget* parent = nullptr);

    void setTable(const ReportTable& table);
    [[nodiscard]] const ReportTableModel& tableModel() const { return *m_model; }
    /// The selected rows, or all if none is selected.
    [[nodiscard]] QString csv() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    ReportTableModel* m_model;
};

} // namespace inverso::ui
