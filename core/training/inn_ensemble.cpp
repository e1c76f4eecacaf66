// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/inn_ensemble.h"

#include "core/base/error.h"
#include "core/base/matrix_rows.h"
#include "core/base/parallel.h"
#include "core/optim/state_archive.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace inverso {

namespace {

constexpr std::size_t scoreBatch = 64; // rows whose activations stay in the cache
constexpr int reportedSteps = 10;

/// Uniform with mean 0 and variance 1: cheaper than a normal, and as good for blurring points.
float uniformNoise(Rng& rng)
{
    constexpr double width = 3.4641016151377544; // √12
    return static_cast<float>(width * (rng.uniform() - 0.5));
}

/// The loss of the last rows of a batch, −log p(x) = ½‖[z, y]‖² − log|det J| + constant with z in units of each axis'
/// spread; normal scores make y standard normal, too. Adds its gradients, times `share`; returns its sum.
double addFlowLoss(const Matrix& out, std::size_t first, std::span<const float> logDet, std::span<const float> spread,
                   float share, Matrix& gradient, std::vector<float>& logDetGradient)
{
    double likelihood = 0.0;
    for (std::size_t i = first; i < out.rows; ++i) {
        for (std::size_t j = 0; j < out.columns; ++j) {
            const float precision = j + 1 < out.columns ? 1.0F / (spread[j] * spread[j]) : 1.0F;
            gradient(i, j) = share * out(i, j) * precision;
            likelihood += 0.5 * out(i, j) * out(i, j) * precision;
        }
        logDetGradient[i] = -share;
        likelihood -= logDet[i];
    }
    return likelihood;
}

} // namespace

InnEnsemble::InnEnsemble(const EnsembleSettings& settings, std::span<const float> spread, int threads, const Rng& rng)
    : m_settings(settings)
    , m_threads(threads)
{
    m_settings.network.dimension = static_cast<int>(spread.size());
    for (int i = 0; i < m_settings.members; ++i) {
        const Rng own = rng.split(static_cast<std::uint64_t>(i));
        Inn network(m_settings.network, spread, own.split("weights"));
        Adam adam(network.parameters().size(), m_settings.weightDecay);
        m_members.push_back({std::move(network), std::move(adam), own.split("batches")});
    }
}

void InnEnsemble::train(const Data& data, int steps, const std::function<void(const Losses&, int done)>& report,
                        std::stop_token stop)
{
    const auto links = static_cast<std::size_t>((steps + reportedSteps - 1) / reportedSteps);
    std::vector<Losses> losses(links * m_members.size()); // link by link
    const auto run = [&](std::size_t member, std::size_t link) {
        const int first = static_cast<int>(link) * reportedSteps;
        for (int step = first; step < std::min(steps, first + reportedSteps); ++step) {
            if (stop.stop_requested())
                throw Cancelled();
            losses[link * m_members.size() + member] = trainStep(m_members[member], data);
        }
    };
    const auto reached = [&](std::size_t done) {
        Losses mean;
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            const Losses& of = losses[(done - 1) * m_members.size() + i];
            mean.regression += of.regression;
            mean.likelihood += of.likelihood;
        }
        mean.regression /= static_cast<float>(m_members.size());
        mean.likelihood /= static_cast<float>(m_members.size());
        report(mean, std::min(steps, static_cast<int>(done) * reportedSteps));
    };
    parallelChains(m_threads, m_members.size(), links, run, reached);
}

InnEnsemble::Batch InnEnsemble::drawBatch(const Data& data, Rng& rng) const
{
    const std::size_t dimension = data.labelled.columns;
    const std::size_t labelled = std::min(data.labelled.rows, static_cast<std::size_t>(m_settings.batch));
    const std::size_t unlabelled = m_settings.flowWeight > 0.0 ? static_cast<std::size_t>(m_settings.flowBatch) : 0;
    Batch batch{Matrix(labelled + unlabelled, dimension), {}};
    const auto rows = rng.sample(data.labelled.rows, labelled);
    for (const std::size_t row : rows)
        batch.targets.push_back(data.targets[row]);
    for (std::size_t i = 0; i < batch.x.rows; ++i) {
        const bool isLabelled = i < labelled;
        const std::span<const float> code =
            isLabelled ? data.labelled.row(rows[i]) : data.unlabelled.row(rng.below(data.unlabelled.rows));
        const auto dither = static_cast<float>(isLabelled ? m_settings.labelDither : m_settings.dither);
        for (std::size_t j = 0; j < dimension; ++j)
            batch.x(i, j) = dither > 0.0F ? code[j] + dither * data.spread[j] * uniformNoise(rng) : code[j];
    }
    return batch;
}

InnEnsemble::Losses InnEnsemble::trainStep(Member& member, const Data& data) const
{
    const Batch batch = drawBatch(data, member.rng);
    const std::size_t labelled = batch.targets.size();
    const std::size_t unlabelled = batch.x.rows - labelled;
    const std::size_t dimension = batch.x.columns;

    std::vector<float> logDet;
    const Matrix out = member.network.forward(batch.x, &member.tape, unlabelled ? &logDet : nullptr);
    Matrix gradient(out.rows, dimension);
    double regression = 0.0;
    for (std::size_t i = 0; i < labelled; ++i) {
        const float error = out(i, dimension - 1) - batch.targets[i];
        regression += error * error;
        gradient(i, dimension - 1) = 2.0F * error / static_cast<float>(labelled);
    }
    const auto values = static_cast<double>(std::max<std::size_t>(1, unlabelled * dimension));
    std::vector<float> logDetGradient(unlabelled ? batch.x.rows : 0, 0.0F);
    const double likelihood = addFlowLoss(out, labelled, logDet, data.spread,
                                          static_cast<float>(m_settings.flowWeight / values), gradient, logDetGradient);
    member.network.clearGradient();
    member.network.forwardGradient(member.tape, gradient, logDetGradient);
    member.adam.step(member.network.parameters(), member.network.gradient(), m_settings.rate);
    return {static_cast<float>(regression / static_cast<double>(labelled)), static_cast<float>(likelihood / values)};
}

InnEnsemble::Scores InnEnsemble::scores(const Matrix& x) const
{
    const std::size_t chunks = (x.rows + scoreBatch - 1) / scoreBatch;
    std::vector<std::vector<float>> byMember(m_members.size(), std::vector<float>(x.rows));
    parallelFor(m_threads, chunks * m_members.size(), [&](std::size_t task) {
        const std::size_t member = task / chunks;
        const std::size_t first = task % chunks * scoreBatch;
        const Matrix part = rowRange(x, first, std::min(scoreBatch, x.rows - first));
        thread_local Inn::Tape tape; // for its memory: fresh pages cost as much as the products
        const Matrix out = m_members[member].network.forward(part, &tape);
        for (std::size_t i = 0; i < part.rows; ++i)
            byMember[member][first + i] = out(i, out.columns - 1);
    });
    Scores result{std::vector<float>(x.rows), std::vector<float>(x.rows)};
    const auto count = static_cast<double>(m_members.size());
    for (std::size_t i = 0; i < x.rows; ++i) {
        double sum = 0.0;
        double squares = 0.0;
        for (const auto& values : byMember) {
            sum += values[i];
            squares += static_cast<double>(values[i]) * values[i];
        }
        const double mean = sum / count;
        result.mean[i] = static_cast<float>(mean);
        result.deviation[i] =
            count > 1 ? static_cast<float>(std::sqrt(std::max(0.0, (squares - count * mean * mean) / (count - 1))))
                      : 0.0F;
    }
    return result;
}

void InnEnsemble::exchange(StateArchive& archive)
{
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const std::string name = "member" + std::to_string(i);
        archive.numbers(name + ".weights", m_members[i].network.parameters());
        m_members[i].adam.exchange(archive, name + ".adam");
        archive.stream(name + ".batches", m_members[i].rng);
    }
}

} // namespace inverso
