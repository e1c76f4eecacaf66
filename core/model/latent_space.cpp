// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/latent_space.h"

#include "core/model/gvae_net.h"

#include <algorithm>
#include <mutex>
#include <numeric>

namespace inverso {

namespace {

constexpr CellIndex encodedWhole = 16384; // cells; a larger space is encoded in parts on demand

class GvaeLatentSpace : public LatentSpace
{
public:
    GvaeLatentSpace(SafeTensors stored, std::string source)
        : m_stored(std::move(stored))
        , m_net(restoreGvae(m_stored))
        , m_source(std::move(source))
        , m_space(searchSpace(m_stored.metadata.at("space")))
    {
    }

    [[nodiscard]] const SearchSpace& space() const override { return m_space; }
    [[nodiscard]] std::size_t dimension() const override
    {
        return static_cast<std::size_t>(m_space.vertexCount() * m_net->settings.latent);
    }
    [[nodiscard]] const Matrix& means() const override
    {
        std::call_once(m_encoded, [this] {
            std::vector<CellIndex> cells(m_space.size());
            std::iota(cells.begin(), cells.end(), 0U);
            m_means = encodeCells(m_net, m_space, cells);
        });
        return m_means;
    }
    // In a large space they are always encoded again: otherwise the last bits of a code would depend on whether the
    // whole space was encoded before.
    [[nodiscard]] Matrix means(std::span<const CellIndex> cells) const override
    {
        return m_space.size() > encodedWhole ? encodeCells(m_net, m_space, cells) : LatentSpace::means(cells);
    }
    [[nodiscard]] const std::string& source() const override { return m_source; }
    [[nodiscard]] const SafeTensors* weights() const override { return &m_stored; }
    [[nodiscard]] std::vector<std::optional<CellIndex>> decode(const Matrix& latents) const override
    {
        return decodeLatents(m_net, m_space, latents);
    }
    [[nodiscard]] Matrix principalMap() const override;

private:
    SafeTensors m_stored;
    mutable Gvae m_net; // forward() of torch modules is not const; in evaluation mode it changes nothing
    std::string m_source;
    const SearchSpace& m_space;
    mutable std::once_flag m_encoded;
    mutable Matrix m_means;
};

Matrix GvaeLatentSpace::principalMap() const
{
    const torch::NoGradGuard guard;
    const auto rows = static_cast<std::int64_t>(means().rows);
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
    return std::make_shared<GvaeLatentSpace>(SafeTensors::read(weights), weights.string());
}

} // namespace inverso
