// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of the candidates are called, on the screen and in files.
#include "ui/candidates/candidate_model.h"

#include "ui/state/explorer_state.h"

#include <array>

namespace inverso::ui {

namespace {

QString title(int column)
{
    switch (column) {
    case CandidateModel::DrawingColumn:
        return CandidateModel::tr("Drawing");
    case CandidateModel::CellColumn:
        return CandidateModel::tr("Cell");
    case CandidateModel::RoleColumn:
        return CandidateModel::tr("Role");
    case CandidateModel::RoundColumn:
        return CandidateModel::tr("Round");
    case CandidateModel::QueryColumn:
        return CandidateModel::tr("Query");
    case CandidateModel::PredictedColumn:
        return CandidateModel::tr("Predicted");
    case CandidateModel::DeviationColumn:
        return CandidateModel::tr("± points");
    case CandidateModel::ValidColumn:
        return CandidateModel::tr("Validation");
    case CandidateModel::TestColumn:
        return CandidateModel::tr("Test");
    case CandidateModel::ErrorColumn:
        return CandidateModel::tr("Error");
    case CandidateModel::TargetColumn:
        return CandidateModel::tr("Target");
    default:
        return {};
    }
}

QString explanation(int column)
{
    switch (column) {
    case CandidateModel::RoleColumn:
        return CandidateModel::tr("Asked to train the model or to watch its fit, proposed by a round, or generated "
                                  "for a target");
    case CandidateModel::RoundColumn:
        return CandidateModel::tr("The round that first proposed or asked the cell; 0: the initial labels");
    case CandidateModel::QueryColumn:
        return CandidateModel::tr("The number of the query that asked its label");
    case CandidateModel::PredictedColumn:
        return CandidateModel::tr("Validation accuracy as the present model predicts it");
    case CandidateModel::DeviationColumn:
        return CandidateModel::tr("The model's own standard deviation, in points");
    case CandidateModel::ValidColumn:
        return CandidateModel::tr("True validation accuracy, asked or not");
    case CandidateModel::TestColumn:
        return CandidateModel::tr("True test accuracy");
    case CandidateModel::ErrorColumn:
        return CandidateModel::tr("Predicted minus true validation accuracy, in points");
    case CandidateModel::TargetColumn:
        return CandidateModel::tr("The accuracy that the cell was last generated for");
    default:
        return {};
    }
}

} // namespace

QVariant CandidateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::ToolTipRole)
        return explanation(section);
    if (role != Qt::DisplayRole)
        return {};
    if (section < FirstAttributeColumn)
        return title(section);
    const auto attribute = static_cast<std::size_t>(section - FirstAttributeColumn);
    return m_state.table() != nullptr && attribute < m_state.table()->attributes().size()
               ? QString::fromStdString(m_state.table()->attributes()[attribute].name)
               : QString();
}

// The files of all versions are alike, whatever the screen shows first.
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
    static const std::array<QString, FirstAttributeColumn> names{
        QString(),
        QStringLiteral("cell"),
        QStringLiteral("predicted_percent"),
        QStringLiteral("validation_percent"),
        QStringLiteral("test_percent"),
        QStringLiteral("error_points"),
        QStringLiteral("role"),
        QStringLiteral("round"),
        QStringLiteral("query"),
        QStringLiteral("target_percent"),
        QStringLiteral("deviation_points"),
    };
    if (column < FirstAttributeColumn)
        return names[static_cast<std::size_t>(column)];
    return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

} // namespace inverso::ui
