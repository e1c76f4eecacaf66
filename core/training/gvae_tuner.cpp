// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/gvae_tuner.h"

#include "core/base/error.h"
#include "core/model/gvae_net.h"

namespace inverso {

struct GvaeTuner::Parts
{
    Parts(const LatentSpace& latents, std::uint64_t noiseSeed)
        : space(latents.space())
        , seed(noiseSeed)
        , generator(at::detail::createCPUGenerator(noiseSeed))
    {
        if (!latents.weights())
            throw UsageError("End-to-end fine-tuning needs the weights of a graph VAE; use --fine-tune partial.");
        net = restoreGvae(*latents.weights());
        adam = std::make_unique<torch::optim::Adam>(net->parameters(), torch::optim::AdamOptions(1e-3).eps(1e-7));
        kept = storeGvae(net, space);
    }

    const SearchSpace& space;
    std::uint64_t seed;
    torch::Generator generator;
    Gvae net{nullptr};
    std::unique_ptr<torch::optim::Adam> adam;
    SafeTensors kept;
};

namespace {

Matrix toMatrix(const torch::Tensor& tensor)
{
    const auto flat = tensor.detach().flatten(1).contiguous();
    Matrix matrix(static_cast<std::size_t>(flat.size(0)), static_cast<std::size_t>(flat.size(1)));
    std::copy_n(flat.data_ptr<float>(), flat.numel(), matrix.data());
    return matrix;
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

std::vector<std::optional<CellIndex>> GvaeTuner::decode(const Matrix& latents) const
{
    return decodeLatents(m_parts->net, m_parts->space, latents);
}

double GvaeTuner::step(std::span<const CellIndex> cells, double rate,
                       const std::function<Matrix(const Matrix&)>& forward)
{
    for (auto& group : m_parts->adam->param_groups())
        static_cast<torch::optim::AdamOptions&>(group.options()).lr(rate);
    m_parts->net->train();
    m_parts->adam->zero_grad();
    torch::Tensor mean;
    const auto loss = m_parts->net->loss(encodeGraphs(m_parts->space, cells), {}, m_parts->generator, &mean);
    const Matrix gradient = forward(toMatrix(mean));
    torch::autograd::backward({loss.total, mean.flatten(1)}, {torch::ones({}), toTensor(gradient)});
    m_parts->adam->step();
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
    loadGvae(m_parts->net, m_parts->kept);
}

} // namespace inverso
