// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/cell_difference.h"

#include <QString>

#include <vector>

namespace inverso::ui {

class ExplorerState;

/// One line of a comparison of two cells.
struct CompareRow
{
    QString name;
    QString a;
    QString b;
    bool differs = false;
    bool isGraph = false; ///< about vertices and edges, not about figures
    int better = 0;       ///< of accuracies: −1 the first, 1 the second, 0 neither
};

/// The differences of the graphs, then accuracies, prediction, attributes and function class of both cells.
std::vector<CompareRow> compareRows(const ExplorerState& state, CellIndex a, CellIndex b,
                                    const CellDifference& difference);
/// "Operations that differ: 2 · different functions · latent distance 1.3".
QString compareSummary(const ExplorerState& state, CellIndex a, CellIndex b, const CellDifference& difference);

} // namespace inverso::ui
