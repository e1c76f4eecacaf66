// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/report_table.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int widestText = 360; // pixels; longer text is wrapped
constexpr int air = 12;

} // namespace

ReportTableView::ReportTableView(const QString& name, QWidget* parent)
    : QTableView(parent)
    , m_model(new ReportTableModel(this))
{
    setModel(m_model);
    setAccessibleName(name);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    auto* copy = new QAction(tr("&Copy as CSV"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(csv()); });
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ReportTableView::setTable(const ReportTable& table)
{
    m_model->setTable(table);
    fit();
}

QString ReportTableView::csv() const
{
    ReportTable table = m_model->table();
    const QModelIndexList chosen = selectionModel()->selectedRows();
    if (!chosen.isEmpty()) {
        std::vector<std::vector<ReportCell>> rows;
        for (int row = 0; row < m_model->rowCount(); ++row)
            if (selectionModel()->isRowSelected(row, {}))
                rows.push_back(table.rows[static_cast<std::size_t>(row)]);
        table.rows = std::move(rows);
    }
    Report report;
    report.sections.push_back({.title = {}, .table = std::move(table)});
    return QString::fromStdString(toCsv(report));
}

void ReportTableView::fit()
{
    resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, std::min(columnWidth(column) + air, widestText));
    resizeRowsToContents();
    updateGeometry();
}

QSize ReportTableView::sizeHint() const
{
    const int bar = horizontalHeader()->length() > viewport()->width() ? horizontalScrollBar()->sizeHint().height() : 0;
    return {std::min(horizontalHeader()->length(), 900),
            horizontalHeader()->sizeHint().height() + verticalHeader()->length() + bar + 2};
}

void ReportTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // with a scroll bar or without
}

void ReportTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace inverso::ui
