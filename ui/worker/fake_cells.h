// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <stop_token>

namespace inverso::ui {

// What the parts of the fake engine know of cells.

/// Whether a space's made-up accuracies follow from the operations of its cells, as those of NAS-Bench-201 do. Those of
/// a larger space are scattered, so that nobody has to look at its graphs.
bool followsOperations(const SearchSpace& space);
/// The table knows every stride()-th cell.
CellIndex stride(const SearchSpace& space);
/// What a cell's operations are worth, where they count.
double worth(const Graph& graph);
/// Percent.
double fakeAccuracy(const SearchSpace& space, CellIndex cell);
/// Sleeps, in short naps that heed `stop`. Throws Cancelled.
void nap(int milliseconds, const std::stop_token& stop);

} // namespace inverso::ui
