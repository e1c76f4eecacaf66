// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/standard_descriptors.h"

#include <algorithm>

namespace inverso {

torch::Tensor standardDescriptors(const SearchSpace& space, std::span<const CellIndex> cells)
{
    const auto count = static_cast<std::int64_t>(space.descriptorNames().size());
    if (count == 0)
        return {};
    torch::Tensor all = torch::empty({static_cast<std::int64_t>(cells.size()), count});
    auto* row = all.data_ptr<float>();
    for (const CellIndex cell : cells)
        row = std::ranges::copy(space.descriptors(cell), row).out;
    return (all - all.mean(0, true)) / all.std(0, false, true).clamp_min(1e-6);
}

} // namespace inverso
