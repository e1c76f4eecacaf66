// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/cell/search_space.h"

#include <span>

namespace inverso {

/// Cells as flat vectors of 0 and 1, a row each: a one-hot label per vertex, then the edges, those into vertex 1, into
/// vertex 2, …, from the first vertex on. The squared distance of two cells is the number of entries that differ.
/// Vertices behind the output have its label, too, and no edges.
Matrix graphCodes(const SearchSpace& space, std::span<const CellIndex> cells);

} // namespace inverso
