// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/gvae_tuner.h"

#include "core/base/error.h"
#include "core/model/gvae_net.h"
#include "core/training/state_archive.h"

#include <memory>
#include <string>
#include <type_traits>

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

namespace {

void exchangeTensor(StateArchive& archive, const std::string& name, torch::Tensor tensor)
{
    const torch::NoGradGuard guard;
    const auto flat = tensor.detach().to(torch::kFloat32).contiguous().flatten().clone();
    archive.numbers(name, {flat.data_ptr<float>(), static_cast<std::size_t>(flat.numel())});
    if (archive.reads())
        tensor.copy_(flat.view_as(tensor));
}

template <typename States> auto& stateOf(States& states, at::TensorImpl* parameter)
{
    if constexpr (std::is_same_v<typename States::key_type, std::string>) // LibTorch 1; later ones take the pointer
        return states[c10::guts::to_string(parameter)];
    else
        return states[parameter];
}

/// The moments of a parameter, made if it has not been stepped yet.
torch::optim::AdamParamState& momentsOf(torch::optim::Adam& adam, const torch::Tensor& parameter)
{
    auto& state = stateOf(adam.state(), parameter.unsafeGetTensorImpl());
    if (!state) {
        auto fresh = std::make_unique<torch::optim::AdamParamState>();
        fresh->step(0);
        fresh->exp_avg(torch::zeros_like(parameter, torch::MemoryFormat::Preserve));
        fresh->exp_avg_sq(torch::zeros_like(parameter, torch::MemoryFormat::Preserve));
        state = std::move(fresh);
    }
    return static_cast<torch::optim::AdamParamState&>(*state);
}

} // namespace

void GvaeTuner::exchange(StateArchive& archive, const std::string& name)
{
    for (auto& item : m_parts->net->named_buffers())
        exchangeTensor(archive, name + '.' + item.key(), item.value());
    for (auto& item : m_parts->net->named_parameters()) {
        const std::string part = name + '.' + item.key();
        exchangeTensor(archive, part, item.value());
        auto& moments = momentsOf(*m_parts->adam, item.value());
        auto steps = static_cast<int>(moments.step());
        archive.number(part + ".adam.step", steps);
        moments.step(steps);
        exchangeTensor(archive, part + ".adam.first", moments.exp_avg());
        exchangeTensor(archive, part + ".adam.second", moments.exp_avg_sq());
    }
    torch::Tensor generator = m_parts->generator.get_state(); // bytes
    exchangeTensor(archive, name + ".noise", generator);
    if (archive.reads()) {
        m_parts->generator.set_state(generator);
        keep();
    }
}

} // namespace inverso
