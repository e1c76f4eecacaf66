// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/projection/neighbours.h"
#include "core/projection/tsne_kernels.h"

#include <span>

namespace inverso {

/// The joint probabilities p_ij of t-SNE, sparse: symmetric, zero on the diagonal, summing to 1.
struct Affinities
{
    std::vector<std::size_t> rowBegin; ///< n + 1
    std::vector<std::uint32_t> column; ///< rising within a row
    std::vector<float> value;

    [[nodiscard]] std::size_t points() const { return rowBegin.empty() ? 0 : rowBegin.size() - 1; }
    /// Rows begin … end−1.
    [[nodiscard]] kernels::SparseRows rows(std::size_t begin, std::size_t end) const
    {
        return {rowBegin.data(), column.data(), value.data(), begin, end};
    }
};

/// Writes p_j|i ∝ exp(−β d_j) for the squared distances d (rising) with the β at which the perplexity 2^H is the
/// wanted one, to 1e-5 in the entropy in nats; returns β. The perplexity must be below the number of distances; when
/// more than `perplexity` distances equal the smallest, it cannot be reached, and these share the whole probability.
/// (van der Maaten & Hinton 2008, section 2.)
double calibrate(std::span<const float> squaredDistances, double perplexity, std::span<float> probabilities);

/// p_ij = (p_j|i + p_i|j) / 2n (van der Maaten & Hinton 2008, section 3.1). Uses the memory of `neighbours`; move it in
/// if there are many points. Throws Cancelled.
Affinities affinities(Neighbours neighbours, double perplexity, int threads, const std::stop_token& stop = {});

} // namespace inverso
