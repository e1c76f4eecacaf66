// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/model/latent_space.h"

#include <memory>
#include <vector>

namespace inverso {

/// How latents are normalised before the invertible network.
struct CodeSettings
{
    bool whiten = true;            ///< off: only the mean is removed and one common scale applied
    bool shaped = true;            ///< rotate the axes to the directions that predict the descriptors
    double eigenvalueFloor = 1e-4; ///< relative to the largest: weaker directions are not amplified
    double descriptorScale = 1.0;  ///< root mean square of the descriptor axes
    double restScale = 0.1;        ///< of the other axes
};

/// An invertible linear map between latents μ and the codes x that the invertible networks see.
///
/// GVAE latents have a spread of about 0.1 in a few dozen directions and far less in the rest. They are
/// whitened by their mean and covariance over the unlabelled space. The axes are then rotated so that those along which
/// the label-free descriptors change (singular vectors of the linear map code → descriptors) come first, each scaled by
/// its share of the descriptors; the other axes get a small scale. Distances between codes are then nearly distances
/// between the functions of cells.
class LatentCodes
{
public:
    /// Mean, covariance and descriptor axes are those of the sample.
    LatentCodes(std::shared_ptr<const LatentSpace> latents, const CodeSettings& settings);

    [[nodiscard]] const LatentSpace& latents() const { return *m_latents; }
    [[nodiscard]] std::size_t dimension() const { return m_sample.columns; }
    /// Codes of at most 16,384 cells, evenly spaced; in a smaller space, of all cells in order.
    [[nodiscard]] const Matrix& sample() const { return m_sample; }
    /// n × D: the codes of cells.
    [[nodiscard]] Matrix codes(std::span<const CellIndex> cells) const;
    /// Cells of n × D codes; none where the decode is not a cell.
    [[nodiscard]] std::vector<std::optional<CellIndex>> decode(const Matrix& codes) const;
    /// Codes (n × D) → latents μ (n × D).
    [[nodiscard]] Matrix toLatents(const Matrix& codes) const;
    /// Axes that carry descriptors: columns 0 … count−1.
    [[nodiscard]] std::size_t descriptorAxes() const { return m_descriptorAxes; }

private:
    std::shared_ptr<const LatentSpace> m_latents;
    std::vector<CellIndex> m_cells; ///< of the sample
    Matrix m_mean;                  ///< 1 × D
    Matrix m_toLatents;             ///< D × D: latents = mean + codes · m_toLatents
    Matrix m_toCodes;               ///< D × D: codes = (latents − mean) · m_toCodes
    Matrix m_sample;
    std::size_t m_descriptorAxes = 0;
};

} // namespace inverso
