// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/search_output.h"

#include <string>
#include <string_view>

namespace inverso::cli {

/// Best validation accuracy by query as an SVG element for a page: a thin line a seed, their mean bold, the
/// table's best (percent; 0: unknown) dashed. Colours are the page's CSS variables --line, --muted, --mark.
std::string searchCurve(const SearchResults& results, double tableBest);

/// Text with the characters that mean something in HTML and SVG replaced.
std::string escaped(std::string_view text);

} // namespace inverso::cli
