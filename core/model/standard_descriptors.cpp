// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/standard_descriptors.h"

#include <algorithm>

namespace inverso {

torch::Tensor standardDescriptors(const SearchSpace& space)
{
    const auto count = static_cast<std::int64_t>(space.descriptorNames().size());
    if (count == 0)
        return {};
    torch::Tensor all = torch::empty({static_cast<std::int64_t>(space.size()), count});
    for (CellIndex cell = 0; cell < space.size(); ++cell) {
        const auto values = space.descriptors(cell);
        std::copy(values.begin(), values.end(), all.data_ptr<float>() + cell * count);
    }
    return (all - all.mean(0, true)) / all.std(0, false, true).clamp_min(1e-6);
}

} // namespace inverso
