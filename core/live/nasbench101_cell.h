// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/nasbench101.h"
#include "core/live/trainable_cell.h"

namespace inverso {

/// A NAS-Bench-101 cell, computed as the benchmark does (Ying et al. 2019): a vertex applies convolution, batch
/// normalisation and ReLU, or maximum pooling, to the sum of its inputs, each truncated to its own channels; the cell's
/// input is projected; the output concatenates.
class NasBench101Cell : public TrainableCell
{
public:
    explicit NasBench101Cell(const NasBench101Form& form)
        : m_form(form)
    {
    }
    [[nodiscard]] std::unique_ptr<CellLayers> build(NetworkLayers& layers, int inputs, int outputs,
                                                    Rng& rng) const override;
    [[nodiscard]] bool projects() const override { return true; }

private:
    NasBench101Form m_form;
};

} // namespace inverso
