// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/cell_diagram.h"
#include "ui/state/cell_colouring.h"
#include "ui/tour/tour_call.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace inverso::ui {

// The meaning of the arguments of the stage's actions and predicates. Used within this folder.

constexpr const char* colouringWords = "rounds|trueAccuracy|predictedAccuracy|predictionError";

/// Whether an entry of a table {name, …, pattern of arguments} matches the call.
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

/// The index of a colouring, one of colouringWords, among those of the state; −1 if it is missing.
inline int colouringIndex(const ExplorerState& state, const QString& kind)
{
    const auto wanted = static_cast<int>(QString::fromLatin1(colouringWords).split(QLatin1Char('|')).indexOf(kind));
    const std::vector<CellColouring> offered = availableColourings(state);
    const auto found = std::ranges::find(offered, static_cast<CellColouring::Kind>(wanted), &CellColouring::kind);
    return found != offered.end() ? static_cast<int>(found - offered.begin()) : -1;
}

} // namespace inverso::ui
