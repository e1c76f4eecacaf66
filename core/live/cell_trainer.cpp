// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/cell_trainer.h"

#include "core/base/error.h"
#include "core/base/flush_denormals.h"
#include "core/base/keep_memory.h"
#include "core/live/macro_network.h"

#include <algorithm>
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

Part takeImages(const ImageSet& set, std::span<const std::uint32_t> which, const std::stop_token& stop)
{
    const auto count = static_cast<std::int64_t>(which.size());
    Part part{torch::empty({count, set.channels, set.height, set.width}), torch::empty({count}, torch::kInt64)};
    auto* pixels = part.images.data_ptr<float>();
    auto* labels = part.labels.data_ptr<std::int64_t>();
    for (std::size_t i = 0; i < which.size(); ++i) {
        if (stop.stop_requested())
            throw Cancelled();
        for (const std::uint8_t pixel : set.image(which[i]))
            *pixels++ = static_cast<float>(pixel) / 255.0F;
        labels[i] = set.labels[which[i]];
    }
    return part;
}

double correctPercent(MacroNetwork& network, const Part& part, const std::stop_token& stop)
{
    std::int64_t correct = 0;
    for (std::int64_t first = 0; first < part.images.size(0); first += evaluationBatch) {
        if (stop.stop_requested())
            throw Cancelled();
        const std::int64_t count = std::min<std::int64_t>(evaluationBatch, part.images.size(0) - first);
        const torch::Tensor guess = network.forward(part.images.narrow(0, first, count), false).argmax(1);
        correct += guess.eq(part.labels.narrow(0, first, count)).sum().item<std::int64_t>();
    }
    return 100.0 * static_cast<double>(correct) / static_cast<double>(part.images.size(0));
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
        , m_velocity(torch::zeros_like(network.layers().values()))
    {
    }

    void step(double rate)
    {
        torch::NoGradGuard noGradient;
        torch::Tensor& gradient = m_network.layers().gradient();
        gradient.add_(m_network.layers().values(), m_settings.weightDecay);
        m_velocity.mul_(m_settings.momentum).add_(gradient);
        m_network.layers().values().add_(gradient.add_(m_velocity, m_settings.momentum), -rate);
        gradient.zero_();
    }

private:
    MacroNetwork& m_network;
    const TrainingSettings& m_settings;
    torch::Tensor m_velocity;
};

/// The training, an epoch at a time.
class Epochs
{
public:
    Epochs(MacroNetwork& network, const TrainingSettings& settings, const Part& images, Rng rng)
        : m_network(network)
        , m_settings(settings)
        , m_images(images)
        , m_rng(std::move(rng))
        , m_optimiser(network, settings)
        , m_batches(settings.trainingImages / settings.batch)
    {
    }

    EpochReport next(const std::stop_token& stop)
    {
        const Part shuffled = shuffle();
        torch::Tensor loss = torch::zeros({});
        torch::Tensor correct = torch::zeros({}, torch::kInt64);
        for (int i = 0; i < m_batches; ++i) {
            if (stop.stop_requested())
                throw Cancelled();
            const std::int64_t first = std::int64_t{i} * m_settings.batch;
            const torch::Tensor labels = shuffled.labels.narrow(0, first, m_settings.batch);
            const torch::Tensor guess = m_network.forward(shuffled.images.narrow(0, first, m_settings.batch), true);
            const torch::Tensor batchLoss = at::cross_entropy_loss(guess, labels);
            batchLoss.backward();
            m_optimiser.step(rateAt(m_settings, m_epoch * m_batches + i, m_settings.epochs * m_batches));
            loss += batchLoss.detach();
            correct += guess.detach().argmax(1).eq(labels).sum();
        }
        ++m_epoch;
        const auto seen = static_cast<float>(m_batches * m_settings.batch);
        return {m_epoch, m_settings.epochs, loss.item<float>() / static_cast<float>(m_batches),
                100.0F * static_cast<float>(correct.item<std::int64_t>()) / seen};
    }

private:
    Part shuffle()
    {
        const auto count = static_cast<std::size_t>(m_settings.trainingImages);
        torch::Tensor index = torch::empty({m_settings.trainingImages}, torch::kInt64);
        std::ranges::copy(m_rng.sample(count, count), index.data_ptr<std::int64_t>());
        return {m_images.images.index_select(0, index).contiguous(torch::MemoryFormat::ChannelsLast),
                m_images.labels.index_select(0, index)};
    }

    MacroNetwork& m_network;
    const TrainingSettings& m_settings;
    const Part& m_images;
    Rng m_rng;
    Optimiser m_optimiser;
    int m_batches;
    int m_epoch = 0;
};

// Uses one thread. Each step needs the same memory as the last one, so the C library keeps it.
void prepareThread()
{
    at::set_num_threads(1);
    keepFreedMemory();
}

} // namespace

struct CellTrainer::Data
{
    Part training;
    Part validation;
    Part test;
};

TrainingSettings tableTraining(const SearchSpace& space)
{
    TrainingSettings settings;
    if (space.name() == "nasbench101")
        settings.channels = 16;
    return settings;
}

TrainingSettings fittedTo(TrainingSettings settings, const ImageData& images)
{
    const int count = images.training.count;
    constexpr int fewest = 32;
    if (count < fewest || images.test.count < 1)
        throw Error("The data set " + images.name + " has " + std::to_string(count) + " images for training and "
                    + std::to_string(images.test.count) + " for test: at least " + std::to_string(fewest)
                    + " and 1 are needed.");
    settings.testImages = std::min(settings.testImages, images.test.count);
    if (settings.trainingImages + settings.validationImages <= count)
        return settings;
    settings.validationImages = std::min(settings.validationImages, count / 3);
    settings.trainingImages = std::min(settings.trainingImages, count - settings.validationImages);
    settings.batch = std::min(settings.batch, settings.trainingImages);
    return settings;
}

CellTrainer::CellTrainer(std::shared_ptr<const ImageData> images, const TrainingSettings& settings,
                         const std::stop_token& stop)
    : m_images(std::move(images))
    , m_settings(settings)
{
    const auto total = static_cast<std::size_t>(m_images->training.count);
    const auto training = static_cast<std::size_t>(settings.trainingImages);
    const auto validation = static_cast<std::size_t>(settings.validationImages);
    const auto test = static_cast<std::size_t>(settings.testImages);
    if (training + validation > total || test > static_cast<std::size_t>(m_images->test.count))
        throw Error("The data set " + m_images->name + " has " + std::to_string(total) + " images for training and "
                    + std::to_string(m_images->test.count) + " for test, but " + std::to_string(training + validation)
                    + " and " + std::to_string(test) + " are requested.");
    // Which images are taken is part of the data set, not of a cell's seed.
    Rng rng = Rng(0).split("images");
    const auto order = rng.sample(total, total);
    const auto testOrder = rng.sample(static_cast<std::size_t>(m_images->test.count), test);
    auto data = std::make_unique<Data>();
    data->training = takeImages(m_images->training, std::span(order).first(training), stop);
    data->validation = takeImages(m_images->training, std::span(order).last(validation), stop);
    data->test = takeImages(m_images->test, testOrder, stop);
    const torch::Tensor mean = data->training.images.mean({0, 2, 3}, true);
    const torch::Tensor deviation = data->training.images.std({0, 2, 3}, true, true).clamp_min(1e-6);
    for (Part* part : {&data->training, &data->validation, &data->test}) {
        if (stop.stop_requested())
            throw Cancelled();
        part->images = part->images.sub_(mean).div_(deviation).contiguous(torch::MemoryFormat::ChannelsLast);
    }
    m_data = std::move(data);
}

CellTrainer::~CellTrainer() = default;

TrainedCell CellTrainer::train(const SearchSpace& space, CellIndex cell, std::uint64_t seed, const EpochSink& report,
                               std::stop_token stop) const
{
    const auto start = std::chrono::steady_clock::now();
    prepareThread();
    const FlushDenormals guard; // gradients vanish
    const std::uint32_t functionalClass = space.functionalClass(cell);
    const auto trainable = trainableCell(space, cell);
    Rng rng = Rng(seed).split("live").split(functionalClass);
    MacroNetwork network(*trainable, m_settings, m_images->training.channels, m_images->classes, rng.split("weights"));
    TrainedCell result;
    result.parameters = static_cast<double>(network.layers().parameterCount()) * 1e-6;
    result.flops = network.multiplyAdds(m_images->training.height, m_images->training.width) * 1e-6;
    if (trainable->isConstant()) {
        result.valid = result.test = 100.0 / m_images->classes;
        return result;
    }
    Epochs epochs(network, m_settings, m_data->training, rng.split("batches"));
    for (int epoch = 1; epoch <= m_settings.epochs; ++epoch) {
        const EpochReport done = epochs.next(stop);
        if (!std::isfinite(done.loss))
            throw BrokenTraining("The training of " + space.text(cell) + " failed in epoch " + std::to_string(epoch)
                                 + ": the loss is not a number. Check the images, or lower the learning rate.");
        if (report)
            report(done);
    }
    const torch::InferenceMode inference;
    result.valid = correctPercent(network, m_data->validation, stop);
    result.test = correctPercent(network, m_data->test, stop);
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
