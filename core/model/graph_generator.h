// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/model and core/training, as it includes LibTorch.
#include "core/cell/search_space.h"

#include <torch/torch.h>

#include <vector>

namespace inverso {

/// Two rounds of message passing along the edges, or against them: each message is linear in the states of both ends,
/// and a gated recurrent unit reads their sum.
struct MessagePassingImpl : torch::nn::Module
{
    explicit MessagePassingImpl(int width);
    /// States (n × k × width) and edges (n × k × k, 1 where a message goes from i to j).
    torch::Tensor forward(torch::Tensor states, const torch::Tensor& edges);

    std::vector<torch::nn::Linear> messages;
    std::vector<torch::nn::GRUCell> updates;
};
TORCH_MODULE(MessagePassing);

/// Sums the states of the vertices into one of the graph, each through a gate.
struct GraphSumImpl : torch::nn::Module
{
    explicit GraphSumImpl(int width);
    torch::Tensor forward(const torch::Tensor& states);

    torch::nn::Linear value{nullptr};
    torch::nn::Linear gate{nullptr};
};
TORCH_MODULE(GraphSum);

/// The output of a generator for a batch of latents: scores, not graphs.
struct GraphScores
{
    torch::Tensor labels; ///< n × |V| × labels: logits; vertex 0 is the input
    torch::Tensor edges;  ///< n × |V|·(|V| − 1)/2: logits, those into vertex 1, into vertex 2, …
};

/// The graph decoder of SVGe (Lukasik et al. 2021) as AG-Net uses it (Lukasik et al. 2022): it adds one vertex after
/// the other. From a latent and the state of the graph so far it scores the labels of the new vertex, sets up its
/// state, and scores an edge from each vertex that is there; likely edges carry the messages of the next step.
struct GraphGeneratorImpl : torch::nn::Module
{
    static constexpr int latent = 32;

    explicit GraphGeneratorImpl(const SearchSpace& space);
    /// n × latent → scores.
    GraphScores forward(const torch::Tensor& latents);

    int vertices;
    int labelCount;
    MessagePassing along{nullptr};
    MessagePassing against{nullptr};
    GraphSum sumForScores{nullptr}; ///< the state from which scores are computed
    GraphSum sumForVertex{nullptr}; ///< the state that a new vertex starts from
    torch::nn::Sequential labelHead{nullptr};
    torch::nn::Sequential labelState{nullptr}; ///< state of a label
    torch::nn::Sequential firstState{nullptr}; ///< state of the input vertex
    torch::nn::Sequential newState{nullptr};   ///< state of any other
    torch::nn::Sequential edgeHead{nullptr};
};
TORCH_MODULE(GraphGenerator);

/// Hidden layers as wide as the input and an output, ReLU between.
torch::nn::Sequential createPredictor(int inputs, int hiddenLayers);

} // namespace inverso
