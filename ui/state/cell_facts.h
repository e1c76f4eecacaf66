// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <QString>

namespace inverso::ui {

class ExplorerState;

/// "91.61 %" in the user's locale; "–" for NaN.
QString percentText(double percent, int decimals = 2);
/// "0:07", "12:05", "1:02:03".
QString durationText(double seconds);
/// The cell as text with what is known of it, a line each; shown beside the pointer in every plot.
QString cellTooltip(const ExplorerState& state, CellIndex cell);

} // namespace inverso::ui
