// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/arch2vec.h"

#include "core/base/error.h"
#include "core/base/once_cache.h"
#include "core/base/parallel.h"
#include "core/model/gvae_net.h"
#include "core/model/initialise.h"

#include <algorithm>
#include <vector>

namespace inverso {

namespace {

namespace F = torch::nn::functional;

constexpr std::size_t embeddedTogether = 256;

GinEncoder createEncoder(const SearchSpace& space, const Arch2vecSettings& settings)
{
    GvaeSettings gin;
    gin.hidden = settings.hidden;
    gin.ginLayers = settings.layers;
    gin.ginOutput = settings.hidden;
    gin.aggregations = settings.layers;
    gin.latent = static_cast<int>(Arch2vec::dimension);
    return GinEncoder(gin, static_cast<int>(space.labels().size()));
}

torch::Tensor normal(torch::IntArrayRef sizes, Rng& rng)
{
    auto values = torch::empty(sizes);
    rng.fillNormal({values.data_ptr<float>(), static_cast<std::size_t>(values.numel())});
    return values;
}

/// Cross-entropy of the labels and of the edges, and the divergence from N(0, I).
torch::Tensor loss(const GraphBatch& batch, GinEncoder& encoder, torch::nn::Linear& labelHead, double klWeight,
                   Rng& rng)
{
    const auto [mean, logVariance] = encoder(batch.features, batch.adjacency);
    const auto z = mean + torch::exp(0.5 * logVariance) * normal(mean.sizes(), rng);
    const auto labels = F::cross_entropy(labelHead(z).flatten(0, 1), batch.labels.flatten(),
                                         F::CrossEntropyFuncOptions().ignore_index(-1));
    // Inner products are symmetric, so edges have no direction here, and each pair occurs once.
    const auto vertices = batch.adjacency.size(1);
    const auto pairs = torch::triu_indices(vertices, vertices, 1);
    const auto products = torch::bmm(z, z.transpose(1, 2)).index({torch::indexing::Slice(), pairs[0], pairs[1]});
    const auto edges = F::binary_cross_entropy_with_logits(
        products, batch.adjacency.index({torch::indexing::Slice(), pairs[0], pairs[1]}));
    const auto kl = -0.5 * (1 + logVariance - mean.pow(2) - logVariance.exp()).sum(-1).mean();
    return labels + edges + klWeight * kl;
}

GinEncoder train(const SearchSpace& space, const Arch2vecSettings& settings, const std::stop_token& stop)
{
    Rng rng = Rng(0).split("arch2vec").split(space.name());
    GinEncoder encoder = createEncoder(space, settings);
    torch::nn::Linear labelHead(static_cast<std::int64_t>(Arch2vec::dimension),
                                static_cast<std::int64_t>(space.labels().size()));
    initialise(*encoder, rng.split("encoder"));
    initialise(*labelHead, rng.split("decoder"));
    auto parameters = encoder->parameters();
    for (const auto& parameter : labelHead->parameters())
        parameters.push_back(parameter);
    torch::optim::Adam adam(parameters, torch::optim::AdamOptions(settings.rate));
    const auto cells = rng.sample(space.size(), std::min<std::size_t>(space.size(), settings.cells));
    for (int step = 0; step < settings.steps; ++step) {
        if (stop.stop_requested())
            throw Cancelled();
        std::vector<CellIndex> batch(static_cast<std::size_t>(settings.batch));
        std::ranges::generate(batch, [&] { return cells[rng.below(cells.size())]; });
        const auto value = loss(encodeGraphs(space, batch), encoder, labelHead, settings.klWeight, rng);
        adam.zero_grad();
        value.backward();
        adam.step();
    }
    encoder->eval();
    return encoder;
}

} // namespace

struct Arch2vec::Network
{
    GinEncoder encoder;
};

Arch2vec::Arch2vec(const SearchSpace& space, const Arch2vecSettings& settings, const std::stop_token& stop)
    : m_space(space)
    , m_network(std::make_unique<Network>(train(space, settings, stop)))
{
}

Arch2vec::~Arch2vec() = default;

std::shared_ptr<const Arch2vec> Arch2vec::trained(const SearchSpace& space, const std::stop_token& stop)
{
    static OnceCache<Arch2vec> made;
    return made.get(
        space.name(), [&] { return std::make_shared<const Arch2vec>(space, Arch2vecSettings(), stop); }, stop);
}

Matrix Arch2vec::embed(std::span<const CellIndex> cells, const std::stop_token& stop) const
{
    Matrix embeddings(cells.size(), dimension);
    parallelFor(0, (cells.size() + embeddedTogether - 1) / embeddedTogether, [&](std::size_t part) {
        if (stop.stop_requested())
            throw Cancelled();
        const torch::NoGradGuard guard;
        const std::size_t first = part * embeddedTogether;
        const auto batch =
            encodeGraphs(m_space, cells.subspan(first, std::min(embeddedTogether, cells.size() - first)));
        const auto mean = m_network->encoder(batch.features, batch.adjacency).first.mean(1).contiguous();
        std::copy_n(mean.data_ptr<float>(), mean.numel(), embeddings.row(first).data());
    });
    return embeddings;
}

} // namespace inverso
