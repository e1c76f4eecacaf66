// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"
#include "core/model/model_choice.h"
#include "core/search/label_split.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inverso::cli {

/// "0..9" → 0, 1, … 9; "7" → 7. Throws UsageError.
std::vector<std::uint64_t> parseSeeds(const std::string& text);

/// "N" → N+0; "T+V". `option` is named in the UsageError.
LabelSplit parseLabels(const std::string& text, const std::string& option);

/// "2/3": the second part of three. Throws UsageError.
struct Shard
{
    int part = 1;
    int of = 1;
};
Shard parseShard(const std::string& text);

/// A target accuracy as percent: 0…1 is a fraction, above that percent up to 100. Throws UsageError.
struct Target
{
    double percent = 0.0;
    bool readAsPercent = false;
};
Target parseTarget(const std::string& text);

/// A cell's arch string. Throws UsageError: on the command line an invalid cell is a usage error.
CellIndex parseCell(const SearchSpace& space, const std::string& text);

/// "name=value", each. Throws UsageError.
Overrides parseOverrides(const std::vector<std::string>& texts);

} // namespace inverso::cli
