// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/search_space.h"

#include <vector>

namespace inverso {

/// A NAS-Bench-201 cell as computing steps: only the parts between input and output, `skip_connect` contracted, every
/// sum and every pooling once, convolutions of one size on one sum combined. Values are feature maps of the cell's
/// width; value 0 is the input.
struct CellPlan
{
    enum class Operation { Conv1x1, Conv3x3, AvgPool3x3 };
    struct Step
    {
        Operation operation = Operation::Conv1x1;
        std::vector<int> sources; ///< values that are summed, ascending; may repeat
        int first = 0;            ///< the first value that it makes
        int copies = 1;           ///< number of convolutions, each with its own weights; 1 for pooling
    };
    std::vector<Step> steps;  ///< in the order of computing
    std::vector<int> outputs; ///< values that are summed; empty: the output is constant

    [[nodiscard]] bool isConstant() const { return outputs.empty(); }
    /// Convolutions, counting every copy.
    [[nodiscard]] int convolutions(Operation operation) const;
};

CellPlan planCell(const SearchSpace& space, CellIndex cell);

/// For each functional class the member that is cheapest to train (fewest 3×3, then 1×1 convolutions, then steps; the
/// lowest index among equals). Computed on the first call for a space.
const std::vector<CellIndex>& classRepresentatives(const SearchSpace& space);

} // namespace inverso
