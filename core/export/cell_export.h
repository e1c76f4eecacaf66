// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <string>

namespace inverso {

/// All facts about the cell that need no table, as one JSON object and a line end: text, index,
/// identity, functional class, vertices, edges, descriptors. Negative `indent`: on one line.
std::string toJson(const SearchSpace& space, CellIndex cell, int indent = 2);

/// The cell in Graphviz's language: left to right, one vertex per operation, a colour per operation.
std::string toDot(const SearchSpace& space, CellIndex cell);

/// The same laid out by Graphviz's dot and drawn as a complete SVG file. Calls may come from several
/// threads; they run one after another, since Graphviz has global state. Throws Error when Graphviz fails
/// (usually because of a missing plug-in).
std::string toSvg(const SearchSpace& space, CellIndex cell);

/// The same drawing as an element of an htmlPage(), whose style gives it the background and the colour of
/// lines of the page, light or dark.
std::string toPageElement(const SearchSpace& space, CellIndex cell);

/// A complete Python file that needs only PyTorch: the cell as a torch.nn.Module, the network of the benchmark's
/// authors around it, and a self-check as main. Throws UsageError for a space that has no such form.
std::string toPython(const SearchSpace& space, CellIndex cell);

enum class OnnxScope {
    Cell,   ///< the cell alone, of any height and width: 16 channels (NAS-Bench-201), 128 (NAS-Bench-101)
    Network ///< the benchmark's network of it: 32×32 RGB images to the logits of 10 classes
};

/// A binary ONNX file (operator set 13) that passes the ONNX checker and shows its shapes in viewers. The
/// network is that of toPython(), its weights carry the names of that module's state_dict; they are initial
/// values from a fixed seed, not trained. Throws UsageError for a space that has no such form.
std::string toOnnx(const SearchSpace& space, CellIndex cell, OnnxScope scope = OnnxScope::Network);

} // namespace inverso
