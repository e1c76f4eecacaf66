// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/network_layers.h"

#include "core/live/convolution_kernels.h"
#include "core/live/small_layers.h"

#include <cmath>

namespace inverso {

namespace {

// PyTorch's default for convolutions and linear layers: uniform within ±1/√fan-in.
std::vector<float> uniformValues(std::size_t count, int fanIn, Rng& rng)
{
    const double bound = 1.0 / std::sqrt(static_cast<double>(fanIn));
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(rng.uniform(-bound, bound));
    return values;
}

} // namespace

std::size_t NetworkLayers::addParameter(std::vector<std::int64_t> shape, std::vector<float> values)
{
    m_shapes.push_back(std::move(shape));
    m_initial.push_back(std::move(values));
    return m_initial.size() - 1;
}

NetworkLayers::Convolution NetworkLayers::addConvolution(int inputs, int outputs, int kernel, int stride, Rng& rng)
{
    const int fanIn = inputs * kernel * kernel;
    Convolution convolution{0, inputs, outputs, kernel, stride, false};
    convolution.weight = addParameter({outputs, inputs, kernel, kernel},
                                      uniformValues(static_cast<std::size_t>(outputs * fanIn), fanIn, rng));
    return convolution;
}

NetworkLayers::Normalisation NetworkLayers::addNormalisation(int channels)
{
    const auto count = static_cast<std::size_t>(channels);
    Normalisation normalisation;
    normalisation.weight = addParameter({channels}, std::vector<float>(count, 1.0F));
    normalisation.bias = addParameter({channels}, std::vector<float>(count, 0.0F));
    normalisation.mean = torch::zeros({channels});
    normalisation.variance = torch::ones({channels});
    return normalisation;
}

NetworkLayers::ConvNorm NetworkLayers::addConvNorm(int inputs, int outputs, int kernel, int stride, Rng& rng)
{
    const Convolution convolution = addConvolution(inputs, outputs, kernel, stride, rng);
    return {convolution, addNormalisation(outputs)};
}

// One of the many: ReLU, convolution, batch normalisation.
NetworkLayers::ConvNorm NetworkLayers::addRectified(int inputs, int outputs, int kernel, Rng& rng)
{
    if (inputs % kernels::lanes != 0 || outputs % kernels::lanes != 0)
        return addConvNorm(inputs, outputs, kernel, 1, rng);
    const int fanIn = inputs * kernel * kernel;
    Convolution convolution{0, inputs, outputs, kernel, 1, true};
    convolution.weight = addParameter({kernel, kernel, inputs, outputs},
                                      uniformValues(static_cast<std::size_t>(outputs * fanIn), fanIn, rng));
    return {convolution, addNormalisation(outputs)};
}

NetworkLayers::Linear NetworkLayers::addLinear(int inputs, int outputs, Rng& rng)
{
    Linear linear{0, 0, inputs, outputs};
    linear.weight =
        addParameter({outputs, inputs}, uniformValues(static_cast<std::size_t>(outputs * inputs), inputs, rng));
    linear.bias = addParameter({outputs}, uniformValues(static_cast<std::size_t>(outputs), inputs, rng));
    return linear;
}

void NetworkLayers::layOut()
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

torch::Tensor NetworkLayers::apply(const Convolution& convolution, const torch::Tensor& x) const
{
    return at::conv2d(x, m_parameters[convolution.weight], {}, convolution.stride, convolution.kernel / 2);
}

torch::Tensor NetworkLayers::apply(const Normalisation& normalisation, const torch::Tensor& x, bool training) const
{
    constexpr double momentum = 0.1;
    constexpr double epsilon = 1e-5;
    return at::batch_norm(x, m_parameters[normalisation.weight], m_parameters[normalisation.bias], normalisation.mean,
                          normalisation.variance, training, momentum, epsilon, false);
}

torch::Tensor NetworkLayers::apply(const ConvNorm& both, const torch::Tensor& x, bool training) const
{
    return apply(both.normalisation, apply(both.convolution, x), training);
}

torch::Tensor NetworkLayers::applyRectified(const ConvNorm& both, const torch::Tensor& x, bool training) const
{
    const Normalisation& normalisation = both.normalisation;
    if (!both.convolution.small)
        return apply(both, torch::relu(x), training);
    return rectifiedConvolution(x, m_parameters[both.convolution.weight], m_parameters[normalisation.weight],
                                m_parameters[normalisation.bias], {normalisation.mean, normalisation.variance},
                                training);
}

torch::Tensor NetworkLayers::apply(const Linear& linear, const torch::Tensor& x) const
{
    return at::linear(x, m_parameters[linear.weight], m_parameters[linear.bias]);
}

double NetworkLayers::multiplyAdds(const Convolution& convolution, int height, int width)
{
    return static_cast<double>(convolution.inputs) * convolution.outputs * convolution.kernel * convolution.kernel
           * height * width;
}

} // namespace inverso
