// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <QString>

namespace inverso::ui {

class ExplorerState;

/// The first lines of a figure's data: title, data set, run, seed and settings.
QString figureComment(const ExplorerState& state, const QString& content);
/// The cell as text, for a field of CSV.
QString cellName(const ExplorerState& state, CellIndex cell);
/// One line for every generated cell that the filter accepts.
QString generatedCellsCsv(const ExplorerState& state, const QString& content);

} // namespace inverso::ui
