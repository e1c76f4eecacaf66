// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gvae_net.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/model/batched_ops.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace inverso {

namespace nn = torch::nn;

GraphBatch encodeGraphs(const SearchSpace& space, std::span<const CellIndex> cells)
{
    const auto count = static_cast<std::int64_t>(cells.size());
    const std::int64_t vertices = space.vertexCount();
    const auto labelCount = static_cast<std::int64_t>(space.labels().size());
    GraphBatch batch;
    batch.features = torch::zeros({count, vertices, labelCount});
    batch.adjacency = torch::zeros({count, vertices, vertices});
    batch.labels = torch::full({count, vertices}, -1, torch::kInt64);
    auto* features = batch.features.data_ptr<float>();
    auto* adjacency = batch.adjacency.data_ptr<float>();
    auto* labels = batch.labels.data_ptr<std::int64_t>();
    for (std::int64_t i = 0; i < count; ++i) {
        const Graph graph = space.graph(cells[static_cast<std::size_t>(i)]);
        for (std::int64_t v = 0; v < vertices; ++v) {
            const std::uint8_t label = graph.labels[static_cast<std::size_t>(v)];
            if (label == Graph::padding)
                continue;
            features[(i * vertices + v) * labelCount + label] = 1.0F;
            labels[i * vertices + v] = label;
        }
        for (std::int64_t e = 0; e < vertices * vertices; ++e)
            adjacency[i * vertices * vertices + e] = graph.adjacency[static_cast<std::size_t>(e)];
    }
    return batch;
}

GraphBatch select(const GraphBatch& all, const torch::Tensor& rows)
{
    return {all.features.index_select(0, rows), all.adjacency.index_select(0, rows), all.labels.index_select(0, rows)};
}

GinEncoderImpl::GinEncoderImpl(const GvaeSettings& settings, int labelCount)
    : aggregations(settings.aggregations)
{
    int inputs = labelCount;
    for (int i = 0; i < settings.ginLayers; ++i) {
        const int outputs = i + 1 == settings.ginLayers ? settings.ginOutput : settings.hidden;
        linears.push_back(register_module("linear" + std::to_string(i), nn::Linear(inputs, outputs)));
        norms.push_back(register_module("norm" + std::to_string(i), nn::BatchNorm1d(outputs)));
        inputs = outputs;
    }
    epsilon = register_parameter("epsilon", torch::full({settings.ginLayers}, settings.selfWeight));
    mean = register_module("mean", nn::Linear(inputs, settings.latent));
    logVariance = register_module("log_variance", nn::Linear(inputs, settings.latent));
}

std::pair<torch::Tensor, torch::Tensor> GinEncoderImpl::forward(const torch::Tensor& features,
                                                                const torch::Tensor& adjacency)
{
    const torch::Tensor undirected = adjacency + adjacency.transpose(1, 2); // A is upper triangular: A ∨ Aᵀ = A + Aᵀ
    const std::int64_t n = features.size(0);
    const std::int64_t vertices = features.size(1);
    torch::Tensor h = features;
    for (std::size_t i = 0; i < linears.size(); ++i) {
        if (static_cast<int>(i) < aggregations)
            h = (1 + epsilon[static_cast<std::int64_t>(i)]) * h + batchedProduct(undirected, h);
        h = linears[i](h.reshape({n * vertices, -1}));
        h = torch::relu(norms[i](h)).reshape({n, vertices, -1});
    }
    return {mean(h), logVariance(h)};
}

TransformerBlockImpl::TransformerBlockImpl(const GvaeSettings& settings)
    : heads(settings.heads)
    , keySize(settings.keySize)
{
    const int width = settings.modelWidth;
    queryKeyValue = register_module("query_key_value", nn::Linear(width, 3 * heads * keySize));
    out = register_module("out", nn::Linear(heads * keySize, width));
    norm1 = register_module("norm1", nn::LayerNorm(nn::LayerNormOptions({width})));
    up = register_module("up", nn::Linear(width, settings.feedForward));
    down = register_module("down", nn::Linear(settings.feedForward, width));
    norm2 = register_module("norm2", nn::LayerNorm(nn::LayerNormOptions({width})));
}

torch::Tensor TransformerBlockImpl::forward(const torch::Tensor& x, std::int64_t vertices)
{
    const auto attended = norm1(x + out(attention(queryKeyValue(x), vertices, heads, keySize)));
    return norm2(attended + down(torch::relu(up(attended))));
}

namespace {

// method.md §2: sines of all frequencies, then cosines, not interleaved.
torch::Tensor sinusoidalPosition(int vertices, int width)
{
    const int half = width / 2;
    torch::Tensor position = torch::zeros({vertices, width});
    auto p = position.accessor<float, 2>();
    for (int v = 0; v < vertices; ++v) {
        for (int j = 0; j < half; ++j) {
            const double angle = v / std::pow(10000.0, static_cast<double>(j) / half);
            p[v][j] = static_cast<float>(std::sin(angle));
            p[v][half + j] = static_cast<float>(std::cos(angle));
        }
    }
    return position;
}

} // namespace

GraphDecoderImpl::GraphDecoderImpl(const GvaeSettings& settings, int vertices, int labelCount)
    : pairEdgeHead(settings.pairEdgeHead)
{
    const int width = settings.modelWidth;
    position = register_buffer("position", sinusoidalPosition(vertices, width));
    embed = register_module("embed", nn::Linear(nn::LinearOptions(settings.latent, width).bias(false)));
    for (int i = 0; i < settings.blocks; ++i)
        blocks.push_back(register_module("block" + std::to_string(i), TransformerBlock(settings)));
    labels = register_module("labels", nn::Linear(width, labelCount));
    if (pairEdgeHead) {
        from = register_module("from", nn::Linear(width, width));
        to = register_module("to", nn::Linear(width, width));
        pairBias = register_parameter("pair_bias", torch::zeros({vertices, vertices}));
    } else {
        edges = register_module("edges", nn::Linear(width, vertices));
        edgeClasses = register_module("edge_classes", nn::Linear(1, 2));
        // Every edge logit is affine in one non-negative number: if both slopes start with the same sign, the head
        // cannot learn. It starts monotone: a large value means an edge.
        torch::NoGradGuard guard;
        edgeClasses->weight.copy_(torch::tensor({-1.0F, 1.0F}).reshape({2, 1}));
        edgeClasses->bias.copy_(torch::tensor({0.5F, -0.5F}));
        edges->bias.fill_(0.5F);
    }
}

torch::Tensor GraphDecoderImpl::states(const torch::Tensor& latents)
{
    const std::int64_t vertices = position.size(0);
    const double scale = std::sqrt(static_cast<double>(position.size(1)));
    // The vertices of all cells in one matrix: a product of that adds the bias too, in one operation.
    torch::Tensor h = embed(latents.flatten(0, 1)) * scale + position.repeat({latents.size(0), 1});
    for (TransformerBlock& block : blocks)
        h = block(h, vertices);
    return h.view({-1, vertices, position.size(1)});
}

torch::Tensor GraphDecoderImpl::edgeLogits(const torch::Tensor& h)
{
    if (!pairEdgeHead)
        return edgeClasses(torch::relu(edges(h)).unsqueeze(-1));
    const auto logit = batchedProduct(from(h), to(h), true) / std::sqrt(static_cast<double>(h.size(2))) + pairBias;
    return torch::stack({torch::zeros_like(logit), logit}, -1);
}

GvaeImpl::GvaeImpl(const GvaeSettings& s, const SearchSpace& space)
    : settings(s)
{
    const int labelCount = static_cast<int>(space.labels().size());
    encoder = register_module("encoder", GinEncoder(s, labelCount));
    decoder = register_module("decoder", GraphDecoder(s, space.vertexCount(), labelCount));
    if (s.descriptorWeight > 0.0)
        descriptorHead =
            register_module("descriptor_head", nn::Linear(space.vertexCount() * s.latent,
                                                          static_cast<std::int64_t>(space.descriptorNames().size())));
}

GvaeLoss GvaeImpl::loss(const GraphBatch& batch, const torch::Tensor& descriptors, torch::Generator& generator,
                        torch::Tensor* mean)
{
    namespace F = torch::nn::functional;
    const auto [mu, logVariance] = encoder(batch.features, batch.adjacency);
    if (mean)
        *mean = mu;
    const auto noise = at::normal(0.0, 1.0, mu.sizes(), generator);
    const auto z = mu + settings.noise * torch::exp(0.5 * logVariance) * noise;
    const auto h = decoder->states(z);
    const auto labelLogits = decoder->labelLogits(h);
    const auto edgeLogits = decoder->edgeLogits(h);

    GvaeLoss loss;
    loss.operations = F::cross_entropy(labelLogits.flatten(0, 1), batch.labels.flatten(),
                                       F::CrossEntropyFuncOptions().ignore_index(-1));
    loss.edges = F::cross_entropy(edgeLogits.flatten(0, 2), batch.adjacency.flatten().to(torch::kInt64));
    loss.kl = -0.5 * (1 + logVariance - mu.pow(2) - logVariance.exp()).sum(-1).mean();
    loss.total =
        settings.operationWeight * loss.operations + settings.edgeWeight * loss.edges + settings.klWeight * loss.kl;
    if (descriptorHead && descriptors.defined()) {
        loss.descriptors = F::mse_loss(descriptorHead(mu.flatten(1)), descriptors);
        loss.total = loss.total + settings.descriptorWeight * loss.descriptors;
    }
    return loss;
}

SafeTensors storeGvae(Gvae& net, const SearchSpace& space)
{
    SafeTensors stored;
    const auto add = [&](const std::string& name, const torch::Tensor& value) {
        const auto flat = value.detach().to(torch::kFloat32).contiguous().flatten();
        stored.tensors[name] = {value.sizes().vec(),
                                std::vector<float>(flat.data_ptr<float>(), flat.data_ptr<float>() + flat.numel())};
    };
    for (const auto& item : net->named_parameters())
        add(item.key(), item.value());
    for (const auto& item : net->named_buffers())
        add(item.key(), item.value());
    stored.metadata["format"] = "inverso-gvae-1";
    stored.metadata["space"] = std::string(space.name());
    stored.metadata["settings"] = net->settings.toJson();
    return stored;
}

Gvae restoreGvae(const SafeTensors& stored)
{
    const auto metadata = [&](const std::string& key) {
        const auto it = stored.metadata.find(key);
        if (it == stored.metadata.end())
            throw Error("The weights file has no '" + key
                        + "' entry: it holds no GVAE of this program. Choose another, or make one with ./dev weights.");
        return it->second;
    };
    if (metadata("format") != "inverso-gvae-1")
        throw Error("The weights are of the form '" + metadata("format")
                    + "', which this version does not know. Make them again with ./dev weights.");
    Gvae net(GvaeSettings::fromJson(metadata("settings")), searchSpace(metadata("space")));
    loadGvae(net, stored);
    return net;
}

void loadGvae(Gvae& net, const SafeTensors& stored)
{
    torch::NoGradGuard guard;
    const auto restore = [&](const std::string& name, torch::Tensor value) {
        const StoredTensor& from = stored.tensor(name, value.sizes().vec());
        value.copy_(torch::from_blob(const_cast<float*>(from.values.data()), value.sizes()));
    };
    for (const auto& item : net->named_parameters())
        restore(item.key(), item.value());
    for (const auto& item : net->named_buffers())
        restore(item.key(), item.value());
    net->eval();
}

namespace {

// A batch size whose activations fit in the cache.
constexpr std::size_t encodeBatch = 256;
constexpr std::size_t decodeBatch = 128;

/// The edges of a decoded graph between vertices up to its first output, without the least probable ones beyond the
/// limit. `odds`: |V| × |V|, how much more probable an edge is than none.
void cutToLimit(Graph& graph, const std::function<float(std::size_t)>& odds, int limit)
{
    const auto vertices = static_cast<std::size_t>(graph.vertexCount());
    const auto output = static_cast<std::size_t>(std::ranges::find(graph.labels, Graph::output) - graph.labels.begin());
    std::vector<std::pair<float, std::size_t>> edges;
    for (std::size_t from = 0; from < vertices; ++from)
        for (std::size_t to = from + 1; to < vertices && to <= output; ++to)
            if (const std::size_t at = from * vertices + to; graph.adjacency[at])
                edges.emplace_back(odds(at), at);
    std::ranges::sort(edges);
    for (std::size_t i = 0; i + static_cast<std::size_t>(limit) < edges.size(); ++i)
        graph.adjacency[edges[i].second] = 0;
}

} // namespace

Matrix encodeCells(Gvae& net, const SearchSpace& space, std::span<const CellIndex> cells)
{
    if (net->is_training())
        net->eval();
    Matrix means(cells.size(), static_cast<std::size_t>(space.vertexCount() * net->settings.latent));
    parallelFor(0, (cells.size() + encodeBatch - 1) / encodeBatch, [&](std::size_t part) {
        const torch::NoGradGuard guard;
        const std::size_t first = part * encodeBatch;
        const GraphBatch batch = encodeGraphs(space, cells.subspan(first, std::min(encodeBatch, cells.size() - first)));
        const auto mean = net->encoder(batch.features, batch.adjacency).first.contiguous();
        std::copy_n(mean.data_ptr<float>(), mean.numel(), means.row(first).data());
    });
    return means;
}

std::vector<std::optional<CellIndex>> decodeLatents(Gvae& net, const SearchSpace& space, const Matrix& latents,
                                                    FixedEdges fixed)
{
    const torch::NoGradGuard guard;
    const auto vertices = static_cast<std::size_t>(space.vertexCount());
    const std::size_t pairs = vertices * vertices;
    const auto limit = net->settings.limitEdges ? space.edgeLimit() : std::nullopt;
    std::vector<std::optional<CellIndex>> cells;
    cells.reserve(latents.rows);
    Graph graph = space.graph(0); // fixed edges, if they are
    for (std::size_t first = 0; first < latents.rows; first += decodeBatch) {
        const std::size_t n = std::min(decodeBatch, latents.rows - first);
        const auto input =
            torch::from_blob(const_cast<float*>(latents.row(first).data()),
                             {static_cast<std::int64_t>(n), static_cast<std::int64_t>(vertices), net->settings.latent});
        const auto states = net->decoder->states(input);
        const auto labels = net->decoder->labelLogits(states).argmax(-1).contiguous();
        torch::Tensor odds;
        if (!space.hasFixedEdges() || fixed == FixedEdges::Decoded) {
            const auto logits = net->decoder->edgeLogits(states);
            odds = (logits.select(-1, 1) - logits.select(-1, 0)).contiguous();
        }
        for (std::size_t i = 0; i < n; ++i) {
            std::copy_n(labels.data_ptr<std::int64_t>() + i * vertices, vertices, graph.labels.begin());
            const float* edges = odds.defined() ? odds.data_ptr<float>() + i * pairs : nullptr;
            for (std::size_t e = 0; edges && e < pairs; ++e)
                graph.adjacency[e] = edges[e] > 0.0F ? 1 : 0;
            auto cell = space.find(graph);
            if (!cell && limit && edges) {
                cutToLimit(
                    graph, [&](std::size_t at) { return edges[at]; }, *limit);
                cell = space.find(graph);
            }
            cells.push_back(cell);
        }
    }
    return cells;
}

} // namespace inverso
