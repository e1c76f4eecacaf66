// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/latent_codes.h"

#include "core/base/matrix_rows.h"
#include "core/model/kernels.h"
#include "core/model/standard_descriptors.h"

#include <torch/torch.h>

#include <algorithm>
#include <functional>

namespace inverso {

namespace {

constexpr std::size_t mostSampled = 16384;

/// All of 0 … count−1, or `most` of them, evenly spread.
std::vector<CellIndex> evenSpread(CellIndex count, std::size_t most)
{
    std::vector<CellIndex> cells(std::min<std::size_t>(count, most));
    for (std::size_t i = 0; i < cells.size(); ++i)
        cells[i] = static_cast<CellIndex>(i * count / cells.size());
    return cells;
}

/// Linear map and its inverse, D × D, double.
struct LinearPair
{
    torch::Tensor forward;
    torch::Tensor backward;
};

torch::Tensor asTensor(const Matrix& matrix)
{
    return torch::from_blob(const_cast<float*>(matrix.data()),
                            {static_cast<std::int64_t>(matrix.rows), static_cast<std::int64_t>(matrix.columns)});
}

Matrix toMatrix(const torch::Tensor& tensor)
{
    const auto values = tensor.to(torch::kFloat32).contiguous();
    Matrix matrix(static_cast<std::size_t>(values.size(0)), static_cast<std::size_t>(values.size(1)));
    std::copy_n(values.data_ptr<float>(), values.numel(), matrix.data());
    return matrix;
}

LinearPair whitening(const torch::Tensor& centred, const CodeSettings& settings)
{
    const auto covariance = torch::mm(centred.t(), centred) / static_cast<double>(centred.size(0));
    if (!settings.whiten) {
        const auto scale = covariance.diagonal().mean().sqrt();
        const auto identity = torch::eye(centred.size(1), torch::kFloat64);
        return {identity / scale, identity * scale};
    }
    const auto [values, vectors] = torch::linalg_eigh(covariance);
    const auto spread = (values.clamp_min(0) + settings.eigenvalueFloor * values.max()).sqrt();
    return {vectors / spread, (vectors * spread).t()};
}

/// Rotates the whitened axes to those of the descriptors, strongest first, and scales them.
LinearPair shaping(const torch::Tensor& white, const torch::Tensor& descriptors, const CodeSettings& settings,
                   std::size_t& descriptorAxes)
{
    const std::int64_t dimension = white.size(1);
    const auto gram = torch::mm(white.t(), white) / static_cast<double>(white.size(0));
    const auto ridge = gram + 1e-3 * torch::eye(dimension, torch::kFloat64);
    const auto weights =
        torch::linalg_solve(ridge, torch::mm(white.t(), descriptors) / static_cast<double>(white.size(0)));
    const auto [u, s, v] = torch::linalg_svd(weights, /*full_matrices=*/true);
    const std::int64_t axes = std::min(s.size(0), dimension / 2);
    auto scale = torch::full({dimension}, settings.restScale, torch::kFloat64);
    const auto leading = s.slice(0, 0, axes);
    scale.slice(0, 0, axes) = leading / leading.pow(2).mean().sqrt() * settings.descriptorScale + settings.restScale;
    descriptorAxes = static_cast<std::size_t>(axes);
    return {u * scale, (u / scale).t()};
}

} // namespace

LatentCodes::LatentCodes(std::shared_ptr<const LatentSpace> latents, const CodeSettings& settings)
    : m_latents(std::move(latents))
    , m_cells(evenSpread(m_latents->space().size(), mostSampled))
{
    const torch::NoGradGuard guard;
    const Matrix means = m_latents->means(m_cells);
    const auto x = asTensor(means).to(torch::kFloat64);
    const auto center = x.mean(0, true);
    LinearPair map = whitening(x - center, settings);
    auto codes = torch::mm(x - center, map.forward);
    if (settings.shaped && !m_latents->space().descriptorNames().empty()) {
        const auto descriptors = standardDescriptors(m_latents->space(), m_cells).to(torch::kFloat64);
        const auto turn = shaping(codes, descriptors, settings, m_descriptorAxes);
        map.backward = torch::mm(turn.backward, map.backward);
        map.forward = torch::mm(map.forward, turn.forward);
        codes = torch::mm(codes, turn.forward);
    }
    m_sample = toMatrix(codes);
    m_toCodes = toMatrix(map.forward);
    m_toLatents = toMatrix(map.backward);
    m_mean = toMatrix(center);
}

Matrix LatentCodes::codes(std::span<const CellIndex> cells) const
{
    if (m_cells.size() == m_latents->space().size())
        return rowsOf(m_sample, cells);
    Matrix result(cells.size(), dimension());
    Matrix centred = m_latents->means(cells);
    for (std::size_t i = 0; i < centred.rows; ++i)
        std::ranges::transform(centred.row(i), m_mean.row(0), centred.row(i).begin(), std::minus());
    kernels::multiply(centred.data(), false, m_toCodes.data(), false, result.data(), result.rows, result.columns,
                      result.columns, 0.0F);
    return result;
}

Matrix LatentCodes::toLatents(const Matrix& codes) const
{
    Matrix latents(codes.rows, codes.columns);
    for (std::size_t i = 0; i < codes.rows; ++i)
        std::ranges::copy(m_mean.row(0), latents.row(i).begin());
    kernels::multiply(codes.data(), false, m_toLatents.data(), false, latents.data(), codes.rows, codes.columns,
                      codes.columns, 1.0F);
    return latents;
}

std::vector<std::optional<CellIndex>> LatentCodes::decode(const Matrix& codes) const
{
    return m_latents->decode(toLatents(codes));
}

} // namespace inverso
