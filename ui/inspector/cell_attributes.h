// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"

#include <QString>

#include <vector>

namespace inverso::ui {

class ExplorerState;

/// A fact with its name.
struct NamedValue
{
    QString name;
    QString text; ///< "–" where unknown
};

/// A cell's values in the columns of a table besides its accuracies: with the columns' names and as they are; those
/// that `inverso-cli table build` writes with titles and units.
std::vector<NamedValue> attributeWords(const Table& table, CellIndex cell);

/// These of the open table; and the number of parameters that the core computes, where no column has it.
std::vector<NamedValue> attributesOf(const ExplorerState& state, CellIndex cell);

} // namespace inverso::ui
