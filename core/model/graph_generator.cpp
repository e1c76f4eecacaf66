// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/graph_generator.h"

#include <cmath>

namespace inverso {

namespace nn = torch::nn;

namespace {

constexpr int width = 32;        // of a vertex' state: half of it along the edges, half against them
constexpr int graphWidth = 32;   // of a graph's
constexpr int rounds = 2;        // of message passing
constexpr float certain = 20.0F; // logit of a known value

nn::Sequential twoLayers(int inputs, int hidden, int outputs)
{
    return nn::Sequential(nn::Linear(inputs, hidden), nn::ReLU(), nn::Linear(hidden, outputs));
}

} // namespace

MessagePassingImpl::MessagePassingImpl(int stateWidth)
{
    for (int i = 0; i < rounds; ++i) {
        messages.push_back(register_module("message" + std::to_string(i), nn::Linear(2 * stateWidth, 2 * stateWidth)));
        updates.push_back(register_module("update" + std::to_string(i), nn::GRUCell(2 * stateWidth, stateWidth)));
    }
}

torch::Tensor MessagePassingImpl::forward(torch::Tensor states, const torch::Tensor& edges)
{
    const std::int64_t n = states.size(0);
    const std::int64_t k = states.size(1);
    const std::int64_t stateWidth = states.size(2);
    const torch::Tensor incoming = edges.transpose(1, 2);
    const torch::Tensor degree = incoming.sum(2, true);
    for (std::size_t i = 0; i < messages.size(); ++i) {
        // Σ_j (W_from·h_j + W_to·h_i + b) over the edges j→i, without a row for each edge.
        const auto halves = messages[i]->weight.split(stateWidth, 1);
        const auto from = torch::matmul(states, halves[0].t());
        const auto to = torch::matmul(states, halves[1].t()) + messages[i]->bias;
        const auto sums = torch::bmm(incoming, from) + degree * to;
        states = updates[i](sums.reshape({n * k, -1}), states.reshape({n * k, -1})).reshape({n, k, -1});
    }
    return states;
}

GraphSumImpl::GraphSumImpl(int stateWidth)
{
    value = register_module("value", nn::Linear(stateWidth, graphWidth));
    gate = register_module("gate", nn::Linear(stateWidth, 1));
}

torch::Tensor GraphSumImpl::forward(const torch::Tensor& states)
{
    if (states.size(1) == 1) // a single state needs no weights
        return value(states.squeeze(1));
    return (value(states) * torch::sigmoid(gate(states))).sum(1);
}

GraphGeneratorImpl::GraphGeneratorImpl(const SearchSpace& space)
    : vertices(space.vertexCount())
    , labelCount(static_cast<int>(space.labels().size()))
{
    along = register_module("along", MessagePassing(width / 2));
    against = register_module("against", MessagePassing(width / 2));
    sumForScores = register_module("sum_for_scores", GraphSum(width));
    sumForVertex = register_module("sum_for_vertex", GraphSum(width));
    labelHead = register_module("label_head", twoLayers(graphWidth + latent, graphWidth, labelCount));
    labelState = register_module("label_state", twoLayers(labelCount, width, width));
    firstState = register_module("first_state", twoLayers(width + latent, width + graphWidth, width));
    newState = register_module("new_state", twoLayers(width + graphWidth + latent, width + graphWidth, width));
    edgeHead = register_module("edge_head", twoLayers(2 * width + graphWidth + latent, width + graphWidth, 1));
}

GraphScores GraphGeneratorImpl::forward(const torch::Tensor& z)
{
    const std::int64_t n = z.size(0);
    torch::Tensor input = torch::zeros({n, labelCount});
    input.select(1, Graph::input) = 1.0F;
    torch::Tensor states = firstState->forward(torch::cat({labelState->forward(input), z}, 1)).unsqueeze(1);
    torch::Tensor adjacency = torch::zeros({n, vertices, vertices});
    std::vector<torch::Tensor> labels{certain * input};
    std::vector<torch::Tensor> edges;
    for (std::int64_t k = 1; k < vertices; ++k) {
        if (k > 1) {
            const auto among = adjacency.slice(1, 0, k).slice(2, 0, k).clone(); // it grows before it is differentiated
            const auto halves = states.split(width / 2, 2);
            states = torch::cat({along(halves[0], among), against(halves[1], among.transpose(1, 2))}, 2);
        }
        const auto graph = sumForScores(states);
        labels.push_back(labelHead->forward(torch::cat({graph, z}, 1)));
        const auto vertex =
            newState->forward(torch::cat({labelState->forward(labels.back()), sumForVertex(states), z}, 1));
        if (k == 1) { // every cell's input has an edge to the next vertex, unless that vertex is padding
            edges.push_back(torch::full({n, 1}, certain));
        } else {
            const auto common = torch::cat({vertex, graph, z}, 1).unsqueeze(1).expand({n, k, -1});
            edges.push_back(edgeHead->forward(torch::cat({states, common}, 2)).squeeze(2));
        }
        {
            const torch::NoGradGuard guard;
            adjacency.slice(1, 0, k).select(2, k).copy_(edges.back() > 0);
        }
        states = torch::cat({states, vertex.unsqueeze(1)}, 1);
    }
    return {torch::stack(labels, 1), torch::cat(edges, 1)};
}

nn::Sequential createPredictor(int inputs, int hiddenLayers)
{
    nn::Sequential net;
    for (int i = 0; i < hiddenLayers; ++i) {
        net->push_back(nn::Linear(inputs, inputs));
        net->push_back(nn::ReLU());
    }
    net->push_back(nn::Linear(inputs, 1));
    return net;
}

} // namespace inverso
