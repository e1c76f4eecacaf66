// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/dngo.h"

#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/optim/adam.h"
#include "core/optim/losses.h"
#include "core/optim/mini_batches.h"

#include <algorithm>
#include <utility>

namespace inverso {

namespace {

/// The standard deviation, or 1 if it is 0.
double scaleOf(std::span<const double> values)
{
    const double deviation = standardDeviation(values);
    return deviation > 0.0 ? deviation : 1.0;
}

} // namespace

Dngo::Dngo(const Settings& settings, Rng rng)
    : m_settings(settings)
    , m_rng(rng)
{
}

void Dngo::fit(const Matrix& points, std::span<const double> accuracies, const std::stop_token& stop)
{
    m_centre.clear();
    m_spread.clear();
    for (std::size_t j = 0; j < points.columns; ++j) {
        std::vector<double> column;
        for (std::size_t i = 0; i < points.rows; ++i)
            column.push_back(points(i, j));
        m_centre.push_back(static_cast<float>(mean(column)));
        m_spread.push_back(static_cast<float>(scaleOf(column)));
    }
    m_mean = mean(accuracies);
    m_deviation = scaleOf(accuracies);
    std::vector<double> targets;
    for (const double accuracy : accuracies)
        targets.push_back((accuracy - m_mean) / m_deviation);

    const Rng rng = m_rng.split(static_cast<std::uint64_t>(m_fits++));
    m_network.emplace(Mlp::Settings{points.columns, static_cast<std::size_t>(m_settings.hiddenLayers),
                                    static_cast<std::size_t>(m_settings.hiddenWidth), Mlp::Activation::Tanh},
                      rng.split("weights"));
    const Matrix inputs = standardised(points);
    train(inputs, std::vector<float>(targets.begin(), targets.end()), rng.split("batches"), stop);
    m_regression.emplace(features(inputs), targets, m_settings.precisions);
}

void Dngo::train(const Matrix& inputs, std::span<const float> targets, Rng rng, const std::stop_token& stop)
{
    Adam adam(m_network->parameters().size());
    MiniBatches batches(inputs, m_settings.batch);
    Mlp::Tape tape;
    std::vector<float> gradient;
    for (int epoch = 0; epoch < m_settings.epochs; ++epoch) {
        if (stop.stop_requested())
            throw Cancelled();
        double loss = 0.0;
        batches.epoch(rng, [&](const Matrix& x, std::span<const std::size_t> rows) {
            loss += squaredErrors(m_network->forward(x, &tape), targets, rows, gradient);
            m_network->clearGradient();
            m_network->addGradient(tape, gradient);
            adam.step(m_network->parameters(), m_network->gradient(), m_settings.rate);
        });
        m_losses.push_back({"regression", ++m_epoch, static_cast<float>(loss / static_cast<double>(inputs.rows))});
    }
}

Matrix Dngo::standardised(const Matrix& points) const
{
    Matrix inputs = points;
    for (std::size_t i = 0; i < inputs.rows; ++i)
        for (std::size_t j = 0; j < inputs.columns; ++j)
            inputs(i, j) = (inputs(i, j) - m_centre[j]) / m_spread[j];
    return inputs;
}

Matrix Dngo::features(const Matrix& standardised) const
{
    Mlp::Tape tape;
    (void)m_network->forward(standardised, &tape);
    Matrix result;
    result.rows = standardised.rows;
    result.columns = static_cast<std::size_t>(m_settings.hiddenWidth);
    result.values = std::move(tape.hidden.back());
    return result;
}

Dngo::Scores Dngo::predict(const Matrix& points) const
{
    auto [means, deviations] = m_regression->predict(features(standardised(points)));
    for (float& value : means)
        value = static_cast<float>(m_mean + m_deviation * value);
    for (float& value : deviations)
        value = static_cast<float>(m_deviation * value);
    return {std::move(means), std::move(deviations)};
}

std::vector<LossPoint> Dngo::takeLosses()
{
    return std::exchange(m_losses, {});
}

} // namespace inverso
