// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/convex_predictor.h"

#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/optim/adam.h"
#include "core/optim/losses.h"
#include "core/optim/mini_batches.h"
#include "core/optim/schedule.h"

#include <algorithm>
#include <utility>

namespace inverso {

namespace {

ConvexNet::Settings networkSettings(const ConvexPredictor::Settings& settings, std::size_t inputs)
{
    return {inputs, static_cast<std::size_t>(settings.hiddenLayers), static_cast<std::size_t>(settings.hiddenWidth)};
}

} // namespace

ConvexPredictor::ConvexPredictor(const Settings& settings, std::size_t inputs, Rng rng)
    : m_settings(settings)
    , m_rng(rng.split("batches"))
    , m_network(networkSettings(settings, inputs), rng.split("weights"))
{
}

void ConvexPredictor::train(const Matrix& codes, std::span<const double> accuracies, int epochs, double rate,
                            const std::stop_token& stop)
{
    if (!m_mean) { // set once, because the network learns this scale
        m_mean = mean(accuracies);
        m_deviation = standardDeviation(accuracies);
        if (m_deviation <= 0.0)
            m_deviation = 1.0;
    }
    std::vector<float> targets;
    for (const double accuracy : accuracies)
        targets.push_back(static_cast<float>((*m_mean - accuracy) / m_deviation));
    Adam adam(m_network.parameters().size(), 0.0, m_settings.beta1, m_settings.beta2);
    const WarmupCosine schedule{.peak = rate, .steps = epochs, .finalShare = 0.1};
    MiniBatches batches(codes, m_settings.batch);
    for (int epoch = 0; epoch < epochs; ++epoch) {
        double loss = 0.0;
        batches.epoch(m_rng, [&](Matrix x, std::span<const std::size_t> rows) {
            if (stop.stop_requested())
                throw Cancelled();
            for (float& code : x.values)
                code += static_cast<float>(m_settings.dither * m_rng.normal());
            loss += addGradient(x, rows, targets);
            adam.step(m_network.parameters(), m_network.gradient(), schedule.rate(epoch));
            m_network.constrain();
        });
        m_losses.push_back({"regression", ++m_epoch, static_cast<float>(loss / static_cast<double>(codes.rows))});
    }
}

double ConvexPredictor::addGradient(const Matrix& x, std::span<const std::size_t> rows, std::span<const float> targets)
{
    ConvexNet::Tape tape;
    std::vector<float> gradient;
    const double loss = squaredErrors(m_network.forward(x, &tape), targets, rows, gradient);
    m_network.clearGradient();
    m_network.addGradient(tape, gradient);
    return loss;
}

std::vector<float> ConvexPredictor::predict(const Matrix& codes) const
{
    std::vector<float> predictions = m_network.forward(codes);
    for (float& prediction : predictions)
        prediction = static_cast<float>(std::clamp(m_mean.value_or(0.0) - m_deviation * prediction, 0.0, 100.0));
    return predictions;
}

Matrix ConvexPredictor::ascent(const Matrix& codes) const
{
    Matrix gradient = m_network.inputGradient(codes);
    for (float& value : gradient.values)
        value = -value;
    return gradient;
}

std::vector<LossPoint> ConvexPredictor::takeLosses()
{
    return std::exchange(m_losses, {});
}

} // namespace inverso
