// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/mlp.h"

#include "core/model/kernels.h"

#include <algorithm>
#include <cmath>

namespace inverso {

Mlp::Mlp(const Settings& settings, Rng rng)
    : m_activation(settings.activation)
{
    std::size_t inputs = settings.inputs;
    for (std::size_t i = 0; i <= settings.hiddenLayers; ++i) {
        const std::size_t outputs = i == settings.hiddenLayers ? 1 : settings.hiddenWidth;
        const Layer layer{m_parameters.size(), m_parameters.size() + inputs * outputs, inputs, outputs};
        m_parameters.resize(layer.bias + outputs, 0.0F);
        const double bound = std::sqrt(6.0 / static_cast<double>(inputs + outputs));
        for (std::size_t j = 0; j < inputs * outputs; ++j)
            m_parameters[layer.weight + j] = static_cast<float>(rng.uniform(-bound, bound));
        m_layers.push_back(layer);
        inputs = outputs;
    }
    m_gradient.assign(m_parameters.size(), 0.0F);
}

std::vector<float> Mlp::forward(const Matrix& x, Tape* tape) const
{
    Tape local;
    Tape& kept = tape ? *tape : local;
    kept.rows = x.rows;
    kept.input.assign(x.values.begin(), x.values.end());
    kept.hidden.resize(m_layers.size() - 1);
    const float* below = kept.input.data();
    for (std::size_t i = 0; i + 1 < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        kept.hidden[i].resize(x.rows * layer.outputs);
        float* out = kept.hidden[i].data();
        kernels::multiply(below, false, m_parameters.data() + layer.weight, false, out, x.rows, layer.outputs,
                          layer.inputs, 0.0F);
        const auto activate = m_activation == Activation::Tanh ? kernels::addBiasTanh : kernels::addBiasRelu;
        activate(out, m_parameters.data() + layer.bias, x.rows, layer.outputs);
        below = out;
    }
    const Layer& head = m_layers.back();
    std::vector<float> outputs(x.rows, m_parameters[head.bias]);
    kernels::multiply(below, false, m_parameters.data() + head.weight, false, outputs.data(), x.rows, 1, head.inputs,
                      1.0F);
    return outputs;
}

void Mlp::addGradient(const Tape& tape, std::span<const float> outputGradient)
{
    // ∂loss/∂(pre-activation) of the current layer, from the head down.
    std::vector<float> above(outputGradient.begin(), outputGradient.end());
    std::vector<float> below;
    for (std::size_t i = m_layers.size(); i-- > 0;) {
        const Layer& layer = m_layers[i];
        const float* input = i == 0 ? tape.input.data() : tape.hidden[i - 1].data();
        kernels::multiply(input, true, above.data(), false, m_gradient.data() + layer.weight, layer.inputs,
                          layer.outputs, tape.rows, 1.0F);
        kernels::addColumnSums(above.data(), m_gradient.data() + layer.bias, tape.rows, layer.outputs);
        if (i == 0)
            return;
        below.resize(tape.rows * layer.inputs);
        kernels::multiply(above.data(), false, m_parameters.data() + layer.weight, true, below.data(), tape.rows,
                          layer.inputs, layer.outputs, 0.0F);
        const auto through = m_activation == Activation::Tanh ? kernels::throughTanh : kernels::maskRelu;
        through(below.data(), input, tape.rows * layer.inputs);
        std::swap(above, below);
    }
}

void Mlp::clearGradient()
{
    std::ranges::fill(m_gradient, 0.0F);
}

} // namespace inverso
