// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace inverso {

/// Finds the cell of a graph hash. Built on the first call, which takes a few seconds on all cores.
class NasBench101Hashes
{
public:
    /// `hash`: 32 lower-case hexadecimal digits; `keys`: NasBench101Form::key() of every cell.
    [[nodiscard]] std::optional<CellIndex> find(std::string_view hash, std::span<const std::uint64_t> keys);

private:
    std::once_flag m_made;
    std::vector<std::pair<std::uint64_t, CellIndex>> m_cells; ///< by the first 16 digits, ascending
};

} // namespace inverso
