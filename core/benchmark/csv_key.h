// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <string>

namespace inverso {

/// The key columns of a CSV table of this space, with commas between them: "arch", or "adjacency_upper,ops".
std::string csvKeyColumns(const SearchSpace& space);
/// The values of these columns for a cell, quoted where they contain commas. Table::load() reads them.
std::string csvKey(const SearchSpace& space, CellIndex cell);

} // namespace inverso
