// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/favourites_model.h"

#include "core/base/error.h"
#include "ui/base/csv_text.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/favourites_file.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace inverso::ui {

FavouritesModel::FavouritesModel(ExplorerState& state, QUndoStack& stack, QObject* parent)
    : QAbstractTableModel(parent)
    , m_state(state)
    , m_stack(stack)
{
    connect(&state.favourites(), &Favourites::changed, this, &FavouritesModel::follow);
    connect(&state, &ExplorerState::workspaceAboutToChange, this, &FavouritesModel::clear);
    connect(&state, &ExplorerState::workspaceChanged, this, &FavouritesModel::follow);
    for (const auto signal :
         {&ExplorerState::snapshotChanged, &ExplorerState::datasetChanged, &ExplorerState::runBegun})
        connect(&state, signal, this, &FavouritesModel::figuresChanged);
    follow();
}

QString FavouritesModel::space() const
{
    return m_state.space() != nullptr ? QString::fromUtf8(m_state.space()->name()) : QString();
}

void FavouritesModel::follow()
{
    std::vector<Row> rows;
    for (const Favourite& favourite : m_state.favourites().cells(space())) {
        Row row{favourite, std::nullopt};
        try {
            row.cell = m_state.space()->parse(favourite.cell.toStdString());
        } catch (const Error&) { // written by another version or by hand: kept and shown unchanged
        }
        rows.push_back(std::move(row));
    }
    const bool sameCells = std::ranges::equal(
        rows, m_rows, [](const Row& a, const Row& b) { return a.favourite.cell == b.favourite.cell; });
    if (sameCells) {
        m_rows = std::move(rows);
        return figuresChanged();
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void FavouritesModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void FavouritesModel::figuresChanged()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int FavouritesModel::rowOf(CellIndex cell) const
{
    const auto it = std::ranges::find(m_rows, std::optional(cell), &Row::cell);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int FavouritesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FavouritesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

double FavouritesModel::number(int row, int column) const
{
    const auto of = cell(row);
    const Table::Dataset* dataset = m_state.dataset();
    const SnapshotPtr& snapshot = m_state.snapshot();
    if (of && column == PredictedColumn && snapshot)
        if (const auto prediction = snapshot->prediction(*of))
            return double{prediction->mean};
    if (of && dataset != nullptr && (column == ValidColumn || column == TestColumn))
        return double{column == TestColumn ? dataset->test[*of] : dataset->valid[*of]};
    return std::numeric_limits<double>::quiet_NaN();
}

QString FavouritesModel::text(int row, int column) const
{
    const Favourite& of = favourite(row);
    switch (column) {
    case NoteColumn:
        return of.note;
    case CellColumn:
        return of.cell;
    case AddedColumn: {
        const QDateTime added = QDateTime::fromString(of.added, Qt::ISODate).toLocalTime();
        return QLocale().toString(added, QLocale::ShortFormat);
    }
    case ValidColumn:
    case TestColumn:
    case PredictedColumn:
        return percentText(number(row, column));
    default:
        return {};
    }
}

QVariant FavouritesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isNumber = index.column() >= ValidColumn && index.column() <= PredictedColumn;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == DrawingColumn ? favourite(index.row()).cell : text(index.row(), index.column());
    case Qt::ToolTipRole:
        return cell(index.row()) ? cellTooltip(m_state, *cell(index.row()))
                                 : tr("%1\nis not a cell of this space").arg(favourite(index.row()).cell);
    case Qt::TextAlignmentRole:
        return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool FavouritesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != NoteColumn || role != Qt::EditRole)
        return false;
    const QString cellText = favourite(index.row()).cell; // a copy: the row is replaced meanwhile
    m_state.favourites().setNote(space(), cellText, value.toString().trimmed(), m_stack);
    return true;
}

Qt::ItemFlags FavouritesModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == NoteColumn ? plain | Qt::ItemIsEditable : plain;
}

QVariant FavouritesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DrawingColumn:
        return tr("Drawing");
    case NoteColumn:
        return tr("Note");
    case ValidColumn:
        return tr("Validation");
    case TestColumn:
        return tr("Test");
    case PredictedColumn:
        return tr("Predicted");
    case CellColumn:
        return tr("Cell");
    case AddedColumn:
        return tr("Added");
    default:
        return {};
    }
}

QString FavouritesModel::csv() const
{
    const Table::Dataset* dataset = m_state.dataset();
    QString text = csvComment(QStringLiteral("favourite cells of %1").arg(space()),
                              dataset != nullptr ? QString::fromStdString(dataset->name) : QStringLiteral("none"))
                   + QStringLiteral("cell,note,added,validation_percent,test_percent,predicted_percent\n");
    for (int row = 0; row < rowCount(); ++row) {
        const Favourite& of = favourite(row);
        text += csvLine({of.cell, of.note, of.added, csvNumber(number(row, ValidColumn)),
                         csvNumber(number(row, TestColumn)), csvNumber(number(row, PredictedColumn))});
    }
    return text;
}

QByteArray FavouritesModel::json() const
{
    return favouritesToJson({{space(), m_state.favourites().cells(space())}});
}

} // namespace inverso::ui
