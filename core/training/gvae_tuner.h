// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/model/latent_space.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace inverso {

class StateArchive;

/// A copy of the GVAE that is trained together with the invertible network (end-to-end fine-tuning, method.md §4). It
/// starts from the weights of a LatentSpace, which it does not change.
class GvaeTuner
{
public:
    GvaeTuner(const LatentSpace& latents, std::uint64_t seed);
    ~GvaeTuner();

    /// μ of cells, n × D, by the present weights.
    [[nodiscard]] Matrix encode(std::span<const CellIndex> cells) const;
    /// μ of every cell of the space. Computed once until the weights change.
    [[nodiscard]] const Matrix& encodeAll() const;
    [[nodiscard]] std::vector<std::optional<CellIndex>> decode(const Matrix& latents) const;

    /// One optimiser step on a batch: `forward` gets μ (n × D) and returns ∂loss/∂μ of the invertible
    /// network's losses; the GVAE's own loss (Eq. 9) is added. Returns the GVAE's loss.
    double step(std::span<const CellIndex> cells, double rate, const std::function<Matrix(const Matrix&)>& forward);
    /// The GVAE's loss on cells, in evaluation mode, with the same noise each time.
    [[nodiscard]] double loss(std::span<const CellIndex> cells) const;

    /// Saves the present weights, and restores the saved ones.
    void keep();
    void restore();

    /// The weights, which are also the saved ones, the optimiser, the stream of noise.
    void exchange(StateArchive& archive, const std::string& name);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace inverso
