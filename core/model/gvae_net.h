// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/model and core/training: like graph_generator.h it includes LibTorch.
#include "core/base/matrix.h"
#include "core/cell/search_space.h"
#include "core/model/gvae_settings.h"
#include "core/model/safetensors.h"

#include <torch/torch.h>

#include <optional>
#include <span>
#include <vector>

namespace inverso {

/// A batch of cells: the encoder's input and the decoder's target.
struct GraphBatch
{
    torch::Tensor features;  ///< n × |V| × labels: one-hot X; zero rows for padding
    torch::Tensor adjacency; ///< n × |V| × |V|: directed A, 0/1 float
    torch::Tensor labels;    ///< n × |V| int64 class per vertex; −1 for padding
};

/// The graphs of cells, as tensors.
GraphBatch encodeGraphs(const SearchSpace& space, std::span<const CellIndex> cells);
/// Rows of a batch.
GraphBatch select(const GraphBatch& all, const torch::Tensor& rows);

/// GIN encoder, Eq. 4, 5: cells → μ, log σ² (n × |V| × latent each).
struct GinEncoderImpl : torch::nn::Module
{
    GinEncoderImpl(const GvaeSettings& settings, int labelCount);
    std::pair<torch::Tensor, torch::Tensor> forward(const torch::Tensor& features, const torch::Tensor& adjacency);

    int aggregations;
    std::vector<torch::nn::Linear> linears;
    std::vector<torch::nn::BatchNorm1d> norms;
    torch::Tensor epsilon; ///< one per layer
    torch::nn::Linear mean{nullptr};
    torch::nn::Linear logVariance{nullptr};
};
TORCH_MODULE(GinEncoder);

/// One post-norm transformer block: attention and feed-forward, each added and normalised.
struct TransformerBlockImpl : torch::nn::Module
{
    explicit TransformerBlockImpl(const GvaeSettings& settings);
    /// (n·|V|) × d_model → the same: each cell's vertices attend to each other.
    torch::Tensor forward(const torch::Tensor& x, std::int64_t vertices);

    int heads;
    int keySize;
    torch::nn::Linear queryKeyValue{nullptr};
    torch::nn::Linear out{nullptr};
    torch::nn::LayerNorm norm1{nullptr};
    torch::nn::Linear up{nullptr};
    torch::nn::Linear down{nullptr};
    torch::nn::LayerNorm norm2{nullptr};
};
TORCH_MODULE(TransformerBlock);

/// Transformer decoder, Eq. 6–8: latents (n × |V| × latent) → label logits (n × |V| × labels) and edge
/// logits (n × |V| × |V| × 2: no edge, edge).
struct GraphDecoderImpl : torch::nn::Module
{
    GraphDecoderImpl(const GvaeSettings& settings, int vertices, int labelCount);
    torch::Tensor states(const torch::Tensor& latents);
    torch::Tensor labelLogits(const torch::Tensor& states) { return labels(states); }
    torch::Tensor edgeLogits(const torch::Tensor& states);

    bool pairEdgeHead;
    torch::Tensor position; ///< |V| × d_model
    torch::nn::Linear embed{nullptr};
    std::vector<TransformerBlock> blocks;
    torch::nn::Linear labels{nullptr};
    torch::nn::Linear edges{nullptr};       ///< printed head: d_model → |V|
    torch::nn::Linear edgeClasses{nullptr}; ///< printed head: 1 → 2
    torch::nn::Linear from{nullptr};        ///< pair head: state of i
    torch::nn::Linear to{nullptr};          ///< pair head: state of j
    torch::Tensor pairBias;                 ///< pair head: |V| × |V|
};
TORCH_MODULE(GraphDecoder);

/// Loss terms of one batch, Eq. 9, unweighted, and their weighted sum.
struct GvaeLoss
{
    torch::Tensor total;
    torch::Tensor operations;
    torch::Tensor edges;
    torch::Tensor kl;
    torch::Tensor descriptors; ///< undefined without a descriptor head
};

struct GvaeImpl : torch::nn::Module
{
    GvaeImpl(const GvaeSettings& settings, const SearchSpace& space);

    /// `descriptors` (n × count, standardised) may be undefined. With `mean` given, gets μ with its graph.
    GvaeLoss loss(const GraphBatch& batch, const torch::Tensor& descriptors, torch::Generator& generator,
                  torch::Tensor* mean = nullptr);

    GvaeSettings settings;
    GinEncoder encoder{nullptr};
    GraphDecoder decoder{nullptr};
    torch::nn::Linear descriptorHead{nullptr};
};
TORCH_MODULE(Gvae);

/// All parameters and buffers, under their module paths.
SafeTensors storeGvae(Gvae& net, const SearchSpace& space);
/// Throws Error on missing tensors, other shapes, another space.
Gvae restoreGvae(const SafeTensors& stored);
/// Copies stored values into a network of the same sizes and sets it to evaluation.
void loadGvae(Gvae& net, const SafeTensors& stored);

/// μ of cells in evaluation mode, n × (|V|·latent).
Matrix encodeCells(Gvae& net, const SearchSpace& space, std::span<const CellIndex> cells);
/// How to treat the edges of a space in which all cells have the same ones.
enum class FixedEdges : std::uint8_t {
    Given,  ///< use the given edges and decode only the labels
    Decoded ///< a decode with other edges is not a cell
};
/// Cells of latents; none where the decode is not a cell.
std::vector<std::optional<CellIndex>> decodeLatents(Gvae& net, const SearchSpace& space, const Matrix& latents,
                                                    FixedEdges fixed = FixedEdges::Given);

} // namespace inverso
