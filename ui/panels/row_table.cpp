// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/row_table.h"

#include "ui/state/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>

namespace inverso::ui {

RowTable::RowTable(QWidget* parent)
    : QTableView(parent)
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

} // namespace inverso::ui
