// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <string>

namespace inverso {

/// The cell in Graphviz's language: left to right, one vertex per operation, a colour per operation.
std::string toDot(const SearchSpace& space, CellIndex cell);

/// The same laid out by Graphviz's dot and drawn as a complete SVG file. Calls may come from several
/// threads; they take turns, since Graphviz keeps global state. Throws Error when Graphviz fails (a
/// missing plug-in, as a rule).
std::string toSvg(const SearchSpace& space, CellIndex cell);

/// A Python file that runs as it stands, with PyTorch alone: the cell as a torch.nn.Module, the network
/// that the benchmark's authors put around it, and a self-check as main. Throws UsageError for a space
/// that has no such form yet.
std::string toPython(const SearchSpace& space, CellIndex cell);

} // namespace inverso
