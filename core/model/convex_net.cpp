// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/convex_net.h"

#include "core/model/kernels.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inverso {

namespace {

constexpr float leak = 0.01F; // slope of the activation below 0

} // namespace

ConvexNet::ConvexNet(const Settings& settings, Rng rng)
    : m_settings(settings)
{
    const std::size_t width = settings.hiddenWidth;
    for (std::size_t i = 0; i <= settings.hiddenLayers; ++i) {
        Layer layer;
        layer.outputs = i == settings.hiddenLayers ? 1 : width;
        layer.fromHidden = m_parameters.size();
        // Non-negative weights add up: with a mean of 1 / width they neither amplify nor damp the signal.
        for (std::size_t j = 0; j < (i == 0 ? 0 : width * layer.outputs); ++j)
            m_parameters.push_back(static_cast<float>(rng.uniform(0.0, 2.0 / static_cast<double>(width))));
        layer.fromInput = m_parameters.size();
        const double bound = std::sqrt(6.0 / static_cast<double>(settings.inputs + layer.outputs));
        for (std::size_t j = 0; j < settings.inputs * layer.outputs; ++j)
            m_parameters.push_back(static_cast<float>(rng.uniform(-bound, bound)));
        layer.bias = m_parameters.size();
        m_parameters.resize(layer.bias + layer.outputs, 0.0F);
        m_layers.push_back(layer);
    }
    m_gradient.assign(m_parameters.size(), 0.0F);
}

std::vector<float> ConvexNet::forward(const Matrix& x, Tape* tape) const
{
    Tape local;
    Tape& kept = tape ? *tape : local;
    kept.input = x;
    kept.hidden.resize(m_layers.size() - 1);
    const float* weights = m_parameters.data();
    std::vector<float> outputs(x.rows);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        std::vector<float>& out = i + 1 == m_layers.size() ? outputs : kept.hidden[i];
        out.resize(x.rows * layer.outputs);
        kernels::multiply(x.data(), false, weights + layer.fromInput, false, out.data(), x.rows, layer.outputs,
                          x.columns, 0.0F);
        if (i > 0)
            kernels::multiply(kept.hidden[i - 1].data(), false, weights + layer.fromHidden, false, out.data(), x.rows,
                              layer.outputs, m_settings.hiddenWidth, 1.0F);
        if (i + 1 < m_layers.size())
            kernels::addBiasLeakyRelu(out.data(), weights + layer.bias, leak, x.rows, layer.outputs);
    }
    for (float& output : outputs)
        output += weights[m_layers.back().bias];
    return outputs;
}

Matrix ConvexNet::backward(const Tape& tape, std::span<const float> outputGradient, float* parameterGradient) const
{
    const Matrix& x = tape.input;
    const std::size_t width = m_settings.hiddenWidth;
    const float* weights = m_parameters.data();
    Matrix input(x.rows, x.columns);
    // ∂loss/∂(pre-activation) of the current layer, from the head down.
    std::vector<float> above(outputGradient.begin(), outputGradient.end());
    for (std::size_t i = m_layers.size(); i-- > 0;) {
        const Layer& layer = m_layers[i];
        kernels::multiply(above.data(), false, weights + layer.fromInput, true, input.data(), x.rows, x.columns,
                          layer.outputs, 1.0F);
        if (parameterGradient) {
            kernels::multiply(x.data(), true, above.data(), false, parameterGradient + layer.fromInput, x.columns,
                              layer.outputs, x.rows, 1.0F);
            kernels::addColumnSums(above.data(), parameterGradient + layer.bias, x.rows, layer.outputs);
        }
        if (i == 0)
            break;
        const std::vector<float>& below = tape.hidden[i - 1];
        if (parameterGradient)
            kernels::multiply(below.data(), true, above.data(), false, parameterGradient + layer.fromHidden, width,
                              layer.outputs, x.rows, 1.0F);
        std::vector<float> next(x.rows * width);
        kernels::multiply(above.data(), false, weights + layer.fromHidden, true, next.data(), x.rows, width,
                          layer.outputs, 0.0F);
        kernels::throughLeakyRelu(next.data(), below.data(), leak, next.size());
        above = std::move(next);
    }
    return input;
}

void ConvexNet::addGradient(const Tape& tape, std::span<const float> outputGradient)
{
    backward(tape, outputGradient, m_gradient.data());
}

Matrix ConvexNet::inputGradient(const Matrix& x) const
{
    Tape tape;
    (void)forward(x, &tape);
    return backward(tape, std::vector<float>(x.rows, 1.0F), nullptr);
}

void ConvexNet::constrain()
{
    for (const Layer& layer : m_layers)
        kernels::cutNegative(m_parameters.data() + layer.fromHidden, layer.fromInput - layer.fromHidden);
}

void ConvexNet::clearGradient()
{
    std::ranges::fill(m_gradient, 0.0F);
}

} // namespace inverso
