// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/cell_gallery.h"

#include "ui/state/cell_facts.h"
#include "ui/state/color_map.h"
#include "ui/state/selection.h"
#include "ui/state/theme.h"

#include <QPainter>

namespace inverso::ui {

namespace {

constexpr int drawingWidth = 92;
constexpr int drawingHeight = 74;
constexpr int padding = 6;

} // namespace

CellDelegate::CellDelegate(std::shared_ptr<GraphLayouter> layouter, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_thumbnails(std::move(layouter))
{
}

QRectF CellDelegate::drawingArea(const QRectF& item, const QFontMetrics& metrics)
{
    return item.adjusted(padding, padding, -padding, -padding - 2 * metrics.height());
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const QFontMetrics& metrics = option.fontMetrics;
    const int words = metrics.horizontalAdvance(tr("predicted %1").arg(percentText(100.0)));
    return {std::max(drawingWidth, words) + 2 * padding, drawingHeight + 2 * metrics.height() + 2 * padding};
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF item = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor accent = accentColor(Accent::Vermilion, isDark(option.palette));
    painter->setPen(selected ? QPen(accent, 2.0) : QPen(mutedColor(option.palette, 0.2), 1.0));
    painter->setBrush(option.state.testFlag(QStyle::State_MouseOver) ? option.palette.color(QPalette::AlternateBase)
                                                                     : option.palette.color(QPalette::Base));
    painter->drawRoundedRect(item, 4, 4);

    const QRectF area = drawingArea(option.rect, option.fontMetrics);
    const auto cell = index.data(GeneratedModel::CellRole).value<CellIndex>();
    m_thumbnails.paint(*painter, area, cell, option.palette);
    const double line = option.fontMetrics.height();
    const QRectF first(area.left(), area.bottom() + 2, area.width(), line);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(first, Qt::AlignCenter,
                      tr("predicted %1").arg(percentText(index.data(GeneratedModel::PredictedRole).toDouble())));
    painter->setPen(mutedColor(option.palette, 0.75));
    painter->drawText(first.translated(0, line), Qt::AlignCenter,
                      tr("true %1").arg(percentText(index.data(GeneratedModel::TruthRole).toDouble())));
    painter->restore();
}

CellGallery::CellGallery(Selection& selection, std::shared_ptr<GraphLayouter> layouter, QWidget* parent)
    : QListView(parent)
    , m_selection(selection)
    , m_model(new GeneratedModel(this))
    , m_delegate(new CellDelegate(std::move(layouter), this))
{
    setObjectName(QStringLiteral("gallery"));
    setAccessibleName(tr("Generated cells, nearest prediction first"));
    setViewMode(QListView::IconMode);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setSpacing(3);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setModel(m_model);
    setItemDelegate(m_delegate);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            m_selection.select(current.data(GeneratedModel::CellRole).value<CellIndex>());
    });
    connect(this, &QListView::entered, this, [this](const QModelIndex& index) {
        m_selection.hover(index.data(GeneratedModel::CellRole).value<CellIndex>());
    });
    connect(&m_selection, &Selection::cellChanged, this, &CellGallery::markSelected);
}

void CellGallery::setCells(const GeneratedCells& cells, const SearchSpace& space, const Table::Dataset* dataset)
{
    m_delegate->setSpace(&space);
    m_model->setCells(cells, space, dataset);
    markSelected(m_selection.cell());
    scrollToTop();
}

void CellGallery::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(mutedColor(palette(), 0.8));
    painter.drawText(QRectF(viewport()->rect()).adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("The generated cells, nearest prediction first."));
}

void CellGallery::markSelected(std::optional<CellIndex> cell)
{
    const QModelIndex index = cell ? m_model->indexOf(*cell) : QModelIndex();
    if (index == currentIndex())
        return;
    if (index.isValid())
        setCurrentIndex(index);
    else
        selectionModel()->clear();
}

} // namespace inverso::ui
