// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/gaussian_policy.h"

#include "core/model/initialise.h"

#include <numbers>
#include <stdexcept>

namespace inverso {

namespace nn = torch::nn;

namespace {

struct PolicyNetImpl : nn::Module
{
    PolicyNetImpl(std::int64_t dimension, std::int64_t hidden)
        : cell(register_module("cell", nn::LSTMCell(dimension, hidden)))
        , head(register_module("head", nn::Linear(hidden, dimension)))
    {
    }

    nn::LSTMCell cell;
    nn::Linear head;
};
TORCH_MODULE(PolicyNet);

} // namespace

struct GaussianPolicy::Networks
{
    Networks(const Settings& s, std::size_t dimension, Rng stream)
        : settings(s)
        , rng(stream.split("actions"))
        , net(static_cast<std::int64_t>(dimension), s.hidden)
        , adam(net->parameters(), torch::optim::AdamOptions(s.rate))
    {
        initialise(*net, stream.split("weights"));
    }

    /// Of all axes together.
    [[nodiscard]] torch::Tensor logDensity(const torch::Tensor& mean, const torch::Tensor& point) const
    {
        const double variance = settings.deviation * settings.deviation;
        return (-(point - mean).pow(2) / (2.0 * variance)).sum()
               - 0.5 * std::log(2.0 * std::numbers::pi * variance) * static_cast<double>(point.numel());
    }

    Settings settings;
    Rng rng;
    PolicyNet net;
    torch::optim::Adam adam;
    std::tuple<torch::Tensor, torch::Tensor> memory; ///< of the LSTM; undefined at the beginning of a walk
    std::vector<torch::Tensor> logDensities;         ///< of the points drawn since
};

GaussianPolicy::GaussianPolicy(const Settings& settings, std::size_t dimension, Rng rng)
    : m_networks(std::make_unique<Networks>(settings, dimension, rng))
{
}

GaussianPolicy::~GaussianPolicy() = default;

void GaussianPolicy::begin()
{
    m_networks->memory = {};
    m_networks->logDensities.clear();
}

std::vector<float> GaussianPolicy::act(std::span<const float> state)
{
    Networks& my = *m_networks;
    const auto input =
        torch::from_blob(const_cast<float*>(state.data()), {1, static_cast<std::int64_t>(state.size())}).clone();
    my.memory = std::get<0>(my.memory).defined() ? my.net->cell(input, my.memory) : my.net->cell(input);
    const auto mean = my.net->head(std::get<0>(my.memory)).squeeze(0);
    std::vector<float> point(state.size());
    my.rng.fillNormal(point);
    const auto drawn = mean.detach() + my.settings.deviation * torch::tensor(point);
    my.logDensities.push_back(my.logDensity(mean, drawn));
    const auto values = drawn.contiguous();
    std::copy_n(values.data_ptr<float>(), point.size(), point.begin());
    return point;
}

double GaussianPolicy::learn(std::span<const double> advantages)
{
    Networks& my = *m_networks;
    if (advantages.empty() || advantages.size() > my.logDensities.size())
        throw std::logic_error("as many advantages as points were drawn, or fewer");
    auto loss = torch::zeros({});
    for (std::size_t i = 0; i < advantages.size(); ++i)
        loss = loss - advantages[i] * my.logDensities[i];
    loss = loss / static_cast<double>(advantages.size());
    my.adam.zero_grad();
    loss.backward();
    my.adam.step();
    begin();
    return loss.item<double>();
}

} // namespace inverso
