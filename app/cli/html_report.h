// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/search_output.h"

#include <string>

namespace inverso::cli {

/// A self-contained page (no script, nothing loaded): the search curve, the table of seeds and the best cell. Throws
/// Error when Graphviz cannot draw the cell.
std::string htmlReport(const SearchResults& results);

} // namespace inverso::cli
