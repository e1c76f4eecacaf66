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

/// A cell's values in the table's columns other than accuracies. Columns written by `inverso-cli table build` have
/// titles and units; others have their name and the raw value.
std::vector<NamedValue> attributeWords(const Table& table, CellIndex cell);

/// The attributes in the open table, and the computed number of parameters if no column has it.
std::vector<NamedValue> attributesOf(const ExplorerState& state, CellIndex cell);

} // namespace inverso::ui
