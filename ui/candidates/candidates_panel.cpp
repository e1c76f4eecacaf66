// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/candidates_panel.h"

#include "ui/base/csv_text.h"
#include "ui/base/icons.h"
#include "ui/base/notice_bar.h"
#include "ui/base/row_table.h"
#include "ui/base/wrap_layout.h"
#include "ui/candidates/candidate_delegate.h"
#include "ui/candidates/candidate_filter.h"
#include "ui/candidates/candidate_model.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/selection.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int refreshMilliseconds = 100;
constexpr int narrowCell = 110;
constexpr int wideCell = 560;
constexpr int columnPadding = 20;

} // namespace

CandidatesPanel::CandidatesPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                                 QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
    , m_model(new CandidateModel(state, this))
    , m_shown(new CandidateFilter(*m_model, state.filter(), this))
    , m_delegate(new CandidateDelegate(
          selection, std::move(layouter), [this](const QModelIndex& index) { return cellAt(index); }, this))
    , m_table(new RowTable)
    , m_search(new QLineEdit)
    , m_count(new QLabel)
    , m_notice(new NoticeBar)
    , m_copy(new QAction(tr("&Copy rows as CSV"), this))
    , m_export(new QAction(tr("&Export shown rows as CSV…"), this))
{
    setObjectName(QStringLiteral("candidatesPanel"));
    createTable();
    layOutTable(*this, createBar(), m_notice, m_table);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    connectState();
    connectTable();
    reload();
}

CandidatesPanel::~CandidatesPanel() = default;

QTableView& CandidatesPanel::table() const
{
    return *m_table;
}

QWidget* CandidatesPanel::createBar()
{
    m_search->setObjectName(QStringLiteral("candidateSearch"));
    m_search->setPlaceholderText(tr("Find in the cells' text"));
    m_search->setAccessibleName(tr("Find in the cells' text"));
    m_search->setToolTip(tr("Shows the cells whose text contains this, for example nor_conv_3x3~0"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(360);
    m_copy->setIconText(tr("Copy")); // on its button
    m_export->setIconText(tr("Export…"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_copy->setToolTip(tr("Copy the selected rows, or all, as CSV (%1)")
                           .arg(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)));
    auto* box = new QWidget;
    auto* row = new WrapLayout(box);
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(m_search);
    row->addWidget(m_count);
    row->addWidget(createSortButton());
    row->addButton(m_copy, QStringLiteral("copyRows"));
    row->addButton(m_export, QStringLiteral("exportRows"));
    return box;
}

// The header can be used only by mouse.
QToolButton* CandidatesPanel::createSortButton()
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("sortBy"));
    button->setText(tr("Sort by"));
    button->setToolTip(tr("Sort the cells; a click on a column's title does the same"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addAction(tr("Order of arrival"), this, [this] { m_table->sortByColumn(-1, Qt::AscendingOrder); });
        for (int column = CandidateModel::CellColumn; column < m_model->columnCount(); ++column) {
            const QString title = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            menu->addAction(title, this, [this, column] {
                const bool again = m_shown->sortColumn() == column && m_shown->sortOrder() == Qt::DescendingOrder;
                m_table->sortByColumn(column, again ? Qt::AscendingOrder : Qt::DescendingOrder);
            });
        }
    });
    return button;
}

void CandidatesPanel::createTable()
{
    m_table->setObjectName(QStringLiteral("candidates"));
    m_table->setAccessibleName(tr("Candidates"));
    m_table->setModel(m_shown);
    m_table->setItemDelegate(m_delegate);
    m_table->setMouseTracking(true);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(CandidateDelegate::rowHeight);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->addActions({m_copy, m_export});
    m_table->setHint([this] { return hint(); });
    connect(m_table, &RowTable::left, this, [this] { m_selection.hover(std::nullopt); });
}

void CandidatesPanel::connectState()
{
    for (const auto signal :
         {&ExplorerState::runBegun, &ExplorerState::workspaceAboutToChange, &ExplorerState::workspaceChanged})
        connect(&m_state, signal, this, &CandidatesPanel::reload);
    for (const auto signal : {&ExplorerState::runAdvanced, &ExplorerState::snapshotChanged,
                              &ExplorerState::generationsChanged, &ExplorerState::datasetChanged})
        connect(&m_state, signal, this, &CandidatesPanel::refreshLater);
    connect(&m_refresh, &QTimer::timeout, this, &CandidatesPanel::refresh);
    connect(&m_state.filter(), &Filter::changed, this, [this] { follow([this] { m_shown->refilter(); }); });
    connect(m_search, &QLineEdit::textChanged, this,
            [this](const QString& needle) { follow([&] { m_shown->setNeedle(needle.trimmed()); }); });
}

void CandidatesPanel::connectTable()
{
    connect(m_copy, &QAction::triggered, this, &CandidatesPanel::copyRows);
    connect(m_export, &QAction::triggered, this, &CandidatesPanel::chooseExport);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CandidatesPanel::takeSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CandidatesPanel::takeSelection);
    connect(m_table, &QTableView::entered, this,
            [this](const QModelIndex& index) { m_selection.hover(cellAt(index)); });
    connect(&m_selection, &Selection::hoveredChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(&m_selection, &Selection::groupChanged, this, &CandidatesPanel::markSelection);
    connect(&m_selection, &Selection::cellChanged, this, &CandidatesPanel::markSelection);
}

// Changes the rows without changing the selection.
template <typename Change> void CandidatesPanel::follow(Change change)
{
    m_following = true;
    change();
    m_following = false;
    markSelection();
    updateCount();
}

void CandidatesPanel::reload()
{
    m_delegate->setSpace(m_state.space());
    follow([this] { m_model->reload(); });
    fitColumns();
}

void CandidatesPanel::refreshLater()
{
    if (!isVisible())
        m_stale = true;
    else if (!m_refresh.isActive())
        m_refresh.start();
}

void CandidatesPanel::refresh()
{
    m_stale = false;
    follow([this] { m_model->refresh(); });
}

void CandidatesPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void CandidatesPanel::fitColumns()
{
    std::vector<RowTable::Width> widths;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const bool counts = column == CandidateModel::RoundColumn || column == CandidateModel::QueryColumn;
        const QString widest = counts                                 ? QStringLiteral("1000")
                               : column == CandidateModel::RoleColumn ? candidateRoleName(CellRole::Validation)
                                                                      : QStringLiteral("91.61 %");
        widths.push_back(m_table->widthOf(column, widest, columnPadding));
    }
    widths[CandidateModel::DrawingColumn] =
        m_table->widthOf(CandidateModel::DrawingColumn, CandidateDelegate::drawingWidth);
    widths[CandidateModel::CellColumn] = {narrowCell, wideCell};
    m_table->setWidths(std::move(widths));
}

std::optional<CellIndex> CandidatesPanel::cellAt(const QModelIndex& index) const
{
    const QModelIndex source = m_shown->mapToSource(index);
    return source.isValid() ? std::optional(m_model->cell(source.row())) : std::nullopt;
}

// The table shows the shared selection.
void CandidatesPanel::markSelection()
{
    if (m_following)
        return;
    m_following = true;
    const auto& group = m_selection.group();
    QItemSelection rows;
    const auto add = [&](CellIndex cell) {
        const int row = m_model->rowOf(cell);
        const QModelIndex index = row < 0 ? QModelIndex() : m_shown->mapFromSource(m_model->index(row, 0));
        if (index.isValid())
            rows.select(index, index.siblingAtColumn(m_model->columnCount() - 1));
        return index;
    };
    std::ranges::for_each(group, add);
    const QModelIndex current = m_selection.cell() ? add(*m_selection.cell()) : QModelIndex();
    const bool moved = current.isValid() && current.row() != m_table->currentIndex().row();
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    m_table->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    if (moved)
        m_table->scrollTo(current);
    m_following = false;
}

// The user selected rows: the current row is the cell, several rows are also the group.
void CandidatesPanel::takeSelection()
{
    if (m_following)
        return;
    m_following = true;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::vector<CellIndex> cells;
    if (rows.size() > 1) {
        for (const QModelIndex& row : rows)
            cells.push_back(*cellAt(row));
    }
    const QModelIndex current = m_table->currentIndex();
    m_selection.select(rows.isEmpty() ? std::nullopt : cellAt(current));
    m_selection.setGroup(std::move(cells));
    m_following = false;
}

void CandidatesPanel::updateCount()
{
    const int all = m_model->rowCount();
    const int shown = m_shown->rowCount();
    const QLocale locale;
    m_count->setText(shown == all ? tr("%Ln cells", nullptr, all)
                                  : tr("%1 of %Ln cells", nullptr, all).arg(locale.toString(shown)));
    m_copy->setEnabled(shown > 0);
    m_export->setEnabled(shown > 0);
    m_table->viewport()->update();
}

QString CandidatesPanel::csv(bool selectedOnly) const
{
    const QString dataset =
        m_state.dataset() != nullptr ? QString::fromStdString(m_state.dataset()->name) : QStringLiteral("none");
    const QString content = QStringLiteral("labelled, proposed and generated cells");
    QString text =
        m_state.hasRun() ? csvComment(content, dataset, m_state.run().settings()) : csvComment(content, dataset);
    const auto line = [&](auto field) {
        QStringList fields;
        for (const int column : m_model->csvColumns())
            fields += field(column);
        text += csvLine(fields);
    };
    line([&](int column) { return m_model->csvName(column); });
    const QItemSelectionModel* chosen = m_table->selectionModel();
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        if (selectedOnly && !chosen->isRowSelected(row))
            continue;
        const int source = m_shown->mapToSource(m_shown->index(row, 0)).row();
        line([&](int column) { return m_model->csvField(source, column); });
    }
    return text;
}

void CandidatesPanel::copyRows()
{
    QGuiApplication::clipboard()->setText(csv(m_table->selectionModel()->hasSelection()));
}

void CandidatesPanel::chooseExport()
{
    auto* dialog = new QFileDialog(this, tr("Export candidates"), QStringLiteral("candidates.csv"),
                                   tr("Tables (*.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { m_notice->setSentence(saveText(path, csv(false))); });
    dialog->open();
}

QString CandidatesPanel::hint() const
{
    if (m_shown->rowCount() > 0)
        return {};
    return m_model->rowCount() > 0
               ? tr("No cell matches: change the text above or the filter.")
               : tr("Cells that a search queries or proposes and cells that you generate are listed here.");
}

void CandidatesPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fitColumns();
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
