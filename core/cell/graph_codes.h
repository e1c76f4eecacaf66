// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/cell/search_space.h"

#include <span>

namespace inverso {

/// Cells as vectors of 0 and 1, one per row: a one-hot label per vertex, then the edges into vertex 1, into vertex 2,
/// …, in the order of their source. The squared distance of two cells is the number of entries that differ. Padding
/// vertices after the output have its label, and no edges.
Matrix graphCodes(const SearchSpace& space, std::span<const CellIndex> cells);

} // namespace inverso
