// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/gvae_tuner.h"

#include "core/base/setting.h"
#include "core/model/flat_parameters.h"
#include "core/model/gvae_net.h"
#include "core/optim/adam.h"
#include "core/optim/state_archive.h"

#include <memory>
#include <numeric>
#include <string>

namespace inverso {

struct GvaeTuner::Parts
{
    Parts(const LatentSpace& latents, std::uint64_t noiseSeed)
        : space(latents.space())
        , seed(noiseSeed)
        , generator(at::detail::createCPUGenerator(noiseSeed))
    {
        if (!latents.weights())
            throw SettingError(SettingError::Kind::Value, "fine_tune", "end-to-end",
                               "partial, since these weights hold no graph VAE");
        net = restoreGvae(*latents.weights());
        parameters.emplace(*net);
        adam.emplace(parameters->values().size());
        kept = storeGvae(net, space);
    }

    const SearchSpace& space;
    std::uint64_t seed;
    torch::Generator generator;
    Gvae net{nullptr};
    std::optional<FlatParameters> parameters;
    std::optional<Adam> adam;
    SafeTensors kept;
    std::optional<Matrix> means; ///< of every cell; none: the weights have changed
};

namespace {

Matrix toMatrix(const torch::Tensor& tensor)
{
    const auto flat = tensor.detach().flatten(1).contiguous();
    Matrix matrix(static_cast<std::size_t>(flat.size(0)), static_cast<std::size_t>(flat.size(1)));
    std::copy_n(flat.data_ptr<float>(), flat.numel(), matrix.data());
    return matrix;
}

std::vector<CellIndex> everyCell(const SearchSpace& space)
{
    std::vector<CellIndex> cells(space.size());
    std::iota(cells.begin(), cells.end(), 0U);
    return cells;
}

torch::Tensor toTensor(const Matrix& matrix)
{
    return torch::from_blob(const_cast<float*>(matrix.data()),
                            {static_cast<std::int64_t>(matrix.rows), static_cast<std::int64_t>(matrix.columns)});
}

} // namespace

GvaeTuner::GvaeTuner(const LatentSpace& latents, std::uint64_t seed)
    : m_parts(std::make_unique<Parts>(latents, seed))
{
}

GvaeTuner::~GvaeTuner() = default;

Matrix GvaeTuner::encode(std::span<const CellIndex> cells) const
{
    return encodeCells(m_parts->net, m_parts->space, cells);
}

const Matrix& GvaeTuner::encodeAll() const
{
    if (!m_parts->means)
        m_parts->means = encode(everyCell(m_parts->space));
    return *m_parts->means;
}

std::vector<std::optional<CellIndex>> GvaeTuner::decode(const Matrix& latents) const
{
    return decodeLatents(m_parts->net, m_parts->space, latents);
}

double GvaeTuner::step(std::span<const CellIndex> cells, double rate,
                       const std::function<Matrix(const Matrix&)>& forward)
{
    m_parts->means.reset();
    m_parts->net->train();
    m_parts->parameters->clearGradient();
    torch::Tensor mean;
    const auto loss = m_parts->net->loss(encodeGraphs(m_parts->space, cells), {}, m_parts->generator, &mean);
    const Matrix gradient = forward(toMatrix(mean));
    torch::autograd::backward({loss.total, mean.flatten(1)}, {torch::ones({}), toTensor(gradient)});
    m_parts->adam->step(m_parts->parameters->values(), m_parts->parameters->gradient(), rate);
    return loss.total.item<double>();
}

double GvaeTuner::loss(std::span<const CellIndex> cells) const
{
    const torch::NoGradGuard guard;
    m_parts->net->eval();
    auto generator = at::detail::createCPUGenerator(m_parts->seed);
    return m_parts->net->loss(encodeGraphs(m_parts->space, cells), {}, generator).total.item<double>();
}

void GvaeTuner::keep()
{
    m_parts->kept = storeGvae(m_parts->net, m_parts->space);
}

void GvaeTuner::restore()
{
    m_parts->means.reset();
    loadGvae(m_parts->net, m_parts->kept);
}

namespace {

void exchangeTensor(StateArchive& archive, const std::string& name, torch::Tensor tensor)
{
    const torch::NoGradGuard guard;
    const auto flat = tensor.detach().to(torch::kFloat32).contiguous().flatten().clone();
    archive.numbers(name, {flat.data_ptr<float>(), static_cast<std::size_t>(flat.numel())});
    if (archive.reads())
        tensor.copy_(flat.view_as(tensor));
}

} // namespace

void GvaeTuner::exchange(StateArchive& archive, const std::string& name)
{
    for (auto& item : m_parts->net->named_buffers())
        exchangeTensor(archive, name + '.' + item.key(), item.value());
    archive.numbers(name + ".parameters", m_parts->parameters->values());
    m_parts->adam->exchange(archive, name + ".adam");
    torch::Tensor generator = m_parts->generator.get_state(); // bytes
    exchangeTensor(archive, name + ".noise", generator);
    if (archive.reads()) {
        m_parts->means.reset();
        m_parts->generator.set_state(generator);
        keep();
    }
}

} // namespace inverso
