// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QSplitter>

#include <memory>

class QTreeWidget;
class QTreeWidgetItem;

namespace inverso::ui {

class ReportPage;

/// A report to leaf through: its experiments and their benchmarks to the left, the one that is chosen to the right.
class ReportView : public QSplitter
{
    Q_OBJECT

public:
    explicit ReportView(QWidget* parent = nullptr);

    /// What is chosen stays, as far as it is in there.
    void setReport(std::shared_ptr<const Report> report);
    /// The first section of that title.
    void choose(const QString& title);

private:
    void buildTree();
    void showChosen();

    std::shared_ptr<const Report> m_report;
    QTreeWidget* m_tree;
    ReportPage* m_page;
};

} // namespace inverso::ui
