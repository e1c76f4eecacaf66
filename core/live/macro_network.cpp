// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/macro_network.h"

namespace inverso {

namespace {

constexpr int stemKernel = 5;
constexpr int stemStride = 4;

int halved(int size)
{
    return (size + 1) / 2;
}

// At an odd size, the average at the border is taken over the existing points.
torch::Tensor averagedByTwo(const torch::Tensor& x)
{
    return at::avg_pool2d(x, 2, 2, 0, true, false);
}

} // namespace

MacroNetwork::MacroNetwork(const TrainableCell& cell, const TrainingSettings& settings, int imageChannels, int classes,
                           Rng rng)
    : m_projects(cell.projects())
{
    int channels = settings.channels;
    int width = channels; // of the input of the next layer
    m_stem = m_layers.addConvNorm(imageChannels, channels, stemKernel, stemStride, rng);
    for (int i = 0; i < settings.stages; ++i) {
        Stage& stage = m_stages.emplace_back();
        if (i > 0) {
            if (!m_projects) {
                const auto first = m_layers.addConvNorm(channels, 2 * channels, 3, 2, rng);
                const auto second = m_layers.addRectified(2 * channels, 2 * channels, 3, rng);
                stage.reduction = {first, second, m_layers.addConvolution(channels, 2 * channels, 1, 1, rng)};
            }
            channels *= 2;
        }
        for (int number = 0; number < settings.cellsPerStage; ++number) {
            stage.cells.push_back(cell.build(m_layers, m_projects ? width : channels, channels, rng));
            width = channels;
        }
    }
    if (!m_projects)
        m_last = m_layers.addNormalisation(channels);
    m_classifier = m_layers.addLinear(channels, classes, rng);
    m_layers.layOut();
}

torch::Tensor MacroNetwork::apply(const Reduction& reduction, const torch::Tensor& x, bool training) const
{
    const torch::Tensor first = m_layers.apply(reduction.first, torch::relu(x), training);
    const torch::Tensor second = m_layers.applyRectified(reduction.second, first, training);
    return m_layers.apply(reduction.shortcut, averagedByTwo(x)) + second; // both paths have equal sizes
}

torch::Tensor MacroNetwork::forward(const torch::Tensor& images, bool training)
{
    torch::Tensor x = m_layers.apply(m_stem, images, training);
    if (m_projects)
        x = torch::relu(x);
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const Stage& stage = m_stages[i];
        if (stage.reduction)
            x = apply(*stage.reduction, x, training);
        else if (i > 0)
            x = at::max_pool2d(x, 2, 2, 0, 1, /*ceil_mode=*/true);
        for (const auto& cell : stage.cells)
            x = cell->apply(m_layers, x, training);
    }
    if (m_last)
        x = torch::relu(m_layers.apply(*m_last, x, training));
    return m_layers.apply(m_classifier, x.mean({2, 3}));
}

double MacroNetwork::multiplyAdds(int height, int width) const
{
    int h = (height + stemStride - 1) / stemStride;
    int w = (width + stemStride - 1) / stemStride;
    double total = NetworkLayers::multiplyAdds(m_stem.convolution, h, w);
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        if (i > 0) {
            h = halved(h);
            w = halved(w);
        }
        if (const auto& reduction = m_stages[i].reduction)
            for (const NetworkLayers::Convolution& convolution :
                 {reduction->first.convolution, reduction->second.convolution, reduction->shortcut})
                total += NetworkLayers::multiplyAdds(convolution, h, w);
        for (const auto& cell : m_stages[i].cells)
            total += cell->multiplyAdds(h, w);
    }
    return total + static_cast<double>(m_classifier.inputs) * m_classifier.outputs;
}

} // namespace inverso
