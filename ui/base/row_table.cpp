// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/row_table.h"

#include "ui/base/theme.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace inverso::ui {

RowTable::RowTable(QWidget* parent)
    : QTableView(parent)
    , m_allColumns(new QAction(tr("&All columns"), this))
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    m_allColumns->setObjectName(QStringLiteral("allColumns"));
    m_allColumns->setCheckable(true);
    m_allColumns->setToolTip(tr("Also show the columns that do not fit"));
    addAction(m_allColumns);
    horizontalHeader()->setContextMenuPolicy(Qt::ActionsContextMenu);
    horizontalHeader()->addAction(m_allColumns);
    connect(m_allColumns, &QAction::toggled, this, &RowTable::fit);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_fitting && width > 0 && column < static_cast<int>(m_widths.size()))
            m_widths[static_cast<std::size_t>(column)] = {width, width}; // the user chose this width
    });
}

RowTable::Width RowTable::widthOf(int column, const QString& widest, int padding) const
{
    const QString title = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const int words =
        std::max(fontMetrics().horizontalAdvance(title), fontMetrics().horizontalAdvance(widest)) + padding;
    return {words, words};
}

RowTable::Width RowTable::widthOf(int column, int picture) const
{
    constexpr int margins = 10; // of a header
    const int words = widthOf(column, QString(), margins).least;
    return {std::max(words, picture), std::max(words, picture)};
}

void RowTable::setWidths(std::vector<Width> widths)
{
    m_widths = std::move(widths);
    fit();
}

void RowTable::fit()
{
    m_fitting = true;
    const int room = viewport()->width();
    int spare = room;
    std::size_t shown = 0; // as many as fit; at least the first
    while (shown < m_widths.size() && (shown == 0 || m_allColumns->isChecked() || spare >= m_widths[shown].least))
        spare -= m_widths[shown++].least;
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        const auto column = static_cast<int>(i);
        setColumnHidden(column, i >= shown);
        const int more = std::clamp(m_widths[i].most - m_widths[i].least, 0, std::max(0, spare));
        if (i >= shown)
            continue;
        setColumnWidth(column, m_widths[i].least + more);
        spare -= more;
    }
    m_fitting = false;
}

void RowTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void RowTable::paintEvent(QPaintEvent* event)
{
    const QString hint = m_hint ? m_hint() : QString();
    if (hint.isEmpty())
        return QTableView::paintEvent(event);
    QPainter painter(viewport());
    const QRectF area = viewport()->rect();
    painter.fillRect(area, palette().color(QPalette::Base));
    painter.setPen(mutedColor(palette(), 0.8));
    painter.drawText(area.adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, hint);
}

bool RowTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        emit left();
    return QTableView::viewportEvent(event);
}

void layOutTable(QWidget& panel, QWidget* bar, QWidget* notice, RowTable* table)
{
    auto* layout = new QVBoxLayout(&panel);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(bar);
    layout->addWidget(notice);
    layout->addWidget(table, 1);
}

} // namespace inverso::ui
