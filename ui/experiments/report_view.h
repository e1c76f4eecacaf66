// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QSplitter>

#include <memory>

class QTreeWidget;
class QTreeWidgetItem;

namespace inverso::ui {

class ReportPage;

/// A report to browse: its experiments and their benchmarks on the left, the selected one on the right.
class ReportView : public QSplitter
{
    Q_OBJECT

public:
    explicit ReportView(QWidget* parent = nullptr);

    /// Keeps the selection if the new report contains it.
    void setReport(std::shared_ptr<const Report> report);
    /// Selects the first section with that title.
    void choose(const QString& title);

private:
    void buildTree();
    void showChosen();

    std::shared_ptr<const Report> m_report;
    QTreeWidget* m_tree;
    ReportPage* m_page;
};

} // namespace inverso::ui
