// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/cell_trainer.h"

#include "core/base/error.h"
#include "core/live/macro_network.h"

#include <chrono>
#include <cmath>
#include <numbers>

namespace inverso {

namespace {

constexpr int evaluationBatch = 500;

// Chosen images as a [N, C, H, W] tensor, and their labels.
struct Part
{
    torch::Tensor images;
    torch::Tensor labels;
};

Part takeImages(const ImageSet& set, std::span<const std::uint32_t> which)
{
    const auto count = static_cast<std::int64_t>(which.size());
    Part part{torch::empty({count, set.channels, set.height, set.width}), torch::empty({count}, torch::kInt64)};
    auto* pixels = part.images.data_ptr<float>();
    auto* labels = part.labels.data_ptr<std::int64_t>();
    for (std::size_t i = 0; i < which.size(); ++i) {
        for (const std::uint8_t pixel : set.image(which[i]))
            *pixels++ = static_cast<float>(pixel) / 255.0F;
        labels[i] = set.labels[which[i]];
    }
    return part;
}

double correctShare(MacroNetwork& network, const Part& part, const std::stop_token& stop)
{
    std::int64_t correct = 0;
    for (std::int64_t first = 0; first < part.images.size(0); first += evaluationBatch) {
        if (stop.stop_requested())
            throw Cancelled();
        const std::int64_t count = std::min<std::int64_t>(evaluationBatch, part.images.size(0) - first);
        const torch::Tensor guess = network.forward(part.images.narrow(0, first, count), false).argmax(1);
        correct += guess.eq(part.labels.narrow(0, first, count)).sum().item<std::int64_t>();
    }
    return static_cast<double>(correct) / static_cast<double>(part.images.size(0));
}

double rateAt(const TrainingSettings& settings, int step, int steps)
{
    const double at = (step + 1.0) / steps;
    if (at < settings.warmUp)
        return settings.peakRate * at / settings.warmUp;
    const double along = (at - settings.warmUp) / (1.0 - settings.warmUp);
    return settings.peakRate * 0.5 * (1.0 + std::cos(std::numbers::pi * along));
}

// SGD with Nesterov momentum as PyTorch has it.
class Optimiser
{
public:
    Optimiser(MacroNetwork& network, const TrainingSettings& settings)
        : m_network(network)
        , m_settings(settings)
        , m_velocity(torch::zeros_like(network.values()))
    {
    }

    void step(double rate)
    {
        torch::NoGradGuard noGradient;
        torch::Tensor& gradient = m_network.gradient();
        gradient.add_(m_network.values(), m_settings.weightDecay);
        m_velocity.mul_(m_settings.momentum).add_(gradient);
        m_network.values().add_(gradient.add_(m_velocity, m_settings.momentum), -rate);
        gradient.zero_();
    }

private:
    MacroNetwork& m_network;
    const TrainingSettings& m_settings;
    torch::Tensor m_velocity;
};

} // namespace

struct CellTrainer::Data
{
    Part training;
    Part validation;
    Part test;
};

TrainingSettings tableTraining()
{
    return {};
}

TrainingSettings liveTraining()
{
    TrainingSettings settings;
    settings.trainingImages = 2048;
    settings.validationImages = 2000;
    settings.testImages = 2000;
    return settings;
}

CellTrainer::CellTrainer(std::shared_ptr<const ImageData> images, const TrainingSettings& settings)
    : m_images(std::move(images))
    , m_settings(settings)
{
    const auto total = static_cast<std::size_t>(m_images->training.count);
    const auto training = static_cast<std::size_t>(settings.trainingImages);
    const auto validation = static_cast<std::size_t>(settings.validationImages);
    const auto test = std::min(static_cast<std::size_t>(settings.testImages),
                               static_cast<std::size_t>(m_images->test.count));
    if (training + validation > total)
        throw Error("The data set " + m_images->name + " has " + std::to_string(total) + " training images, but "
                    + std::to_string(training + validation) + " are needed for training and validation.");
    // Which images are taken is part of the data set, not of a cell's seed.
    Rng rng = Rng(0).split("images");
    const auto order = rng.sample(total, total);
    const auto testOrder = rng.sample(static_cast<std::size_t>(m_images->test.count), test);
    auto data = std::make_unique<Data>();
    data->training = takeImages(m_images->training, std::span(order).first(training));
    data->validation = takeImages(m_images->training, std::span(order).last(validation));
    data->test = takeImages(m_images->test, testOrder);
    const torch::Tensor mean = data->training.images.mean({0, 2, 3}, true);
    const torch::Tensor deviation = data->training.images.std({0, 2, 3}, true, true).clamp_min(1e-6);
    for (Part* part : {&data->training, &data->validation, &data->test})
        part->images = part->images.sub_(mean).div_(deviation).contiguous(torch::MemoryFormat::ChannelsLast);
    m_data = std::move(data);
}

CellTrainer::~CellTrainer() = default;

TrainedCell CellTrainer::train(const SearchSpace& space, CellIndex cell, std::uint64_t seed,
                               const ProgressSink& progress, std::stop_token stop) const
{
    const auto start = std::chrono::steady_clock::now();
    at::globalContext().setFlushDenormal(true); // vanishing gradients would cost a hundredfold
    const CellPlan plan = planCell(space, cell);
    Rng rng = Rng(seed).split("live").split(space.functionalClass(cell));
    MacroNetwork network(plan, m_settings, m_images->training.channels, m_images->classes, rng.split("weights"));
    TrainedCell result;
    result.parameters = static_cast<double>(network.parameterCount()) * 1e-6;
    result.flops = network.multiplyAdds(m_images->training.height, m_images->training.width) * 1e-6;
    if (plan.isConstant()) {
        result.valid = result.test = 100.0 / m_images->classes;
        return result;
    }

    Optimiser optimiser(network, m_settings);
    const int batches = m_settings.trainingImages / m_settings.batch;
    const int steps = batches * m_settings.epochs;
    Rng shuffles = rng.split("batches");
    for (int epoch = 0; epoch < m_settings.epochs; ++epoch) {
        const auto order = shuffles.sample(static_cast<std::size_t>(m_settings.trainingImages),
                                           static_cast<std::size_t>(m_settings.trainingImages));
        const torch::Tensor index =
            torch::from_blob(const_cast<std::uint32_t*>(order.data()), // NOLINT: read only
                             {m_settings.trainingImages}, torch::kInt32)
                .to(torch::kInt64);
        const torch::Tensor images =
            m_data->training.images.index_select(0, index).contiguous(torch::MemoryFormat::ChannelsLast);
        const torch::Tensor labels = m_data->training.labels.index_select(0, index);
        torch::Tensor total = torch::zeros({});
        for (int i = 0; i < batches; ++i) {
            if (stop.stop_requested())
                throw Cancelled();
            const std::int64_t first = std::int64_t{i} * m_settings.batch;
            const torch::Tensor loss =
                at::cross_entropy_loss(network.forward(images.narrow(0, first, m_settings.batch), true),
                                       labels.narrow(0, first, m_settings.batch));
            loss.backward();
            optimiser.step(rateAt(m_settings, epoch * batches + i, steps));
            total += loss.detach();
        }
        result.losses.push_back(total.item<float>() / static_cast<float>(batches));
        if (!std::isfinite(result.losses.back()))
            throw Error("The training of " + space.text(cell) + " broke down in epoch " + std::to_string(epoch + 1)
                        + ": the loss is no number. A lower learning rate may help.");
        if (progress)
            progress({"Training", (epoch + 1.0) / m_settings.epochs,
                      "epoch " + std::to_string(epoch + 1) + " of " + std::to_string(m_settings.epochs) + ", loss "
                          + std::to_string(result.losses.back())});
    }
    const torch::InferenceMode inference;
    result.valid = 100.0 * correctShare(network, m_data->validation, stop);
    result.test = 100.0 * correctShare(network, m_data->test, stop);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

std::string trainingKernels()
{
    const char* instructions = __builtin_cpu_supports("avx512f") != 0 ? "AVX-512"
                               : __builtin_cpu_supports("avx2") != 0  ? "AVX2"
                                                                      : "no AVX2";
    return std::string("LibTorch ") + TORCH_VERSION + ", " + instructions;
}

} // namespace inverso
