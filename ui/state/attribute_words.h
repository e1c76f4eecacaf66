// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"

#include <QString>

#include <vector>

namespace inverso::ui {

/// A fact with its name.
struct NamedValue
{
    QString name;
    QString text; ///< "–" where unknown
};

/// What the columns of a table besides its accuracies say of a cell: by their names and as they are; those that
/// `inverso-cli table build` writes in words, with their units.
std::vector<NamedValue> attributeWords(const Table& table, CellIndex cell);

} // namespace inverso::ui
