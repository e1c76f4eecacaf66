// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <cstdint>
#include <vector>

namespace inverso::ui {

/// The labels that a cell has: bit i for SearchSpace::labels()[i].
using LabelSet = std::uint32_t;

/// The label set of every cell, by CellIndex. Computed once per space, which takes about half a second for a large one,
/// and cached; the worker calls it first, after it has opened a table. Any thread; concurrent callers wait.
const std::vector<LabelSet>& labelSets(const SearchSpace& space);

} // namespace inverso::ui
