// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace inverso {

/// How an operation is coloured wherever it is drawn, in the window and in files: the one place that
/// knows. "#rrggbb" of the box and of the text on it. Distinct for colour-blind eyes, on light and on dark
/// (after Okabe & Ito).
struct OperationColour
{
    std::string_view fill;
    std::string_view text;
};

/// `label` as SearchSpace::labels() spells it; operations of NAS-Bench-101 and -201 that do the same have
/// the same colour. An unknown label gets a neutral one.
OperationColour operationColour(std::string_view label);

} // namespace inverso
