// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/macro_network.h"

#include "core/live/convolution_kernels.h"
#include "core/live/small_layers.h"

#include <cmath>

namespace inverso {

namespace {

constexpr int stemKernel = 5;
constexpr int stemStride = 4;

// PyTorch's default for convolutions and linear layers: uniform within ±1/√fan-in.
std::vector<float> uniformValues(std::size_t count, int fanIn, Rng& rng)
{
    const double bound = 1.0 / std::sqrt(static_cast<double>(fanIn));
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(rng.uniform(-bound, bound));
    return values;
}

int halved(int size)
{
    return (size + 1) / 2;
}

} // namespace

MacroNetwork::MacroNetwork(const CellPlan& plan, const TrainingSettings& settings, int imageChannels, int classes,
                           Rng rng)
    : m_plan(plan)
    , m_classes(classes)
{
    int channels = settings.channels;
    m_stem = addConvNorm(imageChannels, channels, stemKernel, stemStride, rng);
    for (int stage = 0; stage < settings.stages; ++stage) {
        if (stage > 0) {
            Reduction reduction;
            reduction.first = addConvNorm(channels, 2 * channels, 3, 2, rng);
            reduction.second = addRectified(2 * channels, 2 * channels, 3, rng);
            reduction.shortcut = addConvolution(channels, 2 * channels, 1, 1, rng);
            m_reductions.push_back(reduction);
            channels *= 2;
        }
        Stage& cells = m_stages.emplace_back();
        for (int i = 0; i < settings.cellsPerStage; ++i)
            cells.cells.push_back(addCell(channels, rng));
    }
    m_last = addNormalisation(channels);
    m_lastChannels = channels;
    m_classifierWeight =
        addParameter({classes, channels}, uniformValues(static_cast<std::size_t>(classes * channels), channels, rng));
    m_classifierBias = addParameter({classes}, uniformValues(static_cast<std::size_t>(classes), channels, rng));
    layOut();
}

std::size_t MacroNetwork::addParameter(std::vector<std::int64_t> shape, std::vector<float> values)
{
    m_shapes.push_back(std::move(shape));
    m_initial.push_back(std::move(values));
    return m_initial.size() - 1;
}

MacroNetwork::Convolution MacroNetwork::addConvolution(int inputs, int outputs, int kernel, int stride, Rng& rng)
{
    const int fanIn = inputs * kernel * kernel;
    Convolution convolution{0, inputs, outputs, kernel, stride, false};
    convolution.weight = addParameter({outputs, inputs, kernel, kernel},
                                      uniformValues(static_cast<std::size_t>(outputs * fanIn), fanIn, rng));
    return convolution;
}

MacroNetwork::Normalisation MacroNetwork::addNormalisation(int channels)
{
    const auto count = static_cast<std::size_t>(channels);
    Normalisation normalisation;
    normalisation.weight = addParameter({channels}, std::vector<float>(count, 1.0F));
    normalisation.bias = addParameter({channels}, std::vector<float>(count, 0.0F));
    normalisation.mean = torch::zeros({channels});
    normalisation.variance = torch::ones({channels});
    return normalisation;
}

MacroNetwork::ConvNorm MacroNetwork::addConvNorm(int inputs, int outputs, int kernel, int stride, Rng& rng)
{
    const Convolution convolution = addConvolution(inputs, outputs, kernel, stride, rng);
    return {convolution, addNormalisation(outputs)};
}

// One of the many: ReLU, convolution, batch normalisation.
MacroNetwork::ConvNorm MacroNetwork::addRectified(int inputs, int outputs, int kernel, Rng& rng)
{
    if (inputs % kernels::lanes != 0 || outputs % kernels::lanes != 0)
        return addConvNorm(inputs, outputs, kernel, 1, rng);
    const int fanIn = inputs * kernel * kernel;
    Convolution convolution{0, inputs, outputs, kernel, 1, true};
    convolution.weight = addParameter({kernel, kernel, inputs, outputs},
                                      uniformValues(static_cast<std::size_t>(outputs * fanIn), fanIn, rng));
    return {convolution, addNormalisation(outputs)};
}

MacroNetwork::Cell MacroNetwork::addCell(int channels, Rng& rng)
{
    Cell cell;
    for (const CellPlan::Step& step : m_plan.steps) {
        if (step.operation == CellPlan::Operation::AvgPool3x3)
            cell.convolutions.emplace_back();
        else
            cell.convolutions.push_back(addRectified(channels, channels * step.copies,
                                                     step.operation == CellPlan::Operation::Conv3x3 ? 3 : 1, rng));
    }
    return cell;
}

void MacroNetwork::layOut()
{
    std::int64_t total = 0;
    for (const auto& values : m_initial)
        total += static_cast<std::int64_t>(values.size());
    m_flat = torch::empty({total});
    m_gradient = torch::zeros({total});
    std::int64_t offset = 0;
    for (std::size_t i = 0; i < m_initial.size(); ++i) {
        const auto count = static_cast<std::int64_t>(m_initial[i].size());
        std::copy(m_initial[i].begin(), m_initial[i].end(), m_flat.data_ptr<float>() + offset);
        torch::Tensor leaf = m_flat.narrow(0, offset, count).view(m_shapes[i]).detach();
        leaf.requires_grad_(true);
        leaf.mutable_grad() = m_gradient.narrow(0, offset, count).view(m_shapes[i]);
        m_parameters.push_back(leaf);
        offset += count;
    }
    m_initial.clear();
}

torch::Tensor MacroNetwork::apply(const Convolution& convolution, const torch::Tensor& x) const
{
    return at::conv2d(x, m_parameters[convolution.weight], {}, convolution.stride, convolution.kernel / 2);
}

torch::Tensor MacroNetwork::apply(const Normalisation& normalisation, const torch::Tensor& x, bool training) const
{
    constexpr double momentum = 0.1;
    constexpr double epsilon = 1e-5;
    return at::batch_norm(x, m_parameters[normalisation.weight], m_parameters[normalisation.bias], normalisation.mean,
                          normalisation.variance, training, momentum, epsilon, false);
}

torch::Tensor MacroNetwork::apply(const ConvNorm& both, const torch::Tensor& x, bool training) const
{
    return apply(both.normalisation, apply(both.convolution, x), training);
}

torch::Tensor MacroNetwork::applyRectified(const ConvNorm& both, const torch::Tensor& x, bool training) const
{
    const Normalisation& normalisation = both.normalisation;
    if (!both.convolution.small)
        return apply(both, torch::relu(x), training);
    return rectifiedConvolution(x, m_parameters[both.convolution.weight], m_parameters[normalisation.weight],
                                m_parameters[normalisation.bias], {normalisation.mean, normalisation.variance},
                                training);
}

torch::Tensor MacroNetwork::apply(const Cell& cell, const torch::Tensor& x, bool training) const
{
    std::vector<torch::Tensor> values{x};
    std::vector<std::pair<const std::vector<int>*, torch::Tensor>> sums;
    const auto sumOf = [&](const std::vector<int>& sources) {
        for (const auto& [known, sum] : sums)
            if (*known == sources)
                return sum;
        torch::Tensor sum = values[static_cast<std::size_t>(sources.front())];
        for (std::size_t i = 1; i < sources.size(); ++i)
            sum = sum + values[static_cast<std::size_t>(sources[i])];
        sums.emplace_back(&sources, sum);
        return sum;
    };
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
        const CellPlan::Step& step = m_plan.steps[i];
        const torch::Tensor sum = sumOf(step.sources);
        if (step.operation == CellPlan::Operation::AvgPool3x3) {
            const bool small = x.size(1) % kernels::lanes == 0;
            values.push_back(small ? smallAveragePool(sum) : at::avg_pool2d(sum, 3, 1, 1, false, false));
            continue;
        }
        const torch::Tensor made = applyRectified(cell.convolutions[i], sum, training);
        if (step.copies == 1)
            values.push_back(made);
        else
            for (torch::Tensor& part : made.chunk(step.copies, 1))
                values.push_back(std::move(part));
    }
    return sumOf(m_plan.outputs);
}

torch::Tensor MacroNetwork::apply(const Reduction& reduction, const torch::Tensor& x, bool training) const
{
    const torch::Tensor first = apply(reduction.first, torch::relu(x), training);
    const torch::Tensor second = applyRectified(reduction.second, first, training);
    // An odd size leaves a border that counts as far as it is there, so that both paths have equal sizes.
    const torch::Tensor pooled = at::avg_pool2d(x, 2, 2, 0, true, false);
    return apply(reduction.shortcut, pooled) + second;
}

torch::Tensor MacroNetwork::forward(const torch::Tensor& images, bool training)
{
    torch::Tensor x = apply(m_stem, images, training);
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
        if (stage > 0)
            x = apply(m_reductions[stage - 1], x, training);
        for (const Cell& cell : m_stages[stage].cells)
            x = apply(cell, x, training);
    }
    x = torch::relu(apply(m_last, x, training)).mean({2, 3});
    return at::linear(x, m_parameters[m_classifierWeight], m_parameters[m_classifierBias]);
}

double MacroNetwork::multiplyAdds(int height, int width) const
{
    const auto cost = [](const Convolution& convolution, int h, int w) {
        return static_cast<double>(convolution.inputs) * convolution.outputs * convolution.kernel * convolution.kernel
               * h * w;
    };
    int h = (height + stemStride - 1) / stemStride;
    int w = (width + stemStride - 1) / stemStride;
    double total = cost(m_stem.convolution, h, w);
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
        if (stage > 0) {
            h = halved(h);
            w = halved(w);
            const Reduction& reduction = m_reductions[stage - 1];
            total += cost(reduction.first.convolution, h, w) + cost(reduction.second.convolution, h, w)
                     + cost(reduction.shortcut, h, w);
        }
        for (const Cell& cell : m_stages[stage].cells)
            for (const ConvNorm& both : cell.convolutions)
                total += cost(both.convolution, h, w);
    }
    return total + static_cast<double>(m_lastChannels) * m_classes;
}

} // namespace inverso
