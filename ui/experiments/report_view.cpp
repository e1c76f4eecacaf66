// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/report_view.h"

#include "ui/experiments/report_page.h"

#include <QTreeWidget>

namespace inverso::ui {

namespace {

constexpr int sectionRole = Qt::UserRole;
constexpr int howToRead = -1; // the report's own notes
constexpr int benchmarkLevel = 3;

// A section with its subsections, which are selected together.
std::span<const ReportSection> pageAt(const Report& report, int first)
{
    std::size_t end = static_cast<std::size_t>(first) + 1;
    while (end < report.sections.size() && report.sections[end].level > benchmarkLevel)
        ++end;
    return std::span(report.sections).subspan(static_cast<std::size_t>(first), end - static_cast<std::size_t>(first));
}

} // namespace

ReportView::ReportView(QWidget* parent)
    : QSplitter(parent)
    , m_tree(new QTreeWidget)
    , m_page(new ReportPage)
{
    setObjectName(QStringLiteral("reportView"));
    m_tree->setObjectName(QStringLiteral("reportSections"));
    m_tree->setAccessibleName(tr("Sections of the report"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_page->setAccessibleName(tr("Section of the report"));
    addWidget(m_tree);
    addWidget(m_page);
    setStretchFactor(1, 1);
    setSizes({250, 850});
    setChildrenCollapsible(false);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &ReportView::showChosen);
}

void ReportView::setReport(std::shared_ptr<const Report> report)
{
    m_report = std::move(report);
    buildTree();
    showChosen();
}

void ReportView::choose(const QString& title)
{
    const auto found = m_tree->findItems(title, Qt::MatchExactly | Qt::MatchRecursive);
    if (!found.isEmpty())
        m_tree->setCurrentItem(found.front());
}

void ReportView::buildTree()
{
    struct Line
    {
        QString title;
        int level;
        int section;
    };
    std::vector<Line> lines;
    if (m_report) {
        for (std::size_t i = 0; i < m_report->sections.size(); ++i) {
            const ReportSection& section = m_report->sections[i];
            if (section.level <= benchmarkLevel)
                lines.push_back({QString::fromStdString(section.title), section.level, static_cast<int>(i)});
        }
        lines.push_back({tr("How to read it"), 2, howToRead});
    }
    const QTreeWidgetItem* current = m_tree->currentItem();
    const QString chosen = current != nullptr ? current->text(0) : QString();
    const QString chosenIn =
        current != nullptr && current->parent() != nullptr ? current->parent()->text(0) : QString();
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    QTreeWidgetItem* experiment = nullptr;
    for (const Line& line : lines) {
        const bool inner = line.level == benchmarkLevel && experiment != nullptr;
        auto* item = inner ? new QTreeWidgetItem(experiment) : new QTreeWidgetItem(m_tree);
        item->setText(0, line.title);
        item->setToolTip(0, line.title);
        item->setSizeHint(0, QSize(0, m_tree->fontMetrics().height() + 8)); // a style sheet would keep the old colours
        item->setData(0, sectionRole, line.section);
        if (!inner)
            experiment = item;
        if (line.title == chosen && (inner ? experiment->text(0) : QString()) == chosenIn)
            m_tree->setCurrentItem(item);
    }
    m_tree->expandAll();
    if (m_tree->currentItem() == nullptr && m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void ReportView::showChosen()
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (!m_report || item == nullptr)
        return m_page->show({});
    const int section = item->data(0, sectionRole).toInt();
    if (section == howToRead) {
        const ReportSection notes{.title = item->text(0).toStdString(), .notes = m_report->notes};
        return m_page->show({&notes, 1});
    }
    m_page->show(pageAt(*m_report, section));
}

} // namespace inverso::ui
