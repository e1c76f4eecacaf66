// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/benchmark.h"

namespace inverso {

std::vector<CellIndex> knownCells(const Benchmark& benchmark)
{
    std::vector<CellIndex> cells;
    for (CellIndex cell = 0; cell < benchmark.space().size(); ++cell)
        if (benchmark.knows(cell))
            cells.push_back(cell);
    return cells;
}

} // namespace inverso
