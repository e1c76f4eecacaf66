// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/trainable_cell.h"

#include "core/live/nasbench101_cell.h"
#include "core/live/planned_cell.h"

namespace inverso {

std::unique_ptr<TrainableCell> trainableCell(const SearchSpace& space, CellIndex cell)
{
    if (const auto* nasbench101 = dynamic_cast<const NasBench101*>(&space)) // where every cell is a class
        return std::make_unique<NasBench101Cell>(nasbench101->form(cell));
    return std::make_unique<PlannedCell>(planCell(space, classRepresentatives(space)[space.functionalClass(cell)]));
}

} // namespace inverso
