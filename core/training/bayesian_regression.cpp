// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/bayesian_regression.h"

#include "core/model/kernels.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace inverso {

namespace {

/// The data along the eigenvectors of ΘᵀΘ, where the weights do not depend on one another.
struct Spectrum
{
    std::vector<double> values;  ///< λ: eigenvalues
    std::vector<double> targets; ///< eigenvectorsᵀ Θᵀ y
    double squares = 0.0;        ///< yᵀy
    double count = 0.0;          ///< n
};

std::vector<double> toVector(const torch::Tensor& tensor)
{
    const auto values = tensor.contiguous();
    return {values.data_ptr<double>(), values.data_ptr<double>() + values.numel()};
}

/// The fit for given precisions.
struct Fit
{
    std::vector<double> mean; ///< of the weights
    double residual = 0.0;    ///< ‖y − Θ mean‖²
    double length = 0.0;      ///< ‖mean‖²
    double determined = 0.0;  ///< γ: weights that the data determine
    double logEvidence = 0.0;
};

Fit fitted(const Spectrum& data, const Precisions& p)
{
    Fit fit;
    fit.residual = data.squares;
    double logDeterminant = 0.0;
    for (std::size_t i = 0; i < data.values.size(); ++i) {
        const double precision = p.weights + p.noise * data.values[i];
        const double mean = p.noise * data.targets[i] / precision;
        fit.mean.push_back(mean);
        fit.residual += mean * (data.values[i] * mean - 2.0 * data.targets[i]);
        fit.length += mean * mean;
        fit.determined += p.noise * data.values[i] / precision;
        logDeterminant += std::log(precision);
    }
    fit.residual = std::max(fit.residual, 0.0);
    const auto dimension = static_cast<double>(data.values.size());
    fit.logEvidence = 0.5
                      * (dimension * std::log(p.weights) + data.count * std::log(p.noise / (2.0 * std::numbers::pi))
                         - p.noise * fit.residual - p.weights * fit.length - logDeterminant);
    return fit;
}

Precisions likeliest(const Spectrum& data)
{
    constexpr int iterations = 200;
    const double lowest = std::exp(-10.0);
    const double highest = std::exp(10.0);
    Precisions p;
    for (int i = 0; i < iterations; ++i) {
        const Fit fit = fitted(data, p);
        const Precisions next{
            std::clamp(fit.determined / std::max(fit.length, 1e-12), lowest, highest),
            std::clamp((data.count - fit.determined) / std::max(fit.residual, 1e-12), lowest, highest)};
        const bool settled =
            std::abs(std::log(next.weights / p.weights)) < 1e-4 && std::abs(std::log(next.noise / p.noise)) < 1e-4;
        p = next;
        if (settled)
            break;
    }
    return p;
}

} // namespace

BayesianRegression::BayesianRegression(const Matrix& features, std::span<const double> targets,
                                       std::optional<Precisions> precisions)
    : m_root(features.columns, features.columns)
{
    const torch::NoGradGuard guard;
    const auto rows = static_cast<std::int64_t>(features.rows);
    const auto columns = static_cast<std::int64_t>(features.columns);
    const auto theta = torch::from_blob(const_cast<float*>(features.data()), {rows, columns}).to(torch::kFloat64);
    const auto y = torch::from_blob(const_cast<double*>(targets.data()), {rows}, torch::kFloat64);
    const auto [values, vectors] = torch::linalg_eigh(torch::mm(theta.t(), theta));
    const Spectrum data{toVector(values.clamp_min(0.0)), toVector(torch::mv(vectors.t(), torch::mv(theta.t(), y))),
                        torch::dot(y, y).item<double>(), static_cast<double>(rows)};
    m_precisions = precisions ? *precisions : likeliest(data);
    const Fit fit = fitted(data, m_precisions);
    m_logEvidence = fit.logEvidence;
    const auto mean = torch::mv(vectors, torch::tensor(fit.mean, torch::kFloat64));
    for (const double weight : toVector(mean))
        m_mean.push_back(static_cast<float>(weight));
    const auto precision = m_precisions.weights + m_precisions.noise * values.clamp_min(0.0);
    const auto root = (vectors / precision.sqrt()).to(torch::kFloat32).contiguous();
    std::copy_n(root.data_ptr<float>(), root.numel(), m_root.data());
}

BayesianRegression::Posterior BayesianRegression::predict(const Matrix& features) const
{
    Posterior posterior{std::vector<float>(features.rows), std::vector<float>(features.rows)};
    kernels::multiply(features.data(), false, m_mean.data(), false, posterior.mean.data(), features.rows, 1,
                      features.columns, 0.0F);
    Matrix along(features.rows, features.columns);
    kernels::multiply(features.data(), false, m_root.data(), false, along.data(), features.rows, features.columns,
                      features.columns, 0.0F);
    for (std::size_t i = 0; i < features.rows; ++i) {
        const auto row = std::as_const(along).row(i);
        const double variance = std::inner_product(row.begin(), row.end(), row.begin(), 0.0);
        posterior.deviation[i] = static_cast<float>(std::sqrt(variance + 1.0 / m_precisions.noise));
    }
    return posterior;
}

} // namespace inverso
