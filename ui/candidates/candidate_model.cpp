// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/candidate_model.h"

#include "ui/base/csv_text.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace inverso::ui {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

} // namespace

QString candidateRoleName(CellRole role)
{
    switch (role) {
    case CellRole::Training:
        return CandidateModel::tr("training");
    case CellRole::Validation:
        return CandidateModel::tr("validation");
    case CellRole::Proposed:
        return CandidateModel::tr("proposed");
    case CellRole::Other:
        return CandidateModel::tr("generated");
    }
    return {};
}

CandidateModel::CandidateModel(const ExplorerState& state, QObject* parent)
    : QAbstractTableModel(parent)
    , m_state(state)
{
    reload();
}

void CandidateModel::reload()
{
    beginResetModel();
    m_rows.clear();
    m_rowOf.clear();
    m_rounds = 0;
    m_generations = 0;
    m_attributes = m_state.table() != nullptr ? static_cast<int>(m_state.table()->attributes().size()) : 0;
    endResetModel();
    refresh();
}

void CandidateModel::refresh()
{
    const int before = rowCount();
    std::vector<Row> added;
    takeRounds(added);
    takeGenerations(added);
    if (before > 0)
        emit dataChanged(index(0, PredictedColumn), index(before - 1, columnCount() - 1));
    if (added.empty())
        return;
    beginInsertRows({}, before, before + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    endInsertRows();
}

CandidateModel::Row& CandidateModel::row(CellIndex cell, std::vector<Row>& added)
{
    const auto [known, isNew] = m_rowOf.try_emplace(cell, m_rows.size() + added.size());
    if (isNew) {
        Row row;
        row.cell = cell;
        row.text = QString::fromStdString(m_state.space()->text(cell));
        added.push_back(std::move(row));
    }
    const std::size_t at = known->second;
    return at < m_rows.size() ? m_rows[at] : added[at - m_rows.size()];
}

void CandidateModel::takeRounds(std::vector<Row>& added)
{
    const RunRecord& run = m_state.run();
    for (; m_rounds < run.rounds().size(); ++m_rounds) {
        const Round& round = run.rounds()[m_rounds];
        for (const Candidate& candidate : round.candidates) {
            Row& of = row(candidate.cell, added);
            of.role = std::min(of.role, CellRole::Proposed);
            of.round = of.round < 0 ? round.number : of.round;
            of.predicted = candidate.predicted;
            of.deviation = candidate.deviation;
        }
        for (const Query& asked : round.queries) {
            const Query& query = run.query(asked.cell) != nullptr ? *run.query(asked.cell) : asked;
            Row& of = row(query.cell, added);
            of.role = run.settings().isValidationLabel(query.number) ? CellRole::Validation : CellRole::Training;
            of.round = of.round < 0 ? round.number : of.round;
            of.query = query.number;
        }
    }
}

void CandidateModel::takeGenerations(std::vector<Row>& added)
{
    const auto& generations = m_state.generations();
    for (; m_generations < generations.size(); ++m_generations) {
        for (const InvertedCell& cell : generations[m_generations].inversion.cells) {
            Row& of = row(cell.cell, added);
            of.target = static_cast<float>(generations[m_generations].target);
            of.predicted = cell.predicted;
        }
    }
}

int CandidateModel::rowOf(CellIndex cell) const
{
    const auto it = m_rowOf.find(cell);
    return it == m_rowOf.end() ? -1 : static_cast<int>(it->second);
}

int CandidateModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CandidateModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstAttributeColumn + m_attributes;
}

double CandidateModel::truth(CellIndex cell, bool test) const
{
    if (const Query* query = m_state.run().query(cell))
        return test ? query->label.test : query->label.valid;
    const Table::Dataset* dataset = m_state.dataset();
    if (dataset == nullptr)
        return nothing;
    return double{test ? dataset->test[cell] : dataset->valid[cell]};
}

double CandidateModel::number(int row, int column) const
{
    const Row& of = m_rows[static_cast<std::size_t>(row)];
    const SnapshotPtr& snapshot = m_state.snapshot();
    const auto modelled = snapshot ? snapshot->prediction(of.cell) : std::nullopt;
    switch (column) {
    case RoundColumn:
        return of.round < 0 ? nothing : of.round;
    case QueryColumn:
        return of.query == 0 ? nothing : of.query;
    case PredictedColumn:
        return double{modelled ? modelled->mean : of.predicted};
    case DeviationColumn: {
        const double deviation = double{modelled ? modelled->deviation : of.deviation};
        return deviation > 0.0 ? deviation : nothing; // 0: the model has none
    }
    case ValidColumn:
        return truth(of.cell, false);
    case TestColumn:
        return truth(of.cell, true);
    case ErrorColumn:
        return number(row, PredictedColumn) - truth(of.cell, false);
    case TargetColumn:
        return double{of.target};
    default:
        break;
    }
    if (column < FirstAttributeColumn || m_state.table() == nullptr)
        return nothing;
    return double{
        m_state.table()->attributes()[static_cast<std::size_t>(column - FirstAttributeColumn)].values[of.cell]};
}

QString CandidateModel::text(int row, int column) const
{
    const Row& of = m_rows[static_cast<std::size_t>(row)];
    const double value = number(row, column);
    const QLocale locale;
    switch (column) {
    case DrawingColumn:
        return {};
    case CellColumn:
        return of.text;
    case RoleColumn:
        return candidateRoleName(of.role);
    case PredictedColumn:
    case ValidColumn:
    case TestColumn:
    case TargetColumn:
        return percentText(value);
    default:
        break;
    }
    if (std::isnan(value))
        return QStringLiteral("–");
    if (column == RoundColumn || column == QueryColumn)
        return locale.toString(static_cast<int>(value));
    if (column == ErrorColumn)
        return signedText(value);
    return column == DeviationColumn ? locale.toString(value, 'f', 2) : locale.toString(value, 'g', 6);
}

QVariant CandidateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool words = index.column() <= CellColumn || index.column() == RoleColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return cellTooltip(m_state, cell(index.row()));
    case Qt::AccessibleTextRole:
        return index.column() == DrawingColumn ? cellText(index.row()) : text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::ToolTipRole)
        return CandidateColumns::explanation(section);
    if (role != Qt::DisplayRole)
        return {};
    if (section < FirstAttributeColumn)
        return CandidateColumns::title(section);
    const auto attribute = static_cast<std::size_t>(section - FirstAttributeColumn);
    return m_state.table() != nullptr && attribute < m_state.table()->attributes().size()
               ? QString::fromStdString(m_state.table()->attributes()[attribute].name)
               : QString();
}

// The column order in files is the same in all versions, independent of the order on the screen.
std::vector<int> CandidateModel::csvColumns() const
{
    std::vector<int> columns{CellColumn,      RoleColumn,  RoundColumn, QueryColumn, PredictedColumn,
                             DeviationColumn, ValidColumn, TestColumn,  ErrorColumn, TargetColumn};
    for (int column = FirstAttributeColumn; column < columnCount(); ++column)
        columns.push_back(column);
    return columns;
}

QString CandidateModel::csvName(int column) const
{
    return column < FirstAttributeColumn ? CandidateColumns::csvName(column)
                                         : headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

QString CandidateModel::csvField(int row, int column) const
{
    if (column == RoleColumn) { // the same in every language
        constexpr std::array names{"training", "validation", "proposed", "generated"};
        return QLatin1String(names.at(static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)].role)));
    }
    return column == CellColumn ? cellText(row) : csvNumber(number(row, column));
}

} // namespace inverso::ui
