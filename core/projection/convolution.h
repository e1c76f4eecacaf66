// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

namespace inverso {

/// Convolves a square grid of charges with the Cauchy kernel 1/(1+r²) of t-SNE by Fourier transforms, without
/// wrapping around: the field at a node is that of all charges in the plane. (Linderman et al. 2019, "Fast
/// interpolation-based t-SNE", section "Accelerating the repulsive forces"; the spline in place of their
/// Lagrange polynomials is Essmann et al. 1995.)
///
/// The kernel is lowered by offset(), its value across the whole grid: in a small grid, where it is nearly
/// constant, single precision is then spent on its curvature alone. Not thread-safe.
class CauchyConvolution
{
public:
    CauchyConvolution();
    ~CauchyConvolution();
    CauchyConvolution(const CauchyConvolution&) = delete;
    CauchyConvolution& operator=(const CauchyConvolution&) = delete;

    /// Sets the grid to at least `nodes`² nodes, `spacing` apart. Cheap when neither has changed.
    void resize(std::size_t nodes, double spacing);
    /// Nodes per side.
    [[nodiscard]] std::size_t nodes() const;
    /// The grid, row-major, `pitch()` floats from row to row; clear() sets it to zero.
    [[nodiscard]] float* grid();
    [[nodiscard]] std::size_t pitch() const;
    void clear();
    /// What was subtracted from the kernel.
    [[nodiscard]] double offset() const;
    /// Replaces the charges by their field, both as coefficients of QuinticSpline.
    void run(int threads);

private:
    struct Grid;
    std::unique_ptr<Grid> m_grid;
};

} // namespace inverso
