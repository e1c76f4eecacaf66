// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/latent_codes.h"

#include "core/model/kernels.h"
#include "core/model/standard_descriptors.h"

#include <torch/torch.h>

#include <algorithm>

namespace inverso {

namespace {

// Rows at a time: the double-precision copies of a large space are never all in memory.
constexpr std::int64_t rowsTogether = 16384;

/// Linear map and its inverse, D × D, double.
struct LinearPair
{
    torch::Tensor forward;
    torch::Tensor backward;
};

/// The latents of a space as a float tensor that shares their memory.
torch::Tensor asTensor(const Matrix& means)
{
    return torch::from_blob(const_cast<float*>(means.data()),
                            {static_cast<std::int64_t>(means.rows), static_cast<std::int64_t>(means.columns)});
}

/// Σ rows(chunk) over the chunks of `x`, divided by the number of rows. `rows` gets the first row and the chunk as
/// double.
template <typename Rows> torch::Tensor meanOver(const torch::Tensor& x, const Rows& rows)
{
    torch::Tensor sum;
    for (std::int64_t first = 0; first < x.size(0); first += rowsTogether) {
        const auto chunk = x.slice(0, first, std::min(x.size(0), first + rowsTogether)).to(torch::kFloat64);
        const torch::Tensor part = rows(first, chunk);
        sum = sum.defined() ? sum + part : part;
    }
    return sum / static_cast<double>(x.size(0));
}

LinearPair whitening(const torch::Tensor& covariance, const CodeSettings& settings)
{
    if (!settings.whiten) {
        const auto scale = covariance.diagonal().mean().sqrt();
        const auto identity = torch::eye(covariance.size(0), torch::kFloat64);
        return {identity / scale, identity * scale};
    }
    const auto [values, vectors] = torch::linalg_eigh(covariance);
    const auto spread = (values.clamp_min(0) + settings.eigenvalueFloor * values.max()).sqrt();
    return {vectors / spread, (vectors * spread).t()};
}

/// Turns white axes to those of the descriptors, strongest first, and scales them. `gram` is the mean of white·whiteᵀ,
/// `cross` that of white·descriptorsᵀ.
LinearPair shaping(const torch::Tensor& gram, const torch::Tensor& cross, const CodeSettings& settings,
                   std::size_t& descriptorAxes)
{
    const std::int64_t dimension = gram.size(0);
    const auto ridge = gram + 1e-3 * torch::eye(dimension, torch::kFloat64);
    const auto weights = torch::linalg_solve(ridge, cross);
    const auto [u, s, v] = torch::linalg_svd(weights, /*full_matrices=*/true);
    const std::int64_t axes = std::min(s.size(0), dimension / 2);
    auto scale = torch::full({dimension}, settings.restScale, torch::kFloat64);
    const auto leading = s.slice(0, 0, axes);
    scale.slice(0, 0, axes) = leading / leading.pow(2).mean().sqrt() * settings.descriptorScale + settings.restScale;
    descriptorAxes = static_cast<std::size_t>(axes);
    return {u * scale, (u / scale).t()};
}

void copyTo(const torch::Tensor& from, Matrix& to, std::int64_t firstRow = 0)
{
    const auto values = from.to(torch::kFloat32).contiguous();
    std::copy_n(values.data_ptr<float>(), values.numel(), to.row(static_cast<std::size_t>(firstRow)).data());
}

} // namespace

LatentCodes::LatentCodes(std::shared_ptr<const LatentSpace> latents, const CodeSettings& settings)
    : m_latents(std::move(latents))
    , m_toLatents(m_latents->means().columns, m_latents->means().columns)
    , m_codes(m_latents->means().rows, m_latents->means().columns)
{
    const torch::NoGradGuard guard;
    const auto x = asTensor(m_latents->means());
    const auto center = meanOver(x, [](std::int64_t, const torch::Tensor& rows) { return rows.sum(0, true); });
    LinearPair map = whitening(meanOver(x,
                                        [&](std::int64_t, const torch::Tensor& rows) {
                                            const auto centred = rows - center;
                                            return torch::mm(centred.t(), centred);
                                        }),
                               settings);
    if (settings.shaped && !m_latents->space().descriptorNames().empty()) {
        const auto white = [&](const torch::Tensor& rows) { return torch::mm(rows - center, map.forward); };
        const auto descriptors = standardDescriptors(m_latents->space());
        const auto gram = meanOver(x, [&](std::int64_t, const torch::Tensor& rows) {
            const auto codes = white(rows);
            return torch::mm(codes.t(), codes);
        });
        const auto cross = meanOver(x, [&](std::int64_t first, const torch::Tensor& rows) {
            const auto wanted = descriptors.slice(0, first, first + rows.size(0)).to(torch::kFloat64);
            return torch::mm(white(rows).t(), wanted);
        });
        const auto turn = shaping(gram, cross, settings, m_descriptorAxes);
        map.backward = torch::mm(turn.backward, map.backward);
        map.forward = torch::mm(map.forward, turn.forward);
    }
    for (std::int64_t first = 0; first < x.size(0); first += rowsTogether) {
        const auto rows = x.slice(0, first, std::min(x.size(0), first + rowsTogether)).to(torch::kFloat64);
        copyTo(torch::mm(rows - center, map.forward), m_codes, first);
    }
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
