// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/inn.h"

#include "core/base/error.h"
#include "core/model/kernels.h"

#include <algorithm>
#include <cmath>

namespace inverso {

struct Inn::Workspace
{
    std::vector<float> head;     ///< n × 2·half
    std::vector<float> gradient; ///< n × max(hiddenWidth, half)
    std::vector<float> previous; ///< the same, one layer down
};

namespace {

/// The two halves of a state, each n × half, contiguous.
struct State
{
    State(std::size_t rows, std::size_t half)
        : first(rows * half)
        , second(rows * half)
    {
    }
    std::vector<float> first;
    std::vector<float> second;
};

// Reversing D = 2·half features swaps the halves and reverses each.
void loadReversed(const Matrix& x, std::size_t half, State& state)
{
    kernels::copyReversed(x.data(), x.columns, half, state.first.data(), half, 0, x.rows, half);
    kernels::copyReversed(x.data(), x.columns, 0, state.second.data(), half, 0, x.rows, half);
}

void storeReversed(const State& state, std::size_t half, Matrix& x)
{
    kernels::copyReversed(state.first.data(), half, 0, x.data(), x.columns, half, x.rows, half);
    kernels::copyReversed(state.second.data(), half, 0, x.data(), x.columns, 0, x.rows, half);
}

void reverse(State& state, State& scratch, std::size_t rows, std::size_t half)
{
    kernels::copyReversed(state.second.data(), half, 0, scratch.first.data(), half, 0, rows, half);
    kernels::copyReversed(state.first.data(), half, 0, scratch.second.data(), half, 0, rows, half);
    std::swap(state, scratch);
}

void load(const Matrix& x, std::size_t half, State& state)
{
    for (std::size_t i = 0; i < x.rows; ++i) {
        const auto row = x.row(i);
        std::copy_n(row.begin(), half, state.first.begin() + static_cast<std::ptrdiff_t>(i * half));
        std::copy_n(row.begin() + static_cast<std::ptrdiff_t>(half), half,
                    state.second.begin() + static_cast<std::ptrdiff_t>(i * half));
    }
}

void store(const State& state, std::size_t half, Matrix& x)
{
    for (std::size_t i = 0; i < x.rows; ++i) {
        const auto row = x.row(i);
        std::copy_n(state.first.begin() + static_cast<std::ptrdiff_t>(i * half), half, row.begin());
        std::copy_n(state.second.begin() + static_cast<std::ptrdiff_t>(i * half), half,
                    row.begin() + static_cast<std::ptrdiff_t>(half));
    }
}

} // namespace

Inn::Inn(const InnSettings& settings, Rng rng)
    : Inn(settings, std::vector<float>(static_cast<std::size_t>(std::max(0, settings.dimension)), 1.0F), rng)
{
}

Inn::Inn(const InnSettings& settings, std::span<const float> shiftScale, Rng rng)
    : m_settings(settings)
    , m_half(static_cast<std::size_t>(settings.dimension) / 2)
{
    if (settings.dimension < 2 || settings.dimension % 2 != 0 || settings.blocks < 1 || settings.hiddenLayers < 1
        || settings.hiddenWidth < 1)
        throw UsageError("An invertible network needs an even dimension of 2 or more, and at least one block, one "
                         "hidden layer and one hidden unit.");
    std::vector<float> scale(shiftScale.begin(), shiftScale.end());
    for (int i = 0; i < 2 * settings.blocks; ++i) {
        if (i % 2 == 0)
            std::reverse(scale.begin(), scale.end()); // as the features are
        m_subnets.push_back(addSubnet(rng));
        const auto first = scale.begin() + (i % 2 == 0 ? 0 : static_cast<std::ptrdiff_t>(m_half));
        m_subnets.back().shiftScale.assign(first, first + static_cast<std::ptrdiff_t>(m_half));
    }
    m_gradient.assign(m_parameters.size(), 0.0F);
}

Inn::Subnet Inn::addSubnet(Rng& rng)
{
    Subnet subnet;
    const auto width = static_cast<std::size_t>(m_settings.hiddenWidth);
    std::size_t inputs = m_half;
    for (int i = 0; i <= m_settings.hiddenLayers; ++i) {
        const bool isHead = i == m_settings.hiddenLayers;
        const std::size_t outputs = isHead ? 2 * m_half : width;
        Layer layer{m_parameters.size(), m_parameters.size() + inputs * outputs, inputs, outputs};
        m_parameters.resize(layer.bias + outputs, 0.0F);
        // Glorot uniform, zero bias (the reference's Keras default); the two heads are separate layers of m_half.
        const double fan = static_cast<double>(inputs + (isHead ? m_half : outputs));
        const double bound = std::sqrt(6.0 / fan) * (isHead ? m_settings.headGain : 1.0);
        for (std::size_t j = 0; j < inputs * outputs; ++j)
            m_parameters[layer.weight + j] = static_cast<float>(rng.uniform(-bound, bound));
        subnet.layers.push_back(layer);
        inputs = outputs;
    }
    return subnet;
}

void Inn::runSubnet(std::size_t index, const float* input, std::size_t rows, float sign, Tape::Half& half,
                    std::vector<float>& shift, Workspace& work) const
{
    const Subnet& subnet = m_subnets[index];
    half.input.assign(input, input + rows * m_half);
    half.hidden.resize(subnet.layers.size() - 1);
    const float* below = half.input.data();
    for (std::size_t i = 0; i + 1 < subnet.layers.size(); ++i) {
        const Layer& layer = subnet.layers[i];
        half.hidden[i].resize(rows * layer.outputs);
        kernels::multiply(below, false, m_parameters.data() + layer.weight, false, half.hidden[i].data(), rows,
                          layer.outputs, layer.inputs, 0.0F);
        kernels::addBiasRelu(half.hidden[i].data(), m_parameters.data() + layer.bias, rows, layer.outputs);
        below = half.hidden[i].data();
    }
    const Layer& head = subnet.layers.back();
    work.head.resize(rows * head.outputs);
    half.scale.resize(rows * m_half);
    half.factor.resize(rows * m_half);
    shift.resize(rows * m_half);
    kernels::multiply(below, false, m_parameters.data() + head.weight, false, work.head.data(), rows, head.outputs,
                      head.inputs, 0.0F);
    kernels::splitHead(work.head.data(), m_parameters.data() + head.bias, sign, subnet.shiftScale.data(),
                       half.scale.data(), half.factor.data(), shift.data(), rows, m_half);
}

void Inn::subnetGradient(const Subnet& subnet, const Tape::Half& half, std::size_t rows, float* inputGradient,
                         Workspace& work)
{
    const float* above = work.head.data(); // ∂loss/∂(pre-activation) of the current layer
    for (std::size_t i = subnet.layers.size(); i-- > 0;) {
        const Layer& layer = subnet.layers[i];
        const float* input = i == 0 ? half.input.data() : half.hidden[i - 1].data();
        kernels::multiply(input, true, above, false, m_gradient.data() + layer.weight, layer.inputs, layer.outputs,
                          rows, 1.0F);
        kernels::addColumnSums(above, m_gradient.data() + layer.bias, rows, layer.outputs);
        if (i == 0) {
            kernels::multiply(above, false, m_parameters.data() + layer.weight, true, inputGradient, rows, layer.inputs,
                              layer.outputs, 1.0F);
            return;
        }
        work.previous.resize(rows * layer.inputs);
        kernels::multiply(above, false, m_parameters.data() + layer.weight, true, work.previous.data(), rows,
                          layer.inputs, layer.outputs, 0.0F);
        kernels::maskRelu(work.previous.data(), input, rows * layer.inputs);
        std::swap(work.gradient, work.previous);
        above = work.gradient.data();
    }
}

Matrix Inn::forward(const Matrix& x, Tape* tape, std::vector<float>* logDet) const
{
    Tape local;
    Tape& kept = tape ? *tape : local;
    kept.rows = x.rows;
    kept.halves.resize(m_subnets.size());
    if (logDet)
        logDet->assign(x.rows, 0.0F);

    State state(x.rows, m_half);
    State scratch(x.rows, m_half);
    Workspace work;
    std::vector<float> shift;
    const std::size_t count = x.rows * m_half;
    loadReversed(x, m_half, state);
    for (std::size_t i = 0; i < m_subnets.size(); ++i) {
        if (i > 0 && i % 2 == 0)
            reverse(state, scratch, x.rows, m_half);
        // Even: y1 from x2. Odd: y2 from y1.
        std::vector<float>& read = i % 2 == 0 ? state.second : state.first;
        std::vector<float>& written = i % 2 == 0 ? state.first : state.second;
        Tape::Half& half = kept.halves[i];
        runSubnet(i, read.data(), x.rows, 1.0F, half, shift, work);
        half.through.assign(written.begin(), written.end());
        kernels::affine(half.through.data(), half.factor.data(), shift.data(), written.data(), count);
        if (logDet)
            kernels::addRowSums(half.scale.data(), logDet->data(), x.rows, m_half);
    }
    Matrix out(x.rows, x.columns);
    store(state, m_half, out);
    return out;
}

Matrix Inn::inverse(const Matrix& output, Tape* tape) const
{
    Tape local;
    Tape& kept = tape ? *tape : local;
    kept.rows = output.rows;
    kept.halves.resize(m_subnets.size());

    State state(output.rows, m_half);
    State scratch(output.rows, m_half);
    Workspace work;
    std::vector<float> shift;
    load(output, m_half, state);
    for (std::size_t i = m_subnets.size(); i-- > 0;) {
        std::vector<float>& read = i % 2 == 0 ? state.second : state.first;
        std::vector<float>& written = i % 2 == 0 ? state.first : state.second;
        Tape::Half& half = kept.halves[m_subnets.size() - 1 - i];
        runSubnet(i, read.data(), output.rows, -1.0F, half, shift, work);
        half.through.resize(written.size());
        kernels::affineInverse(written.data(), half.factor.data(), shift.data(), half.through.data(), written.size());
        written = half.through;
        if (i > 0 && i % 2 == 0)
            reverse(state, scratch, output.rows, m_half);
    }
    Matrix x(output.rows, output.columns);
    storeReversed(state, m_half, x);
    return x;
}

Matrix Inn::forwardGradient(const Tape& tape, const Matrix& outputGradient, std::span<const float> logDetGradient)
{
    const std::size_t rows = tape.rows;
    const std::vector<float> zero(logDetGradient.empty() ? rows : 0, 0.0F);
    const float* logDet = logDetGradient.empty() ? zero.data() : logDetGradient.data();
    State state(rows, m_half);
    State scratch(rows, m_half);
    Workspace work;
    work.head.resize(rows * 2 * m_half);
    load(outputGradient, m_half, state);
    for (std::size_t i = m_subnets.size(); i-- > 0;) {
        std::vector<float>& read = i % 2 == 0 ? state.second : state.first;
        std::vector<float>& written = i % 2 == 0 ? state.first : state.second;
        const Tape::Half& half = tape.halves[i];
        kernels::affineBackward(written.data(), half.through.data(), half.factor.data(), half.scale.data(), logDet,
                                m_subnets[i].shiftScale.data(), work.head.data(), scratch.first.data(), rows, m_half);
        std::swap(written, scratch.first);
        subnetGradient(m_subnets[i], half, rows, read.data(), work);
        if (i > 0 && i % 2 == 0)
            reverse(state, scratch, rows, m_half);
    }
    Matrix gradient(rows, dimension());
    storeReversed(state, m_half, gradient);
    return gradient;
}

Matrix Inn::inverseGradient(const Tape& tape, const Matrix& xGradient)
{
    const std::size_t rows = tape.rows;
    State state(rows, m_half);
    State scratch(rows, m_half);
    Workspace work;
    work.head.resize(rows * 2 * m_half);
    loadReversed(xGradient, m_half, state);
    for (std::size_t i = 0; i < m_subnets.size(); ++i) {
        if (i > 0 && i % 2 == 0)
            reverse(state, scratch, rows, m_half);
        std::vector<float>& read = i % 2 == 0 ? state.second : state.first;
        std::vector<float>& written = i % 2 == 0 ? state.first : state.second;
        const Tape::Half& half = tape.halves[m_subnets.size() - 1 - i];
        kernels::affineInverseBackward(written.data(), half.through.data(), half.factor.data(), half.scale.data(),
                                       m_subnets[i].shiftScale.data(), work.head.data(), scratch.first.data(), rows,
                                       m_half);
        std::swap(written, scratch.first);
        subnetGradient(m_subnets[i], half, rows, read.data(), work);
    }
    Matrix gradient(rows, dimension());
    store(state, m_half, gradient);
    return gradient;
}

void Inn::clearGradient()
{
    std::fill(m_gradient.begin(), m_gradient.end(), 0.0F);
}

} // namespace inverso
