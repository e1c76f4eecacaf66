// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inverso {

/// Text with the special characters of HTML and SVG replaced.
std::string escaped(std::string_view text);

/// Number of colours for the series of plots: the variables --c1 … --c8 of a page.
constexpr int paletteSize = 8;

/// The colours of a page and its plots, by the names of the page's variables ("line" is var(--line)) and as "#rrggbb".
/// Series are distinguishable with any kind of colour vision (after Okabe and Ito).
using PageColours = std::vector<std::pair<std::string_view, std::string_view>>;
const PageColours& pageColours(bool dark);

/// A self-contained page, light or dark like the reader's system: no script, nothing loaded. `body` is HTML.
std::string htmlPage(std::string_view title, std::string_view body);

} // namespace inverso
