// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/live: LibTorch is visible here.
#include "core/cell/search_space.h"
#include "core/live/network_layers.h"

#include <memory>

namespace inverso {

/// One cell of a network: its parameters are in the NetworkLayers that it was built in.
class CellLayers
{
public:
    virtual ~CellLayers() = default;
    [[nodiscard]] virtual torch::Tensor apply(const NetworkLayers& layers, const torch::Tensor& x,
                                              bool training) const = 0;
    /// For one image, maps of that size.
    [[nodiscard]] virtual double multiplyAdds(int height, int width) const = 0;
};

/// A cell for training.
class TrainableCell
{
public:
    virtual ~TrainableCell() = default;
    [[nodiscard]] virtual std::unique_ptr<CellLayers> build(NetworkLayers& layers, int inputs, int outputs,
                                                            Rng& rng) const = 0;
    /// Its output does not depend on its input.
    [[nodiscard]] virtual bool isConstant() const { return false; }
    /// Its numbers of input and output channels may differ, and its maps are rectified (NAS-Bench-101); otherwise it
    /// keeps the channels, and residual blocks are between the stages (NAS-Bench-201).
    [[nodiscard]] virtual bool projects() const = 0;
};

/// The cheapest cell of the functional class of `cell`.
std::unique_ptr<TrainableCell> trainableCell(const SearchSpace& space, CellIndex cell);

} // namespace inverso
