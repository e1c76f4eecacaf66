// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

namespace inverso::test {

/// Red, green and blue in 0…255.
using Rgb = std::array<int, 3>;

/// "#rrggbb", "#rgb", and the two names that Graphviz writes. Nothing for "none", "transparent" and other
/// text.
inline std::optional<Rgb> rgb(std::string text)
{
    if (text == "black")
        text = "#000000";
    if (text == "white")
        text = "#ffffff";
    if (text.size() == 4 && text[0] == '#')
        text = {'#', text[1], text[1], text[2], text[2], text[3], text[3]};
    if (text.size() != 7 || text[0] != '#' || text.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string::npos)
        return std::nullopt;
    const auto part = [&](std::size_t at) { return std::stoi(text.substr(at, 2), nullptr, 16); };
    return Rgb{part(1), part(3), part(5)};
}

/// WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-relative-luminance) of red, green and blue in 0…1: 0 for black, 1 for
/// white.
inline double relativeLuminance(const std::array<double, 3>& colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

/// WCAG 2.1 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio): 1 for the same colour, 21 for black on white.
inline double contrast(const Rgb& one, const Rgb& other)
{
    const auto luminance = [](const Rgb& colour) {
        return relativeLuminance({colour[0] / 255.0, colour[1] / 255.0, colour[2] / 255.0});
    };
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

/// What WCAG 2.1 asks of text (success criterion 1.4.3).
constexpr double leastTextContrast = 4.5;
/// What WCAG 2.1 asks of the parts of a graphic that are needed to understand it (success criterion 1.4.11).
constexpr double leastGraphicContrast = 3.0;

} // namespace inverso::test
