// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"

#include <QString>

#include <utility>

namespace inverso::ui {

class ExplorerState;

/// "91.61 %" in the user's locale; "–" for NaN.
QString percentText(double percent, int decimals = 2);
/// "+0.03", "−0.03" in the user's locale; "0.00" for smaller values.
QString signedText(double value, int decimals = 2);
/// "0:07", "12:05", "1:02:03".
QString durationText(double seconds);
/// The lowest and the highest known validation accuracy of the data set, percent; 100 and NaN if none is known.
std::pair<double, double> accuracyRange(const Table::Dataset& dataset);
/// The cell as text with its properties, one per line; shown beside the pointer in every plot.
QString cellTooltip(const ExplorerState& state, CellIndex cell);

} // namespace inverso::ui
