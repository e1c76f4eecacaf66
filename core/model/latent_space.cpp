// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/latent_space.h"

#include "core/base/error.h"
#include "core/model/gvae_net.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace inverso {

namespace {

constexpr std::size_t encodeBatch = 1024;
// A decode of this many keeps its activations in the cache.
constexpr std::size_t decodeBatch = 128;

class GvaeLatentSpace : public LatentSpace
{
public:
    GvaeLatentSpace(Gvae net, std::string source, const SearchSpace& space)
        : m_net(std::move(net))
        , m_source(std::move(source))
        , m_space(space)
    {
        encodeSpace();
    }

    [[nodiscard]] const SearchSpace& space() const override { return m_space; }
    [[nodiscard]] const Matrix& means() const override { return m_means; }
    [[nodiscard]] const std::string& source() const override { return m_source; }
    [[nodiscard]] std::vector<std::optional<CellIndex>> decode(const Matrix& latents) const override;
    [[nodiscard]] Matrix principalMap() const override;

private:
    void encodeSpace();

    mutable Gvae m_net; // forward() of torch modules is not const; in evaluation mode it changes nothing
    std::string m_source;
    const SearchSpace& m_space;
    Matrix m_means;
};

void GvaeLatentSpace::encodeSpace()
{
    const torch::NoGradGuard guard;
    m_net->eval();
    const std::size_t count = m_space.size();
    m_means = Matrix(count, static_cast<std::size_t>(m_space.vertexCount() * m_net->settings.latent));
    std::vector<CellIndex> cells(count);
    std::iota(cells.begin(), cells.end(), 0U);
    for (std::size_t first = 0; first < count; first += encodeBatch) {
        const std::size_t n = std::min(encodeBatch, count - first);
        const GraphBatch batch = encodeGraphs(m_space, std::span(cells).subspan(first, n));
        const auto mean = m_net->encoder(batch.features, batch.adjacency).first.contiguous();
        std::copy_n(mean.data_ptr<float>(), mean.numel(), m_means.row(first).data());
    }
}

std::vector<std::optional<CellIndex>> GvaeLatentSpace::decode(const Matrix& latents) const
{
    const torch::NoGradGuard guard;
    const std::int64_t vertices = m_space.vertexCount();
    std::vector<std::optional<CellIndex>> cells;
    cells.reserve(latents.rows);
    Graph graph = m_space.graph(0); // fixed edges, if they are
    for (std::size_t first = 0; first < latents.rows; first += decodeBatch) {
        const auto n = static_cast<std::int64_t>(std::min(decodeBatch, latents.rows - first));
        const auto input = torch::from_blob(const_cast<float*>(latents.row(first).data()),
                                            {n, vertices, m_net->settings.latent});
        const auto states = m_net->decoder->states(input);
        const auto labels = m_net->decoder->labelLogits(states).argmax(-1).contiguous();
        torch::Tensor edges;
        if (!m_space.hasFixedEdges())
            edges = m_net->decoder->edgeLogits(states).argmax(-1).contiguous();
        for (std::int64_t i = 0; i < n; ++i) {
            for (std::int64_t v = 0; v < vertices; ++v)
                graph.labels[static_cast<std::size_t>(v)] =
                    static_cast<std::uint8_t>(labels.data_ptr<std::int64_t>()[i * vertices + v]);
            for (std::int64_t e = 0; edges.defined() && e < vertices * vertices; ++e)
                graph.adjacency[static_cast<std::size_t>(e)] =
                    static_cast<std::uint8_t>(edges.data_ptr<std::int64_t>()[i * vertices * vertices + e]);
            cells.push_back(m_space.find(graph));
        }
    }
    return cells;
}

Matrix GvaeLatentSpace::principalMap() const
{
    const torch::NoGradGuard guard;
    const auto rows = static_cast<std::int64_t>(m_means.rows);
    const auto columns = static_cast<std::int64_t>(m_means.columns);
    auto x = torch::from_blob(const_cast<float*>(m_means.data()), {rows, columns});
    x = x - x.mean(0, true);
    const auto [values, vectors] = torch::linalg_eigh(torch::mm(x.t(), x) / static_cast<double>(rows));
    const auto leading = vectors.slice(1, columns - 2).flip(1);
    // An eigenvector's sign is arbitrary: fix it, so that the map looks the same on every machine.
    const auto largest = leading.gather(0, leading.abs().argmax(0, true));
    const auto map = torch::mm(x, leading * largest.sign()).contiguous();
    Matrix result(m_means.rows, 2);
    std::copy_n(map.data_ptr<float>(), map.numel(), result.data());
    return result;
}

} // namespace

std::shared_ptr<const LatentSpace> LatentSpace::load(const std::filesystem::path& weights)
{
    const SafeTensors stored = SafeTensors::read(weights);
    Gvae net = restoreGvae(stored);
    return std::make_shared<GvaeLatentSpace>(std::move(net), weights.string(),
                                             searchSpace(stored.metadata.at("space")));
}

} // namespace inverso
