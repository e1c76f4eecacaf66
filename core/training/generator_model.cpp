// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/generator_model.h"

#include "core/base/error.h"
#include "core/base/once_cache.h"
#include "core/cell/graph_codes.h"
#include "core/model/graph_generator.h"
#include "core/model/initialise.h"
#include "core/optim/losses.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace inverso {

namespace {

namespace F = torch::nn::functional;

constexpr int predictorLayers = 4; // hidden layers
constexpr double latentRange = 3.0;

constexpr int pretrainingSteps = 200;
constexpr int pretrainingBatch = 64;
constexpr double pretrainingRate = 3e-3;
constexpr std::size_t pretrainingCells = 16384; // at most

torch::Tensor toTensor(const Matrix& matrix)
{
    return torch::from_blob(const_cast<float*>(matrix.data()),
                            {static_cast<std::int64_t>(matrix.rows), static_cast<std::int64_t>(matrix.columns)})
        .clone();
}

torch::Tensor normalLatents(std::size_t count, Rng& rng)
{
    Matrix z(count, GraphGeneratorImpl::latent);
    rng.fillNormal(z.values);
    return toTensor(z);
}

torch::optim::Adam adamFor(const std::vector<torch::Tensor>& parameters, double rate)
{
    return torch::optim::Adam(parameters, torch::optim::AdamOptions(rate).betas({0.5, 0.999}));
}

/// Cross-entropy of the scores against cells (graphCodes() rows), one number a row: the mean over the labels and the
/// mean over the edges, added.
torch::Tensor reconstructionLoss(const GraphScores& scores, const torch::Tensor& codes)
{
    const std::int64_t labels = scores.labels.size(1) * scores.labels.size(2);
    const auto targets = codes.slice(1, 0, labels).reshape(scores.labels.sizes());
    const auto ofLabels = -(torch::log_softmax(scores.labels, -1) * targets).sum(-1).mean(-1);
    const auto ofEdges =
        F::binary_cross_entropy_with_logits(scores.edges, codes.slice(1, labels),
                                            F::BinaryCrossEntropyWithLogitsFuncOptions().reduction(torch::kNone))
            .mean(-1);
    return ofLabels + ofEdges;
}

/// The input of the predictor.
torch::Tensor flatScores(const GraphScores& scores)
{
    return torch::cat({scores.labels.flatten(1), scores.edges}, 1);
}

/// The pre-training cells of the generator: unlabelled cells of the space, the same for all seeds.
GraphGenerator pretrain(const SearchSpace& space, const std::stop_token& stop)
{
    Rng rng = Rng(0).split("generator").split(space.name());
    GraphGenerator generator(space);
    initialise(*generator, rng.split("weights"));
    const auto cells = rng.sample(space.size(), std::min<std::size_t>(space.size(), pretrainingCells));
    const torch::Tensor codes = toTensor(graphCodes(space, cells));
    auto adam = adamFor(generator->parameters(), pretrainingRate);
    for (int step = 0; step < pretrainingSteps; ++step) {
        if (stop.stop_requested())
            throw Cancelled();
        std::vector<std::int64_t> rows(pretrainingBatch);
        std::ranges::generate(rows, [&] { return static_cast<std::int64_t>(rng.below(cells.size())); });
        const auto scores = generator(normalLatents(rows.size(), rng));
        const auto loss = reconstructionLoss(scores, codes.index_select(0, torch::tensor(rows))).mean();
        adam.zero_grad();
        loss.backward();
        adam.step();
    }
    return generator;
}

/// A copy of the pre-trained generator, which is trained once per space and process.
GraphGenerator pretrainedGenerator(const SearchSpace& space, const std::stop_token& stop)
{
    static OnceCache<GraphGenerator> made;
    const auto pretrained = made.get(
        space.name(), [&] { return std::make_shared<const GraphGenerator>(pretrain(space, stop)); }, stop);
    GraphGenerator copy(space);
    const torch::NoGradGuard guard;
    const auto from = (*pretrained)->parameters();
    auto to = copy->parameters();
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i].copy_(from[i]);
    return copy;
}

/// `count` of the rows, drawn with replacement by their weights.
std::vector<std::size_t> drawByWeight(const std::vector<float>& weights, std::size_t count, Rng& rng)
{
    std::vector<double> sums;
    std::partial_sum(weights.begin(), weights.end(), std::back_inserter(sums),
                     [](double sum, double weight) { return sum + weight; });
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = std::ranges::upper_bound(sums, rng.uniform(0.0, sums.back())) - sums.begin();
        rows.push_back(std::min(static_cast<std::size_t>(row), sums.size() - 1));
    }
    return rows;
}

/// A row of logits → a label drawn from their softmax.
std::uint8_t drawLabel(std::span<const float> logits, Rng& rng)
{
    const float largest = *std::ranges::max_element(logits);
    double sum = 0.0;
    for (const float logit : logits)
        sum += std::exp(logit - largest);
    double left = rng.uniform(0.0, sum);
    for (std::size_t label = 0; label + 1 < logits.size(); ++label) {
        left -= std::exp(logits[label] - largest);
        if (left < 0.0)
            return static_cast<std::uint8_t>(label);
    }
    return static_cast<std::uint8_t>(logits.size() - 1);
}

} // namespace

struct GeneratorModel::Networks
{
    Networks(GraphGenerator pretrained, const SearchSpace& space, double rate, Rng rng)
        : generator(std::move(pretrained))
        , predictor(createPredictor(space.vertexCount() * static_cast<int>(space.labels().size())
                                        + space.vertexCount() * (space.vertexCount() - 1) / 2,
                                    predictorLayers))
        , adam(adamFor(parametersOf(*generator, *predictor), rate))
    {
        initialise(*predictor, rng);
    }

    static std::vector<torch::Tensor> parametersOf(torch::nn::Module& a, torch::nn::Module& b)
    {
        auto all = a.parameters();
        const auto more = b.parameters();
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    GraphGenerator generator;
    torch::nn::Sequential predictor;
    torch::optim::Adam adam;
};

GeneratorModel::GeneratorModel(const Settings& settings, const SearchSpace& space, Rng rng, const std::stop_token& stop)
    : m_settings(settings)
    , m_space(space)
    , m_rng(rng)
    , m_networks(
          std::make_unique<Networks>(pretrainedGenerator(space, stop), space, settings.rate, m_rng.split("predictor")))
{
}

GeneratorModel::~GeneratorModel() = default;

void GeneratorModel::train(std::span<const LabelledCell> labels, const std::stop_token& stop)
{
    std::vector<CellIndex> cells;
    std::vector<float> accuracies; // 0…1
    for (const LabelledCell& label : labels) {
        cells.push_back(label.cell);
        accuracies.push_back(static_cast<float>(label.accuracy / 100.0));
    }
    const torch::Tensor codes = toTensor(graphCodes(m_space, cells));
    // The weights both draw the cells of a batch and multiply their losses, as in the authors' code; ranks are among
    // all labels, not those of the batch.
    const std::vector<float> weights = rankWeights(accuracies, m_settings.rankWeight);
    for (int epoch = 0; epoch < m_settings.epochs; ++epoch) {
        const auto order = drawByWeight(weights, cells.size(), m_rng);
        double reconstruction = 0.0;
        double regression = 0.0;
        for (std::size_t first = 0; first < order.size(); first += static_cast<std::size_t>(m_settings.batch)) {
            if (stop.stop_requested())
                throw Cancelled();
            const std::size_t n = std::min(static_cast<std::size_t>(m_settings.batch), order.size() - first);
            std::vector<std::int64_t> rows;
            std::vector<float> truth;
            std::vector<float> weight;
            for (const std::size_t row : std::span(order).subspan(first, n)) {
                rows.push_back(static_cast<std::int64_t>(row));
                truth.push_back(accuracies[row]);
                weight.push_back(weights[row]);
            }
            const auto scores = m_networks->generator(normalLatents(n, m_rng));
            const auto reconstructed = reconstructionLoss(scores, codes.index_select(0, torch::tensor(rows)));
            const auto predicted = m_networks->predictor->forward(flatScores(scores)).squeeze(1);
            const auto error = (predicted - torch::tensor(truth)).pow(2);
            const auto loss = (((1.0 - m_settings.predictionShare) * reconstructed + m_settings.predictionShare * error)
                               * torch::tensor(weight))
                                  .mean();
            m_networks->adam.zero_grad();
            loss.backward();
            m_networks->adam.step();
            reconstruction += reconstructed.sum().item<double>();
            regression += error.sum().item<double>();
        }
        ++m_epoch;
        const auto count = static_cast<double>(order.size());
        m_losses.push_back({"reconstruction", m_epoch, static_cast<float>(reconstruction / count)});
        m_losses.push_back({"regression", m_epoch, static_cast<float>(regression / count)});
    }
}

// Labels and edges are drawn by their scores instead of taking the most probable ones: the generator only knows the
// distribution of the cells, so its variety comes from the drawing.
std::vector<GeneratorModel::Sample> GeneratorModel::sample(std::size_t count, Rng& rng) const
{
    const torch::NoGradGuard guard;
    Matrix z(count, GraphGeneratorImpl::latent);
    std::ranges::generate(z.values, [&] { return static_cast<float>(rng.uniform(-latentRange, latentRange)); });
    const auto scores = m_networks->generator(toTensor(z));
    const auto predictions = m_networks->predictor->forward(flatScores(scores)).contiguous();
    const auto labels = scores.labels.contiguous();
    const auto edges = scores.edges.contiguous();
    const auto vertices = static_cast<std::size_t>(m_space.vertexCount());
    const std::size_t labelCount = m_space.labels().size();
    const std::size_t pairs = vertices * (vertices - 1) / 2;

    std::vector<Sample> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        const float* logits = labels.data_ptr<float>() + i * vertices * labelCount;
        const float* edgeLogit = edges.data_ptr<float>() + i * pairs;
        Graph graph{std::vector<std::uint8_t>(vertices, Graph::output),
                    std::vector<std::uint8_t>(vertices * vertices, 0)};
        for (std::size_t v = 0; v + 1 < vertices; ++v) // the last vertex is an output in any case
            graph.labels[v] = drawLabel({logits + v * labelCount, labelCount}, rng);
        for (std::size_t to = 1; to < vertices; ++to) {
            for (std::size_t from = 0; from < to; ++from, ++edgeLogit)
                graph.adjacency[from * vertices + to] = rng.uniform() < 1.0 / (1.0 + std::exp(-*edgeLogit)) ? 1 : 0;
        }
        samples[i].cell = m_space.find(graph);
        samples[i].predicted = 100.0F * predictions.data_ptr<float>()[i];
        if (samples[i].cell) {
            const CellIndex cell = *samples[i].cell;
            samples[i].code = graphCodes(m_space, std::span(&cell, 1)).values;
        }
    }
    return samples;
}

std::vector<LossPoint> GeneratorModel::takeLosses()
{
    return std::exchange(m_losses, {});
}

} // namespace inverso
