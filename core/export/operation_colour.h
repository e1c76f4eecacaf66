// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace inverso {

/// The colours of an operation in all drawings: in the window, in files and in reports. "#rrggbb" of the box and of the
/// text on it, whose contrast is at least 4.5 : 1 (WCAG 2.1, success criterion 1.4.3). Distinct for colour-blind
/// readers on light and dark backgrounds (after Okabe & Ito).
struct OperationColour
{
    std::string_view fill;
    std::string_view text;
};

/// `label` as SearchSpace::labels() spells it; operations of NAS-Bench-101 and -201 that do the same have
/// the same colour. An unknown label gets a neutral one.
OperationColour operationColour(std::string_view label);

/// Background and lines of a drawing in a file: those of a cell in the light window. Files bring their background,
/// because lines on a transparent one cannot be readable in both light and dark viewers.
constexpr std::string_view paperColour = "#ffffff";
constexpr std::string_view paperLineColour = "#6c7075";

} // namespace inverso
