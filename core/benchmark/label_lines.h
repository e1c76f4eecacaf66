// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace inverso {

/// Labels from pasted text.
struct LabelLines
{
    std::vector<std::pair<CellIndex, Label>> labels; ///< each cell once, in the order of the lines
    std::vector<std::string> problems;               ///< a sentence for each line that cannot be used
};

/// Reads one label per line: the cell as text, its validation accuracy and, if known, its test accuracy, in percent (a
/// % may follow), separated by tabs, commas, semicolons or spaces. Empty lines, comments (#) and a heading are skipped.
LabelLines readLabelLines(std::string_view text, const SearchSpace& space);

/// One or two accuracies in percent, separated in the same way. Throws Error that says what is wrong, in a sentence.
Label readLabel(std::string_view text);

} // namespace inverso
