// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inversion/cell_gallery.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/state/cell_facts.h"
#include "ui/state/selection.h"

#include <QAction>
#include <QPainter>

#include <algorithm>

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
    const int trained = metrics.horizontalAdvance(GeneratedModel::tr("trained %1").arg(percentText(100.0)));
    return {std::max({drawingWidth, words, trained}) + 2 * padding, drawingHeight + 2 * metrics.height() + 2 * padding};
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
    const auto knowledge = static_cast<Knowledge>(index.data(GeneratedModel::KnowledgeRole).toInt());
    painter->setPen(knowledge == Knowledge::Trained ? accentColor(Accent::Green, isDark(option.palette))
                                                    : mutedColor(option.palette, 0.75));
    painter->drawText(first.translated(0, line), Qt::AlignCenter, index.data(GeneratedModel::TruthTextRole).toString());
    paintMark(*painter, area, option, knowledge);
    painter->restore();
}

// A ring in the corner: with a question mark while the accuracy is unknown, with dots during the training, filled with
// a tick after the training. Shapes, not only colours.
void CellDelegate::paintMark(QPainter& painter, const QRectF& drawing, const QStyleOptionViewItem& option,
                             Knowledge knowledge)
{
    if (knowledge == Knowledge::Table)
        return;
    const bool dark = isDark(option.palette);
    const bool trained = knowledge == Knowledge::Trained;
    const QColor color = accentColor(trained                           ? Accent::Green
                                     : knowledge == Knowledge::Nothing ? Accent::Orange
                                                                       : Accent::Blue,
                                     dark);
    constexpr double size = 15.0;
    const QRectF ring(drawing.right() - size + 2.0, drawing.top() - 2.0, size, size);
    painter.setPen(QPen(color, 1.4));
    painter.setBrush(trained ? color : option.palette.color(QPalette::Base));
    painter.drawEllipse(ring);
    if (trained) {
        painter.setPen(QPen(option.palette.color(QPalette::Base), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF tick[] = {{ring.left() + 4.0, ring.top() + 7.8},
                                {ring.left() + 6.6, ring.top() + 10.4},
                                {ring.left() + 11.2, ring.top() + 5.0}};
        painter.drawPolyline(tick, 3);
        return;
    }
    if (knowledge != Knowledge::Nothing) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        for (const double x : {-3.6, 0.0, 3.6})
            painter.drawEllipse(ring.center() + QPointF(x, 0.0), 1.1, 1.1);
        return;
    }
    QFont bold = option.font;
    bold.setBold(true);
    bold.setPixelSize(11);
    painter.setFont(bold);
    painter.drawText(ring, Qt::AlignCenter, QStringLiteral("?"));
}

CellGallery::CellGallery(const CellTrainings& trainings, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                         QWidget* parent)
    : QListView(parent)
    , m_selection(selection)
    , m_model(new GeneratedModel(trainings, this))
    , m_delegate(new CellDelegate(std::move(layouter), this))
    , m_train(new QAction(this))
    , m_cancel(new QAction(tr("&Cancel the training"), this))
{
    setObjectName(QStringLiteral("gallery"));
    setAccessibleName(tr("Generated cells, least expected error first"));
    setViewMode(QListView::IconMode);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setSpacing(3);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
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
    addActions();
}

void CellGallery::addActions()
{
    m_train->setObjectName(QStringLiteral("trainGenerated"));
    m_train->setShortcut(Qt::CTRL | Qt::Key_T);
    m_cancel->setObjectName(QStringLiteral("cancelGenerated"));
    m_cancel->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    for (QAction* action : {m_train, m_cancel}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_train, &QAction::triggered, this, [this] { emit trainRequested(selected({Knowledge::Nothing})); });
    connect(m_cancel, &QAction::triggered, this, [this] {
        emit cancelRequested(selected({Knowledge::Waiting, Knowledge::Training}));
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &CellGallery::updateActions);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CellGallery::updateActions);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CellGallery::updateActions);
    updateActions();
}

void CellGallery::updateActions()
{
    const int count = static_cast<int>(selected({Knowledge::Nothing}).size());
    m_train->setText(count > 1 ? tr("&Train %n cells", nullptr, count) : tr("&Train it"));
    m_train->setToolTip(tr("<p>Train the selected cells that are missing from the table, on the images chosen under "
                           "Cell, Real training (%1). Ctrl, Shift or Ctrl+A selects several.</p>")
                            .arg(m_train->shortcut().toString(QKeySequence::NativeText)));
    m_train->setEnabled(count > 0);
    m_cancel->setEnabled(!selected({Knowledge::Waiting, Knowledge::Training}).empty());
}

std::vector<CellIndex> CellGallery::selected(std::initializer_list<Knowledge> wanted) const
{
    std::vector<CellIndex> cells;
    QModelIndexList rows = selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row); // the least expected error first
    for (const QModelIndex& row : rows) {
        if (std::ranges::count(wanted, static_cast<Knowledge>(row.data(GeneratedModel::KnowledgeRole).toInt())) > 0)
            cells.push_back(row.data(GeneratedModel::CellRole).value<CellIndex>());
    }
    return cells;
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
                     tr("The generated cells, least expected error first."));
}

void CellGallery::markSelected(std::optional<CellIndex> cell)
{
    const QModelIndex index = cell ? m_model->indexOf(*cell) : QModelIndex();
    if (index == currentIndex())
        return;
    if (!index.isValid())
        return selectionModel()->clear();
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect); // whatever keys are held elsewhere
    scrollTo(index);
}

} // namespace inverso::ui
