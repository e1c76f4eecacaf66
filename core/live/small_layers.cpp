// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/small_layers.h"

#include "core/live/convolution_kernels.h"

namespace inverso {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::tensor_list;

constexpr double epsilon = 1e-5;
constexpr double momentum = 0.1;

torch::Tensor channelsLast(const torch::Tensor& x)
{
    return x.contiguous(torch::MemoryFormat::ChannelsLast);
}

torch::Tensor emptyMaps(kernels::MapSize size, std::int64_t channels)
{
    return torch::empty({size.images, channels, size.height, size.width},
                        torch::TensorOptions().memory_format(torch::MemoryFormat::ChannelsLast));
}

kernels::MapSize sizeOf(const torch::Tensor& x)
{
    return {static_cast<int>(x.size(0)), static_cast<int>(x.size(2)), static_cast<int>(x.size(3))};
}

int channelsOf(const torch::Tensor& x)
{
    return static_cast<int>(x.size(1));
}

// Values that the convolution keeps for its gradient.
struct Convolved
{
    torch::Tensor padded; // rectified input
    torch::Tensor result;
};

Convolved convolveRectified(const torch::Tensor& x, const torch::Tensor& weight)
{
    const torch::Tensor maps = channelsLast(x);
    const kernels::MapSize size = sizeOf(maps);
    const int kernel = static_cast<int>(weight.size(0));
    const int inputs = channelsOf(maps);
    const int outputs = static_cast<int>(weight.size(3));
    Convolved convolved{emptyMaps(size.padded(kernel / 2), inputs), emptyMaps(size, outputs)};
    kernels::rectifyPadded(maps.data_ptr<float>(), size, inputs, kernel / 2, convolved.padded.data_ptr<float>());
    kernels::convolve(convolved.padded.data_ptr<float>(), size, inputs, outputs, kernel, weight.data_ptr<float>(),
                      convolved.result.data_ptr<float>());
    return convolved;
}

torch::Tensor scaled(const torch::Tensor& x, const torch::Tensor& mean, const torch::Tensor& inverse,
                     const torch::Tensor& scale, const torch::Tensor& shift)
{
    const kernels::MapSize size = sizeOf(x);
    torch::Tensor out = emptyMaps(size, x.size(1));
    const torch::Tensor factor = scale * inverse;
    const torch::Tensor offset = shift - mean * factor;
    kernels::scaleColumns(x.data_ptr<float>(), size.points(), channelsOf(x), factor.data_ptr<float>(),
                          offset.data_ptr<float>(), out.data_ptr<float>());
    return out;
}

class RectifiedConvolution : public torch::autograd::Function<RectifiedConvolution>
{
public:
    static torch::Tensor forward(AutogradContext* context, const torch::Tensor& x, const torch::Tensor& weight,
                                 const torch::Tensor& scale, const torch::Tensor& shift, torch::Tensor runningMean,
                                 torch::Tensor runningVariance)
    {
        const Convolved convolved = convolveRectified(x, weight);
        const kernels::MapSize size = sizeOf(convolved.result);
        const auto points = static_cast<double>(size.points());
        torch::Tensor mean = torch::empty_like(scale, torch::TensorOptions().requires_grad(false));
        torch::Tensor variance = torch::empty_like(mean);
        kernels::columnMoments(convolved.result.data_ptr<float>(), size.points(), channelsOf(convolved.result),
                               mean.data_ptr<float>(), variance.data_ptr<float>());
        runningMean.lerp_(mean, momentum);
        runningVariance.mul_(1.0 - momentum).add_(variance, momentum * points / std::max(points - 1.0, 1.0));
        const torch::Tensor inverse = variance.add_(epsilon).rsqrt_();
        context->save_for_backward({convolved.padded, convolved.result, weight, scale, mean, inverse});
        return scaled(convolved.result, mean, inverse, scale, shift);
    }

    static tensor_list backward(AutogradContext* context, tensor_list gradients)
    {
        const auto saved = context->get_saved_variables();
        const torch::Tensor &padded = saved[0], &result = saved[1], &weight = saved[2], &scale = saved[3];
        const torch::Tensor gradient = channelsLast(gradients[0]);
        const kernels::MapSize size = sizeOf(result);
        const int kernel = static_cast<int>(weight.size(0));
        const int inputs = channelsOf(padded);
        const int outputs = channelsOf(result);
        torch::Tensor scaleGradient = torch::empty({outputs});
        torch::Tensor shiftGradient = torch::empty({outputs});
        const torch::Tensor inner = emptyMaps(size.padded(kernel / 2), outputs);
        kernels::normaliseBackward(gradient.data_ptr<float>(), result.data_ptr<float>(), size, outputs, kernel / 2,
                                   saved[4].data_ptr<float>(), saved[5].data_ptr<float>(), scale.data_ptr<float>(),
                                   scaleGradient.data_ptr<float>(), shiftGradient.data_ptr<float>(),
                                   inner.data_ptr<float>());
        torch::Tensor weightGradient = torch::empty(weight.sizes());
        kernels::convolveWeightGradient(padded.data_ptr<float>(), inner.data_ptr<float>(), size, inputs, outputs,
                                        kernel, weightGradient.data_ptr<float>());
        const torch::Tensor transposed = torch::empty(weight.sizes());
        kernels::transposeWeights(weight.data_ptr<float>(), inputs, outputs, kernel, transposed.data_ptr<float>());
        torch::Tensor inputGradient = emptyMaps(size, inputs);
        kernels::convolve(inner.data_ptr<float>(), size, outputs, inputs, kernel, transposed.data_ptr<float>(),
                          inputGradient.data_ptr<float>());
        kernels::maskRectified(padded.data_ptr<float>(), size, inputs, kernel / 2, inputGradient.data_ptr<float>());
        return {inputGradient, weightGradient, scaleGradient, shiftGradient, torch::Tensor(), torch::Tensor()};
    }
};

class AveragePool : public torch::autograd::Function<AveragePool>
{
public:
    static torch::Tensor forward(AutogradContext* /*context*/, const torch::Tensor& x)
    {
        const torch::Tensor maps = channelsLast(x);
        torch::Tensor out = emptyMaps(sizeOf(maps), maps.size(1));
        kernels::averagePool(maps.data_ptr<float>(), sizeOf(maps), channelsOf(maps), out.data_ptr<float>());
        return out;
    }

    static tensor_list backward(AutogradContext* /*context*/, tensor_list gradients)
    {
        const torch::Tensor maps = channelsLast(gradients[0]);
        torch::Tensor out = emptyMaps(sizeOf(maps), maps.size(1));
        kernels::averagePoolBackward(maps.data_ptr<float>(), sizeOf(maps), channelsOf(maps), out.data_ptr<float>());
        return {out};
    }
};

} // namespace

torch::Tensor rectifiedConvolution(const torch::Tensor& x, const torch::Tensor& weight, const torch::Tensor& scale,
                                   const torch::Tensor& shift, const RunningMoments& running, bool training)
{
    if (training)
        return RectifiedConvolution::apply(x, weight, scale, shift, running.mean, running.variance);
    return scaled(convolveRectified(x, weight).result, running.mean, (running.variance + epsilon).rsqrt(), scale,
                  shift);
}

torch::Tensor smallAveragePool(const torch::Tensor& x)
{
    return AveragePool::apply(x);
}

} // namespace inverso
