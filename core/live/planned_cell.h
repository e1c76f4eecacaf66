// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/cell_plan.h"
#include "core/live/trainable_cell.h"

namespace inverso {

/// A NAS-Bench-201 cell.
class PlannedCell : public TrainableCell
{
public:
    explicit PlannedCell(CellPlan plan)
        : m_plan(std::move(plan))
    {
    }
    [[nodiscard]] std::unique_ptr<CellLayers> build(NetworkLayers& layers, int inputs, int outputs,
                                                    Rng& rng) const override;
    [[nodiscard]] bool isConstant() const override { return m_plan.isConstant(); }
    [[nodiscard]] bool projects() const override { return false; }

private:
    CellPlan m_plan;
};

} // namespace inverso
