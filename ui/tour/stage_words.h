// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/cell_diagram.h"
#include "ui/tour/tour_call.h"

#include <QRegularExpression>

namespace inverso::ui {

// What the arguments of the window's actions and predicates mean. Used within this folder.

constexpr const char* colouringWords = "rounds|trueAccuracy|predictedAccuracy|predictionError";

/// Whether an entry of a table {name, …, pattern of arguments} is meant.
template <typename Entry> bool matches(const Entry& entry, const TourCall& call)
{
    if (call.name != QLatin1String(entry.name))
        return false;
    const QString pattern = QRegularExpression::anchoredPattern(QLatin1String(entry.arguments));
    return QRegularExpression(pattern).match(call.argument).hasMatch();
}

inline CellForm cellForm(const QString& word)
{
    if (word == QLatin1String("edges"))
        return CellForm::OperationsOnEdges;
    return word == QLatin1String("simplified") ? CellForm::Simplified : CellForm::OperationsOnVertices;
}

} // namespace inverso::ui
