// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/mlp_ensemble.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/statistics.h"
#include "core/optim/adam.h"
#include "core/optim/mini_batches.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inverso {

MlpEnsemble::MlpEnsemble(const Settings& settings, Rng rng, int threads)
    : m_settings(settings)
    , m_rng(rng)
    , m_threads(threads)
{
}

void MlpEnsemble::fit(const Matrix& features, const std::vector<double>& accuracies, const std::stop_token& stop)
{
    m_mean = mean(accuracies);
    m_deviation = standardDeviation(accuracies);
    if (m_deviation <= 0.0)
        m_deviation = 1.0;
    std::vector<float> targets;
    for (const double accuracy : accuracies)
        targets.push_back(static_cast<float>((accuracy - m_mean) / m_deviation));

    const auto count = static_cast<std::size_t>(m_settings.members);
    const Rng rng = m_rng.split(static_cast<std::uint64_t>(m_fits++));
    const Mlp::Settings network{features.columns, static_cast<std::size_t>(m_settings.hiddenLayers),
                                static_cast<std::size_t>(m_settings.hiddenWidth)};
    std::vector<Mlp> members;
    for (std::size_t i = 0; i < count; ++i)
        members.emplace_back(network, rng.split("weights").split(i));
    std::vector<std::vector<float>> losses(count);
    parallelFor(m_threads, count, [&](std::size_t i) {
        losses[i] = train(members[i], features, targets, rng.split("batches").split(i), stop);
    });
    if (stop.stop_requested())
        throw Cancelled();
    m_members = std::move(members);
    for (std::size_t epoch = 0; epoch < losses.front().size(); ++epoch) {
        float sum = 0.0F;
        for (const auto& member : losses)
            sum += member[epoch];
        m_losses.push_back({"regression", ++m_epoch, sum / static_cast<float>(count)});
    }
}

std::vector<float> MlpEnsemble::train(Mlp& member, const Matrix& features, const std::vector<float>& targets, Rng rng,
                                      const std::stop_token& stop) const
{
    Adam adam(member.parameters().size(), 0.0, m_settings.beta1, m_settings.beta2);
    Mlp::Tape tape;
    MiniBatches batches(features, m_settings.batch);
    std::vector<float> losses;
    for (int epoch = 0; epoch < m_settings.epochs && !stop.stop_requested(); ++epoch) {
        double loss = 0.0;
        batches.epoch(rng, [&](const Matrix& x, std::span<const std::size_t> rows) {
            const std::vector<float> outputs = member.forward(x, &tape);
            std::vector<float> gradient(x.rows);
            for (std::size_t i = 0; i < x.rows; ++i) {
                const float error = outputs[i] - targets[rows[i]];
                loss += std::abs(error);
                gradient[i] = static_cast<float>((error > 0.0F) - (error < 0.0F)) / static_cast<float>(x.rows);
            }
            member.clearGradient();
            member.addGradient(tape, gradient);
            adam.step(member.parameters(), member.gradient(), m_settings.rate);
        });
        losses.push_back(static_cast<float>(loss / static_cast<double>(features.rows)));
    }
    return losses;
}

MlpEnsemble::Scores MlpEnsemble::predict(const Matrix& features) const
{
    std::vector<std::vector<float>> outputs(m_members.size());
    parallelFor(m_threads, m_members.size(), [&](std::size_t i) { outputs[i] = m_members[i].forward(features); });
    Scores scores;
    const auto count = static_cast<double>(m_members.size());
    for (std::size_t row = 0; row < features.rows; ++row) {
        double sum = 0.0;
        double squares = 0.0;
        for (const auto& member : outputs) {
            sum += member[row];
            squares += static_cast<double>(member[row]) * member[row];
        }
        const double average = sum / count;
        const double variance = std::max(0.0, squares / count - average * average);
        scores.mean.push_back(static_cast<float>(m_mean + m_deviation * average));
        scores.deviation.push_back(static_cast<float>(m_deviation * std::sqrt(variance)));
    }
    return scores;
}

std::vector<LossPoint> MlpEnsemble::takeLosses()
{
    return std::exchange(m_losses, {});
}

} // namespace inverso
