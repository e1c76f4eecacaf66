// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inverso {

/// Labels that somebody pasted.
struct LabelLines
{
    std::vector<std::pair<CellIndex, Label>> labels; ///< each cell once, in the order of the lines
    std::vector<std::string> problems;               ///< a sentence for each line that cannot be used
};

/// Reads a label a line: the cell as text, its validation accuracy and, where it is known, its test accuracy, in
/// percent (a % may follow), with tabulators, commas, semicolons or spaces between them. Empty lines, remarks (#) and a
/// heading are passed over.
LabelLines readLabelLines(std::string_view text, const SearchSpace& space);

/// One or two accuracies in percent, separated likewise. Throws Error: what is wrong with them, in a sentence.
Label readLabel(std::string_view text);

} // namespace inverso
