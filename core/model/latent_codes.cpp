// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/latent_codes.h"

#include "core/model/kernels.h"

#include <torch/torch.h>

#include <algorithm>

namespace inverso {

namespace {

torch::Tensor standardisedDescriptors(const SearchSpace& space)
{
    const auto count = static_cast<std::int64_t>(space.descriptorNames().size());
    auto all = torch::empty({static_cast<std::int64_t>(space.size()), count});
    for (CellIndex cell = 0; cell < space.size(); ++cell) {
        const auto values = space.descriptors(cell);
        std::copy(values.begin(), values.end(), all.data_ptr<float>() + cell * count);
    }
    return ((all - all.mean(0, true)) / all.std(0, false, true).clamp_min(1e-6)).to(torch::kFloat64);
}

/// Linear map and its inverse, D × D, double.
struct LinearPair
{
    torch::Tensor forward;
    torch::Tensor backward;
};

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

/// Turns white axes to those of the descriptors, strongest first, and scales them.
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

void copyTo(const torch::Tensor& from, Matrix& to)
{
    const auto values = from.to(torch::kFloat32).contiguous();
    to = Matrix(static_cast<std::size_t>(values.size(0)), static_cast<std::size_t>(values.size(1)));
    std::copy_n(values.data_ptr<float>(), values.numel(), to.data());
}

} // namespace

LatentCodes::LatentCodes(std::shared_ptr<const LatentSpace> latents, const CodeSettings& settings)
    : m_latents(std::move(latents))
{
    const torch::NoGradGuard guard;
    const Matrix& means = m_latents->means();
    const auto x = torch::from_blob(const_cast<float*>(means.data()),
                                    {static_cast<std::int64_t>(means.rows), static_cast<std::int64_t>(means.columns)})
                       .to(torch::kFloat64);
    const auto center = x.mean(0, true);
    LinearPair map = whitening(x - center, settings);
    auto codes = torch::mm(x - center, map.forward);
    if (settings.shaped && !m_latents->space().descriptorNames().empty()) {
        const auto turn = shaping(codes, standardisedDescriptors(m_latents->space()), settings, m_descriptorAxes);
        map.backward = torch::mm(turn.backward, map.backward);
        codes = torch::mm(codes, turn.forward);
    }
    copyTo(codes, m_codes);
    copyTo(map.backward, m_toLatents);
    const auto flat = center.to(torch::kFloat32).contiguous();
    m_mean.assign(flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel());
}

Matrix LatentCodes::codes(std::span<const CellIndex> cells) const
{
    Matrix result(cells.size(), m_codes.columns);
    for (std::size_t i = 0; i < cells.size(); ++i)
        std::ranges::copy(m_codes.row(cells[i]), result.row(i).begin());
    return result;
}

Matrix LatentCodes::toLatents(const Matrix& codes) const
{
    Matrix latents(codes.rows, codes.columns);
    for (std::size_t i = 0; i < codes.rows; ++i)
        std::ranges::copy(m_mean, latents.row(i).begin());
    kernels::multiply(codes.data(), false, m_toLatents.data(), false, latents.data(), codes.rows, codes.columns,
                      codes.columns, 1.0F);
    return latents;
}

std::vector<std::optional<CellIndex>> LatentCodes::decode(const Matrix& codes) const
{
    return m_latents->decode(toLatents(codes));
}

} // namespace inverso
