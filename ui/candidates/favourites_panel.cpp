// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/favourites_panel.h"

#include "ui/base/csv_text.h"
#include "ui/base/notice_bar.h"
#include "ui/base/row_table.h"
#include "ui/base/wrap_layout.h"
#include "ui/candidates/candidate_delegate.h"
#include "ui/candidates/favourite_action.h"
#include "ui/candidates/favourites_model.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QUndoStack>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int narrowNote = 90;
constexpr int wideNote = 220;
constexpr int narrowCell = 120;
constexpr int wideCell = 560;
constexpr int padding = 16;

} // namespace

FavouritesPanel::FavouritesPanel(ExplorerState& state, Selection& selection, QUndoStack& stack, FavouriteAction& star,
                                 std::shared_ptr<GraphLayouter> layouter, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
    , m_stack(stack)
    , m_star(star)
    , m_model(new FavouritesModel(state, stack, this))
    , m_delegate(new CandidateDelegate(
          selection, std::move(layouter), [this](const QModelIndex& index) { return cellAt(index); }, this))
    , m_table(new RowTable)
    , m_notice(new NoticeBar)
    , m_edit(new QAction(tr("Edit &note"), this))
    , m_remove(new QAction(tr("Re&move"), this))
    , m_export(new QAction(tr("&Export…"), this))
{
    setObjectName(QStringLiteral("favouritesPanel"));
    createTable();
    layOutTable(*this, createBar(), m_notice, m_table);
    connect(&state, &ExplorerState::workspaceChanged, this, [this] { m_delegate->setSpace(m_state.space()); });
    connect(&state.favourites(), &Favourites::saveFailed, m_notice, &NoticeBar::setSentence);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FavouritesPanel::markSelected);
    connect(&selection, &Selection::cellChanged, this, &FavouritesPanel::markSelected);
    connect(&selection, &Selection::hoveredChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    m_delegate->setSpace(state.space());
    markSelected();
}

QWidget* FavouritesPanel::createBar()
{
    m_edit->setToolTip(tr("Write a note on the selected favourite (F2)"));
    m_remove->setToolTip(tr("Remove the selected favourites (Del); can be undone"));
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_export->setToolTip(tr("Save the favourites of this space as CSV or JSON"));
    connect(m_edit, &QAction::triggered, this, &FavouritesPanel::editNote);
    connect(m_remove, &QAction::triggered, this, &FavouritesPanel::removeChosen);
    connect(m_export, &QAction::triggered, this, &FavouritesPanel::chooseExport);
    addAction(m_remove);
    m_table->addActions({m_edit, m_remove, m_export});
    auto* box = new QWidget;
    auto* row = new WrapLayout(box);
    row->setContentsMargins(8, 0, 8, 0);
    row->addButton(&m_star, QStringLiteral("favouriteStar"));
    row->addButton(m_edit, QStringLiteral("editNote"));
    row->addButton(m_remove, QStringLiteral("removeFavourite"));
    row->addButton(m_export, QStringLiteral("exportFavourites"));
    return box;
}

void FavouritesPanel::createTable()
{
    m_table->setObjectName(QStringLiteral("favourites"));
    m_table->setAccessibleName(tr("Favourites"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_table->setMouseTracking(true);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(CandidateDelegate::rowHeight);
    m_table->setHint([this] {
        return m_model->rowCount() > 0 ? QString()
                                       : tr("Select a cell and press the star, or Ctrl+D, to keep it here.");
    });
    connect(m_table, &RowTable::left, this, [this] { m_selection.hover(std::nullopt); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (const auto cell = cellAt(current))
                    m_selection.select(cell);
            });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FavouritesPanel::updateActions);
    connect(m_table, &QTableView::entered, this,
            [this](const QModelIndex& index) { m_selection.hover(cellAt(index)); });
    fitColumns();
}

void FavouritesPanel::fitColumns()
{
    const QFontMetrics metrics = m_table->fontMetrics();
    std::vector<RowTable::Width> widths;
    for (int column = 0; column < FavouritesModel::ColumnCount; ++column)
        widths.push_back(m_table->widthOf(column, QStringLiteral("91.61 %"), padding));
    widths[FavouritesModel::DrawingColumn] =
        m_table->widthOf(FavouritesModel::DrawingColumn, CandidateDelegate::drawingWidth);
    widths[FavouritesModel::NoteColumn] = {narrowNote, wideNote};
    widths[FavouritesModel::CellColumn] = {narrowCell, wideCell};
    widths[FavouritesModel::AddedColumn].least = widths[FavouritesModel::AddedColumn].most =
        metrics.horizontalAdvance(QStringLiteral("00/00/0000 00:00 AM")) + padding;
    m_table->setWidths(std::move(widths));
}

std::optional<CellIndex> FavouritesPanel::cellAt(const QModelIndex& index) const
{
    return index.isValid() ? m_model->cell(index.row()) : std::nullopt;
}

void FavouritesPanel::markSelected()
{
    const int row = m_selection.cell() ? m_model->rowOf(*m_selection.cell()) : -1;
    if (row >= 0 && row != m_table->currentIndex().row())
        m_table->setCurrentIndex(m_model->index(row, FavouritesModel::NoteColumn));
    else if (row < 0 && !(m_table->currentIndex().isValid() && !cellAt(m_table->currentIndex())))
        m_table->selectionModel()->clear();
    updateActions();
}

void FavouritesPanel::updateActions()
{
    const auto chosen = m_table->selectionModel()->selectedRows().size();
    m_edit->setEnabled(chosen == 1);
    m_remove->setEnabled(chosen > 0);
    m_export->setEnabled(m_model->rowCount() > 0);
    m_table->viewport()->update();
}

void FavouritesPanel::editNote()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows(FavouritesModel::NoteColumn);
    if (rows.size() == 1)
        m_table->edit(rows.front());
}

void FavouritesPanel::removeChosen()
{
    QStringList cells;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows())
        cells += m_model->favourite(row.row()).cell;
    const QString space = m_model->space();
    if (cells.size() > 1)
        m_stack.beginMacro(tr("removal of %n favourites", nullptr, static_cast<int>(cells.size())));
    for (const QString& cell : cells)
        m_state.favourites().remove(space, cell, m_stack);
    if (cells.size() > 1)
        m_stack.endMacro();
}

void FavouritesPanel::chooseExport()
{
    auto* dialog = new QFileDialog(this, tr("Export favourites"), QStringLiteral("favourites.csv"),
                                   tr("Tables (*.csv);;JSON (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &FavouritesPanel::exportTo);
    dialog->open();
}

void FavouritesPanel::exportTo(const QString& path)
{
    const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    m_notice->setSentence(saveText(path, json ? QString::fromUtf8(m_model->json()) : m_model->csv()));
}

void FavouritesPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_star.refreshIcon(palette());
    if (event->type() == QEvent::FontChange)
        fitColumns();
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
