// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/candidate_columns.h"

#include <QCoreApplication>

#include <array>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::CandidateModel)
};

} // namespace

QString CandidateColumns::title(int column)
{
    switch (column) {
    case DrawingColumn:
        return Words::tr("Drawing");
    case CellColumn:
        return Words::tr("Cell");
    case RoleColumn:
        return Words::tr("Role");
    case RoundColumn:
        return Words::tr("Round");
    case QueryColumn:
        return Words::tr("Query");
    case PredictedColumn:
        return Words::tr("Predicted");
    case DeviationColumn:
        return Words::tr("± points");
    case ValidColumn:
        return Words::tr("Validation");
    case TestColumn:
        return Words::tr("Test");
    case ErrorColumn:
        return Words::tr("Error");
    case TargetColumn:
        return Words::tr("Target");
    default:
        return {};
    }
}

QString CandidateColumns::explanation(int column)
{
    switch (column) {
    case RoleColumn:
        return Words::tr("A training or validation label, proposed by a round, or generated for a target");
    case RoundColumn:
        return Words::tr("The round that first proposed or queried the cell; 0: the initial labels");
    case QueryColumn:
        return Words::tr("Number of the query that returned its label");
    case PredictedColumn:
        return Words::tr("Validation accuracy predicted by the current model");
    case DeviationColumn:
        return Words::tr("Standard deviation of the prediction, in percentage points");
    case ValidColumn:
        return Words::tr("True validation accuracy, queried or not");
    case TestColumn:
        return Words::tr("True test accuracy");
    case ErrorColumn:
        return Words::tr("Predicted minus true validation accuracy, in percentage points");
    case TargetColumn:
        return Words::tr("The accuracy that the cell was last generated for");
    default:
        return {};
    }
}

QString CandidateColumns::csvName(int column)
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
    return names.at(static_cast<std::size_t>(column));
}

} // namespace inverso::ui
