// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/pretraining.h"

#include "core/base/error.h"
#include "core/base/keep_memory.h"
#include "core/base/parallel.h"
#include "core/model/flat_parameters.h"
#include "core/model/gvae_net.h"
#include "core/model/runtime.h"
#include "core/model/standard_descriptors.h"
#include "core/optim/adam.h"
#include "core/optim/schedule.h"
#include "core/training/pretraining_plan.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <numeric>
#include <set>

namespace inverso {

namespace {

constexpr std::int64_t evaluationBatch = 1024;
constexpr std::int64_t validityDraws = 10000;
constexpr int stepsTogether = 50; // between two progress reports

/// 80/10/10 split of the cells by seed.
struct Split
{
    torch::Tensor training;
    torch::Tensor validation;
    torch::Tensor test;
};

torch::Tensor indexTensor(std::span<const std::uint32_t> cells)
{
    torch::Tensor index = torch::empty({static_cast<std::int64_t>(cells.size())}, torch::kInt64);
    std::copy(cells.begin(), cells.end(), index.data_ptr<std::int64_t>());
    return index;
}

Split splitCells(const SearchSpace& space, Rng rng)
{
    const auto order = rng.sample(space.size(), space.size());
    const std::size_t tenth = space.size() / 10;
    const std::span all(order);
    return {indexTensor(all.first(all.size() - 2 * tenth)), indexTensor(all.last(2 * tenth).first(tenth)),
            indexTensor(all.last(tenth))};
}

class Pretrainer
{
public:
    Pretrainer(const SearchSpace& space, const PretrainingPlan& plan, std::uint64_t seed, int threads)
        : m_space(space)
        , m_plan(plan)
        , m_threads(threads)
        , m_rng(Rng(seed).split("pretraining"))
        , m_split(splitCells(space, m_rng.split("split")))
    {
        torch::manual_seed(m_rng.split("weights").next());
        m_net = Gvae(plan.net, space);
        for (int i = 0; i < plan.schedule.parts; ++i)
            m_parts.push_back(makePart(i));
        std::vector<CellIndex> cells(space.size());
        std::iota(cells.begin(), cells.end(), 0U);
        m_all = encodeGraphs(space, cells);
        if (plan.net.descriptorWeight > 0.0)
            m_descriptors = standardDescriptors(space, cells);
    }

    int train(const ProgressSink& progress, std::stop_token stop);
    PretrainingResult evaluate();
    Gvae& net() { return m_net; }

private:
    /// Each part of a batch has its own network, which shares the parameters' values, but not their gradients or the
    /// batch statistics. The first is m_net itself.
    struct Part
    {
        Gvae net{nullptr};
        FlatParameters parameters;
        torch::Generator generator;
        double loss = 0.0;
    };
    Part makePart(int number);
    /// One step on these cells; returns their loss.
    double trainStep(Adam& adam, double rate, const torch::Tensor& rows);
    double trainEpoch(Adam& adam, double rate, int epoch, const ProgressSink& progress, std::stop_token stop);
    double validationLoss();
    double exactShare(const torch::Tensor& cells, double* descriptorR2);
    void drawFromFit(PretrainingResult& result);
    torch::Tensor means(const torch::Tensor& cells);
    [[nodiscard]] torch::Tensor descriptorRows(const torch::Tensor& rows) const
    {
        return m_descriptors.defined() ? m_descriptors.index_select(0, rows) : torch::Tensor();
    }
    [[nodiscard]] int stepsPerEpoch() const
    {
        return static_cast<int>((m_split.training.size(0) + m_plan.schedule.batch - 1) / m_plan.schedule.batch);
    }

    const SearchSpace& m_space;
    PretrainingPlan m_plan;
    int m_threads;
    Rng m_rng;
    Split m_split;
    Gvae m_net{nullptr};
    std::vector<Part> m_parts;
    GraphBatch m_all;
    torch::Tensor m_descriptors;
    int m_step = 0;
};

Pretrainer::Part Pretrainer::makePart(int number)
{
    const Rng noise = m_rng.split("noise");
    if (number == 0)
        return {m_net, FlatParameters(*m_net), at::detail::createCPUGenerator(Rng(noise).next())};
    const Gvae net(m_plan.net, m_space);
    Part part{net, FlatParameters(*net),
              at::detail::createCPUGenerator(noise.split(static_cast<std::uint64_t>(number)).next())};
    part.parameters.shareValues(m_parts.front().parameters);
    return part;
}

double Pretrainer::trainStep(Adam& adam, double rate, const torch::Tensor& rows)
{
    const auto shares = rows.chunk(static_cast<std::int64_t>(m_parts.size())); // may be fewer than asked for
    parallelFor(m_threads, shares.size(), [&](std::size_t i) {
        Part& part = m_parts[i];
        part.net->train();
        part.parameters.clearGradient();
        const auto loss = part.net->loss(select(m_all, shares[i]), descriptorRows(shares[i]), part.generator).total
                          * (static_cast<double>(shares[i].size(0)) / static_cast<double>(rows.size(0)));
        loss.backward();
        part.loss = loss.item<double>();
    });
    double sum = m_parts[0].loss;
    const std::span<float> total = m_parts[0].parameters.gradient();
    for (std::size_t i = 1; i < shares.size(); ++i) {
        sum += m_parts[i].loss;
        std::ranges::transform(total, m_parts[i].parameters.gradient(), total.begin(), std::plus());
    }
    adam.step(m_parts[0].parameters.values(), total, rate);
    return sum;
}

double Pretrainer::trainEpoch(Adam& adam, double rate, int epoch, const ProgressSink& progress, std::stop_token stop)
{
    const auto& schedule = m_plan.schedule;
    const WarmupCosine cosine{schedule.rate, stepsPerEpoch() / 2, schedule.epochs * stepsPerEpoch()};
    Rng rng = m_rng.split("order").split(static_cast<std::uint64_t>(epoch));
    const auto n = m_split.training.size(0);
    const auto order = m_split.training.index_select(
        0, indexTensor(rng.sample(static_cast<std::size_t>(n), static_cast<std::size_t>(n))));
    double sum = 0.0;
    for (std::int64_t first = 0; first < n; first += schedule.batch) {
        if (stop.stop_requested())
            throw Cancelled();
        const auto rows = order.slice(0, first, std::min<std::int64_t>(n, first + schedule.batch));
        sum += trainStep(adam, schedule.cosine ? cosine.rate(m_step) : rate, rows) * static_cast<double>(rows.size(0));
        ++m_step;
        const std::int64_t seen = first + rows.size(0);
        if (progress && m_step % stepsTogether == 0)
            progress({"Pre-training", (epoch + static_cast<double>(seen) / static_cast<double>(n)) / schedule.epochs,
                      "epoch " + std::to_string(epoch + 1) + " of " + std::to_string(schedule.epochs) + ", loss "
                          + std::to_string(sum / static_cast<double>(seen))});
    }
    return sum / static_cast<double>(n);
}

double Pretrainer::validationLoss()
{
    const torch::NoGradGuard guard;
    m_net->eval();
    // The same noise each time, so that epochs can be compared.
    auto generator = at::detail::createCPUGenerator(m_rng.split("validation").next());
    double sum = 0.0;
    for (const auto& rows : m_split.validation.split(evaluationBatch)) {
        const auto loss = m_net->loss(select(m_all, rows), descriptorRows(rows), generator);
        sum += loss.total.item<double>() * static_cast<double>(rows.size(0));
    }
    return sum / static_cast<double>(m_split.validation.size(0));
}

int Pretrainer::train(const ProgressSink& progress, std::stop_token stop)
{
    const auto& schedule = m_plan.schedule;
    Adam adam(m_parts[0].parameters.values().size());
    PlateauSchedule plateau({schedule.rate, 0.1, schedule.plateauPatience, 1e-5, schedule.stopPatience});
    SafeTensors best;
    int epoch = 0;
    while (epoch < schedule.epochs && !plateau.finished()) {
        const double training = trainEpoch(adam, plateau.rate(), epoch, progress, stop);
        const double validation = validationLoss();
        ++epoch;
        if (plateau.observe(validation))
            best = storeGvae(m_net, m_space);
        if (best.tensors.empty())
            throw Error("Pre-training failed: its validation loss is not finite after epoch " + std::to_string(epoch)
                        + ". Try a lower learning_rate.");
        if (progress)
            progress({"Pre-training", static_cast<double>(epoch) / schedule.epochs,
                      "epoch " + std::to_string(epoch) + " of " + std::to_string(schedule.epochs) + ", loss "
                          + std::to_string(training) + ", validation " + std::to_string(validation)});
    }
    m_net = restoreGvae(best);
    return epoch;
}

torch::Tensor Pretrainer::means(const torch::Tensor& cells)
{
    std::vector<torch::Tensor> parts;
    for (const auto& rows : cells.split(evaluationBatch)) {
        const auto batch = select(m_all, rows);
        parts.push_back(m_net->encoder(batch.features, batch.adjacency).first);
    }
    return torch::cat(parts);
}

double Pretrainer::exactShare(const torch::Tensor& cells, double* descriptorR2)
{
    std::int64_t exact = 0;
    torch::Tensor squares; // of the descriptors' errors, summed
    for (const auto& rows : cells.split(evaluationBatch)) {
        const auto batch = select(m_all, rows);
        const auto mu = means(rows);
        const auto states = m_net->decoder->states(mu);
        const auto padding = batch.labels.lt(0);
        const auto labels = (m_net->decoder->labelLogits(states).argmax(-1).eq(batch.labels) | padding).all(1);
        const auto edges =
            m_net->decoder->edgeLogits(states).argmax(-1).eq(batch.adjacency.to(torch::kInt64)).flatten(1).all(1);
        exact += (labels & edges).sum().item<std::int64_t>();
        if (m_net->descriptorHead) {
            const auto sum = (m_net->descriptorHead(mu.flatten(1)) - descriptorRows(rows)).pow(2).sum(0);
            squares = squares.defined() ? squares + sum : sum;
        }
    }
    const auto count = static_cast<double>(cells.size(0));
    if (squares.defined())
        *descriptorR2 =
            (1 - squares / count / descriptorRows(cells).var(0, false).clamp_min(1e-6)).mean().item<double>();
    return static_cast<double>(exact) / count;
}

void Pretrainer::drawFromFit(PretrainingResult& result)
{
    const auto mu = means(torch::arange(static_cast<std::int64_t>(m_space.size()))).flatten(1);
    const auto center = mu.mean(0, true);
    const auto covariance = torch::mm((mu - center).t(), mu - center) / static_cast<double>(mu.size(0));
    const auto [values, vectors] = torch::linalg_eigh(covariance.to(torch::kFloat64));
    const auto factor = (vectors * values.clamp_min(0).sqrt()).to(torch::kFloat32);
    auto generator = at::detail::createCPUGenerator(m_rng.split("draws").next());
    const auto draws = center + torch::mm(at::normal(0.0, 1.0, {validityDraws, mu.size(1)}, generator), factor.t());

    const auto training = m_split.training.contiguous();
    const std::set<std::int64_t> known(training.data_ptr<std::int64_t>(),
                                       training.data_ptr<std::int64_t>() + training.size(0));
    Matrix latents(validityDraws, static_cast<std::size_t>(draws.size(1)));
    std::copy_n(draws.contiguous().data_ptr<float>(), draws.numel(), latents.data());
    std::set<CellIndex> distinct;
    std::int64_t valid = 0;
    for (const auto& cell : decodeLatents(m_net, m_space, latents, FixedEdges::Decoded)) {
        if (!cell)
            continue;
        ++valid;
        distinct.insert(*cell);
    }
    const auto novel = std::count_if(distinct.begin(), distinct.end(),
                                     [&](CellIndex cell) { return !known.contains(static_cast<std::int64_t>(cell)); });
    result.validity = static_cast<double>(valid) / validityDraws;
    result.uncutValidity = result.validity;
    if (std::exchange(m_net->settings.limitEdges, false)) {
        const auto uncut = decodeLatents(m_net, m_space, latents, FixedEdges::Decoded);
        result.uncutValidity =
            static_cast<double>(std::ranges::count_if(uncut, [](const auto& cell) { return cell.has_value(); }))
            / validityDraws;
        m_net->settings.limitEdges = true;
    }
    result.uniqueness = valid ? static_cast<double>(distinct.size()) / static_cast<double>(valid) : 0.0;
    result.novelty = distinct.empty() ? 0.0 : static_cast<double>(novel) / static_cast<double>(distinct.size());
}

PretrainingResult Pretrainer::evaluate()
{
    const torch::NoGradGuard guard;
    m_net->eval();
    PretrainingResult result;
    result.reconstruction = exactShare(m_split.test, &result.descriptorR2);
    drawFromFit(result);
    return result;
}

void checkWritable(const std::filesystem::path& out)
{
    std::filesystem::path probe = out;
    probe += ".part";
    const bool fine = std::ofstream(probe, std::ios::app).good();
    std::error_code ignored;
    std::filesystem::remove(probe, ignored);
    if (!fine)
        throw Error("Cannot write the weights to " + out.string()
                    + ". Check that the folder exists and may be written, or name another file.");
}

} // namespace

PretrainingResult pretrain(const SearchSpace& space, const PretrainingSettings& settings,
                           const std::filesystem::path& out, const ProgressSink& progress, std::stop_token stop)
{
    const PretrainingPlan plan = pretrainingPlan(space, settings);
    checkWritable(out);
    keepFreedMemory();
    setThreads(1); // the parallelism is that of the parts of a batch
    const auto start = std::chrono::steady_clock::now();
    Pretrainer trainer(space, plan, settings.seed, settings.threads);
    const int epochs = trainer.train(progress, stop);
    PretrainingResult result = trainer.evaluate();
    result.epochs = epochs;
    SafeTensors stored = storeGvae(trainer.net(), space);
    stored.metadata["preset"] = settings.preset;
    stored.metadata["seed"] = std::to_string(settings.seed);
    stored.metadata["epochs"] = std::to_string(epochs);
    stored.write(out);
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return result;
}

} // namespace inverso
