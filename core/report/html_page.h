// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inverso {

/// Text with the characters that mean something in HTML and SVG replaced.
std::string escaped(std::string_view text);

/// Colours that plots tell series apart with: the variables --c1 … --c8 of a page.
constexpr int paletteSize = 8;

/// What a page and its plots are drawn in, by the names of the page's variables ("line" is var(--line)) and as
/// "#rrggbb". Series are told apart with any kind of colour vision (after Okabe and Ito).
using PageColours = std::vector<std::pair<std::string_view, std::string_view>>;
const PageColours& pageColours(bool dark);

/// A page that stands alone, light or dark as the reader's system is: no script, nothing loaded. `body` is HTML.
std::string htmlPage(std::string_view title, std::string_view body);

} // namespace inverso
