// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/candidate_delegate.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/state/selection.h"

#include <QPainter>

#include <utility>

namespace inverso::ui {

CandidateDelegate::CandidateDelegate(const Selection& selection, std::shared_ptr<GraphLayouter> layouter, CellOf cellOf,
                                     QObject* parent)
    : QStyledItemDelegate(parent)
    , m_selection(selection)
    , m_cellOf(std::move(cellOf))
    , m_thumbnails(std::move(layouter))
{
}

void CandidateDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto cell = m_cellOf(index);
    if (!cell || m_selection.hovered() != cell)
        return;
    QColor mark = accentColor(Accent::Vermilion, isDark(option->palette));
    mark.setAlphaF(0.16F);
    option->backgroundBrush = mark;
}

void CandidateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto cell = m_cellOf(index);
    if (index.column() != 0 || !cell)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) { // the operations' colours are made for this ground
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Base));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 3, 3);
    }
    m_thumbnails.paint(*painter, QRectF(option.rect).adjusted(4, 3, -4, -3), *cell, option.palette);
    painter->restore();
}

} // namespace inverso::ui
