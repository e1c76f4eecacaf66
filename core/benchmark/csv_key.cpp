// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/csv_key.h"

#include "core/base/text.h"

#include <vector>

namespace inverso {

std::string csvKeyColumns(const SearchSpace& space)
{
    return joined(std::vector<std::string_view>(space.keyColumns().begin(), space.keyColumns().end()), ",");
}

std::string csvKey(const SearchSpace& space, CellIndex cell)
{
    const std::string text = space.text(cell);
    if (space.keyColumns().size() == 1)
        return text;
    const std::size_t colon = text.find(':'); // separates the values of the two columns
    return text.substr(0, colon) + ",\"" + text.substr(colon + 1) + '"';
}

} // namespace inverso
