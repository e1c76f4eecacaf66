// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runs_panel.h"

#include "ui/base/notice_bar.h"
#include "ui/base/row_table.h"
#include "ui/base/wrap_layout.h"
#include "ui/run/runs_model.h"
#include "ui/state/explorer_state.h"
#include "ui/state/run_archive.h"
#include "ui/state/selection.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QtConcurrentRun>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int narrowName = 120;
constexpr int wideName = 170;
constexpr int padding = 22; // a sorting arrow beside the title

} // namespace

RunsPanel::RunsPanel(ExplorerState& state, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
    , m_model(new RunsModel(state.archive(), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new RowTable)
    , m_notice(new NoticeBar)
    , m_open(new QAction(tr("&Open session…"), this))
    , m_goOn(new QAction(tr("Res&ume"), this))
    , m_rename(new QAction(tr("&Rename"), this))
    , m_remove(new QAction(tr("Re&move"), this))
    , m_copy(new QAction(tr("&Copy table"), this))
{
    setObjectName(QStringLiteral("runsPanel"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RunsModel::SortRole);
    createTable();
    layOutTable(*this, createBar(), m_notice, m_table);
    connect(&m_reading, &QFutureWatcher<Read>::finished, this, &RunsPanel::takeRead);
    connect(&m_state.archive(), &RunArchive::changed, this, &RunsPanel::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPanel::updateActions);
    updateActions();
}

RunsPanel::~RunsPanel()
{
    m_reading.disconnect(this);
    m_reading.waitForFinished(); // its result is not used
}

QWidget* RunsPanel::createBar()
{
    m_open->setToolTip(tr("Add the runs of a session file to the list; the file is not changed"));
    m_rename->setToolTip(tr("Give the run another name (F2)"));
    m_remove->setToolTip(tr("Remove the selected runs from the list (Del); files are not changed"));
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_copy->setToolTip(tr("Copy the table as CSV"));
    connect(m_open, &QAction::triggered, this, &RunsPanel::chooseSession);
    m_goOn->setToolTip(tr("Resume the selected unfinished search and record it in the same file"));
    connect(m_goOn, &QAction::triggered, this, &RunsPanel::goOn);
    connect(m_rename, &QAction::triggered, this, &RunsPanel::renameRun);
    connect(m_remove, &QAction::triggered, this, &RunsPanel::removeRuns);
    connect(m_copy, &QAction::triggered, this, &RunsPanel::copyTable);
    auto* box = new QWidget;
    auto* row = new WrapLayout(box);
    row->setContentsMargins(8, 0, 8, 0);
    for (const auto& [action, name] :
         {std::pair(m_open, "openSession"), std::pair(m_goOn, "goOn"), std::pair(m_rename, "renameRun"),
          std::pair(m_remove, "removeRun"), std::pair(m_copy, "copyRuns")}) {
        row->addButton(action, QLatin1String(name));
        addAction(action);
        m_table->addAction(action);
    }
    return box;
}

void RunsPanel::createTable()
{
    m_table->setObjectName(QStringLiteral("runs"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(m_sorted);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->setHint([this] {
        if (m_model->rowCount() > 0)
            return QString();
        return isReading() ? tr("Reading the session…")
                           : tr("Finished runs are listed here, to be compared with later ones.");
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { selectBestOf(current.row()); });
    fitColumns();
}

void RunsPanel::fitColumns()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 8);
    const QFontMetrics metrics = m_table->fontMetrics();
    std::vector<RowTable::Width> widths;
    for (int column = 0; column < RunsModel::ColumnCount; ++column) {
        const bool accuracy = column == RunsModel::BestColumn || column == RunsModel::TestColumn;
        widths.push_back(
            m_table->widthOf(column, accuracy ? QStringLiteral("91.61 %") : QStringLiteral("1234"), padding));
    }
    widths[RunsModel::NameColumn] = {narrowName, wideName};
    widths[RunsModel::DatasetColumn].most = metrics.horizontalAdvance(QStringLiteral("fashion-mnist")) + padding;
    widths[RunsModel::FileColumn].most = wideName;
    m_table->setWidths(std::move(widths));
}

// Selects the best cell of the run if the open table contains it: the user probably wants to see it next.
void RunsPanel::selectBestOf(int row)
{
    if (row < 0)
        return;
    const int source = m_sorted->mapToSource(m_sorted->index(row, 0)).row();
    const ArchivedRun* run = m_state.archive().find(m_model->idOf(source));
    if (run != nullptr && run->record.best() != nullptr && m_state.space() != nullptr
        && run->space == m_state.space()->name())
        m_selection.select(run->record.best()->cell);
}

void RunsPanel::updateActions()
{
    const auto chosen = m_table->selectionModel()->selectedRows().size();
    m_rename->setEnabled(chosen == 1);
    m_goOn->setEnabled(!unfinishedSession().isEmpty());
    m_remove->setEnabled(chosen > 0);
    m_copy->setEnabled(m_model->rowCount() > 0);
    m_open->setEnabled(!isReading());
    m_table->viewport()->update();
}

bool RunsPanel::isSession(const QString& path)
{
    constexpr QByteArrayView magic("SQLite format 3");
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(magic.size()) == magic;
}

void RunsPanel::chooseSession()
{
    auto* dialog =
        new QFileDialog(this, tr("Open a session"), QString(), tr("Sessions (*.inverso *.sqlite *.db);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RunsPanel::openSession);
    dialog->open();
}

void RunsPanel::openSession(const QString& path)
{
    if (isReading())
        return;
    m_notice->clear();
    m_reading.setFuture(QtConcurrent::run([path] {
        Read read;
        try {
            read.runs = readArchivedRuns(path.toStdString());
        } catch (const std::exception& error) {
            read.problem = QString::fromUtf8(error.what());
        }
        return read;
    }));
    updateActions();
}

void RunsPanel::takeRead()
{
    const Read read = m_reading.result();
    for (const ArchivedRun& run : read.runs)
        m_state.archive().add(run);
    if (!read.problem.isEmpty())
        m_notice->setSentence(read.problem);
    else if (read.runs.empty())
        m_notice->setSentence(tr("The session has no finished round yet, so there is nothing to show."));
    updateActions();
}

void RunsPanel::renameRun()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows(RunsModel::NameColumn);
    if (rows.size() == 1)
        m_table->edit(rows.front());
}

void RunsPanel::removeRuns()
{
    std::vector<int> ids;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows())
        ids.push_back(m_model->idOf(m_sorted->mapToSource(row).row()));
    for (const int id : ids)
        m_state.archive().remove(id);
}

QString RunsPanel::unfinishedSession() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 1)
        return {};
    const ArchivedRun* run = m_state.archive().find(m_model->idOf(m_sorted->mapToSource(rows.front()).row()));
    return run != nullptr && !run->finished ? run->file : QString();
}

void RunsPanel::goOn()
{
    emit goOnRequested(unfinishedSession());
}

void RunsPanel::copyTable()
{
    QGuiApplication::clipboard()->setText(m_model->csv());
}

void RunsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fitColumns();
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
