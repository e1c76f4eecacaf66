// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/aligned_axes.h"

#include "core/optim/state_archive.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace inverso {

namespace {

/// Solves (K + ridge·I) a = y by Cholesky; K is n × n, row-major, positive semi-definite.
std::vector<double> solveRidge(std::vector<double> k, std::vector<double> y, double ridge)
{
    const std::size_t n = y.size();
    for (std::size_t i = 0; i < n; ++i)
        k[i * n + i] += ridge;
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t i = j; i < n; ++i) {
            double sum = k[i * n + j];
            for (std::size_t m = 0; m < j; ++m)
                sum -= k[i * n + m] * k[j * n + m];
            k[i * n + j] = i == j ? std::sqrt(sum) : sum / k[j * n + j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t m = 0; m < i; ++m)
            y[i] -= k[i * n + m] * y[m];
        y[i] /= k[i * n + i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t m = i + 1; m < n; ++m)
            y[i] -= k[m * n + i] * y[m];
        y[i] /= k[i * n + i];
    }
    return y;
}

} // namespace

AlignedAxes::AlignedAxes(const Matrix& codes, std::span<const float> targets, double ridge)
{
    // Few labels, many axes: the dual form, weights = Xᵀ (X Xᵀ + ridge)⁻¹ y.
    const std::size_t n = codes.rows;
    const double mean = std::accumulate(targets.begin(), targets.end(), 0.0) / static_cast<double>(n);
    std::vector<double> gram(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            gram[i * n + j] = std::inner_product(codes.row(i).begin(), codes.row(i).end(), codes.row(j).begin(), 0.0);
    std::vector<double> centred;
    for (const float target : targets)
        centred.push_back(target - mean);
    const auto dual = solveRidge(std::move(gram), std::move(centred), ridge);

    std::vector<double> weights(codes.columns, 0.0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < codes.columns; ++j)
            weights[j] += dual[i] * codes(i, j);
    const double length = std::sqrt(std::inner_product(weights.begin(), weights.end(), weights.begin(), 0.0));
    if (length < 1e-6)
        return; // all targets are equal: no direction to align to
    m_slope = static_cast<float>(length);
    m_offset = static_cast<float>(mean);

    // The reflection that swaps the last axis and the direction of the weights.
    for (double& weight : weights)
        weight = -weight / length;
    weights.back() += 1.0;
    const double norm = std::sqrt(std::inner_product(weights.begin(), weights.end(), weights.begin(), 0.0));
    if (norm > 1e-9)
        for (const double weight : weights)
            m_mirror.push_back(static_cast<float>(weight / norm));
}

void AlignedAxes::reflect(Matrix& codes) const
{
    for (std::size_t i = 0; i < codes.rows && !m_mirror.empty(); ++i) {
        const auto row = codes.row(i);
        const float along = 2.0F * std::inner_product(row.begin(), row.end(), m_mirror.begin(), 0.0F);
        for (std::size_t j = 0; j < codes.columns; ++j)
            row[j] -= along * m_mirror[j];
    }
}

Matrix AlignedAxes::align(const Matrix& codes) const
{
    Matrix aligned = codes;
    reflect(aligned);
    for (std::size_t i = 0; i < aligned.rows; ++i) {
        float& last = aligned.row(i).back();
        last = last * m_slope + m_offset;
    }
    return aligned;
}

Matrix AlignedAxes::restore(const Matrix& aligned) const
{
    Matrix codes = aligned;
    for (std::size_t i = 0; i < codes.rows; ++i) {
        float& last = codes.row(i).back();
        last = (last - m_offset) / m_slope;
    }
    reflect(codes);
    return codes;
}

void AlignedAxes::exchange(StateArchive& archive, const std::string& name)
{
    archive.list(name + ".mirror", m_mirror);
    archive.number(name + ".slope", m_slope);
    archive.number(name + ".offset", m_offset);
}

} // namespace inverso
