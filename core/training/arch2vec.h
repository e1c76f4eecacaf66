// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/cell/search_space.h"

#include <memory>
#include <span>
#include <stop_token>

namespace inverso {

/// The settings of the encoder of arch2vec.
struct Arch2vecSettings
{
    int hidden = 128;   ///< width of the GIN layers
    int layers = 4;     ///< GIN layers; linear heads of 16 for μ and log σ² follow
    int steps = 1500;   ///< batches
    int batch = 64;     ///< cells
    double rate = 1e-3; ///< of Adam
    double klWeight = 5e-3;
    std::size_t cells = 16384; ///< maximum number of training cells
};

/// The embeddings of arch2vec (Yan et al. 2020; baselines.md): a variational autoencoder on graphs is trained without
/// labels – GIN layers as encoder, as decoder a linear layer from each vertex to its label and inner products of the
/// vertices to the edges – and the embedding of a cell is the mean of μ over its vertices.
///
/// It is a separate network, not the shipped GVAE, whose latent space is shaped by what cells compute, which arch2vec
/// does not know. It is the same for all seeds of a search. Any thread may embed.
class Arch2vec
{
public:
    static constexpr std::size_t dimension = 16;

    /// Trains. Throws Cancelled.
    Arch2vec(const SearchSpace& space, const Arch2vecSettings& settings, const std::stop_token& stop);
    ~Arch2vec();
    /// The encoder with the standard settings, trained once per space and process, which takes seconds.
    static std::shared_ptr<const Arch2vec> trained(const SearchSpace& space, const std::stop_token& stop);

    /// n × dimension: the embeddings of cells. Throws Cancelled.
    [[nodiscard]] Matrix embed(std::span<const CellIndex> cells, const std::stop_token& stop) const;

private:
    struct Network;
    const SearchSpace& m_space;
    std::unique_ptr<Network> m_network;
};

} // namespace inverso
