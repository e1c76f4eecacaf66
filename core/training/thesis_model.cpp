// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/thesis_model.h"

#include "core/base/error.h"
#include "core/base/matrix_rows.h"
#include "core/optim/state_archive.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <unordered_set>

namespace inverso {

namespace {

constexpr std::array bandwidths = {0.05, 0.2, 0.9};
// method.md §5.1: noise levels that are tried in turn until there are enough new cells.
constexpr std::array noiseLevels = {0.0, 1e-5, 5e-5, 1e-4, 5e-4, 1e-3, 5e-3, 1e-2, 5e-2, 0.1};
constexpr std::size_t predictBatch = 1024;
constexpr std::size_t decodedTogether = 1024; // latents between two checks of the stop token

void append(std::vector<Prediction>& predictions, const Matrix& out)
{
    for (std::size_t i = 0; i < out.rows; ++i)
        predictions.push_back({100.0F * out.row(i).back(), 0.0F});
}

} // namespace

ThesisModel::ThesisModel(const ThesisSettings& settings, std::shared_ptr<const LatentSpace> latents, bool endToEnd,
                         std::uint64_t seed)
    : m_settings(settings)
    , m_latents(std::move(latents))
    , m_endToEnd(endToEnd)
    , m_rng(Rng(seed).split("thesis"))
    , m_batches(m_rng.split("batches"))
{
    m_settings.network.dimension = static_cast<int>(m_latents->dimension());
}

Matrix ThesisModel::encode(std::span<const CellIndex> cells) const
{
    return m_tuner ? m_tuner->encode(cells) : m_latents->means(cells);
}

ThesisModel::Decoded ThesisModel::decode(const Matrix& means, const std::stop_token& stop) const
{
    Decoded decoded;
    for (std::size_t first = 0; first < means.rows; first += decodedTogether) {
        if (stop.stop_requested())
            throw Cancelled();
        const Matrix part = rowRange(means, first, std::min(decodedTogether, means.rows - first));
        std::ranges::copy(m_tuner ? m_tuner->decode(part) : m_latents->decode(part), std::back_inserter(decoded));
    }
    return decoded;
}

Matrix ThesisModel::outputsFor(std::span<const float> accuracies, double noise, Rng& rng) const
{
    Matrix outputs(accuracies.size(), m_network->dimension());
    for (std::size_t i = 0; i < outputs.rows; ++i) {
        rng.fillNormal(outputs.row(i));
        float& y = outputs.row(i).back();
        y = accuracies[i] + static_cast<float>(noise) * y;
    }
    return outputs;
}

// ---- Training --------------------------------------------------------------------------------------

void ThesisModel::fit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
                      const ProgressSink& progress, std::stop_token stop)
{
    startAnew();
    train(training, validation, m_settings.epochs,
          PlateauSchedule({m_settings.rate, 0.1, m_settings.patience, 1e-5, m_settings.stopPatience}), progress, stop);
}

void ThesisModel::startAnew()
{
    m_network.emplace(m_settings.network, m_rng.split("weights"));
    m_adam.emplace(m_network->parameters().size());
    if (m_endToEnd)
        m_tuner = std::make_unique<GvaeTuner>(*m_latents, m_rng.split("tuner").next());
}

void ThesisModel::setLabelled(std::span<const LabelledCell> training, std::span<const LabelledCell> validation)
{
    m_labelled.clear();
    for (const auto set : {training, validation})
        for (const LabelledCell& label : set)
            m_labelled.push_back(label.cell);
}

SafeTensors ThesisModel::state()
{
    StateArchive archive;
    exchange(archive);
    return archive.stored();
}

void ThesisModel::restore(const SafeTensors& state, std::span<const LabelledCell> training,
                          std::span<const LabelledCell> validation)
{
    setLabelled(training, validation);
    startAnew();
    StateArchive archive(state);
    exchange(archive);
}

void ThesisModel::exchange(StateArchive& archive)
{
    archive.number("epoch", m_epoch);
    archive.number("proposals", m_proposals);
    archive.stream("batches", m_batches);
    archive.numbers("weights", m_network->parameters());
    m_adam->exchange(archive, "adam");
    if (m_tuner)
        m_tuner->exchange(archive, "gvae");
}

void ThesisModel::refit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
                        const ProgressSink& progress, std::stop_token stop)
{
    // Table 13 prints a rate, epochs and an early stop, no plateau rule.
    train(training, validation, m_settings.retrainEpochs,
          PlateauSchedule({m_settings.rate, 0.1, m_settings.retrainEpochs + 1, 1e-5, m_settings.retrainStopPatience}),
          progress, stop);
}

void ThesisModel::train(std::span<const LabelledCell> training, std::span<const LabelledCell> validation, int epochs,
                        PlateauSchedule schedule, const ProgressSink& progress, std::stop_token stop)
{
    const auto toBatch = [](std::span<const LabelledCell> labels, int repeat) {
        Batch batch;
        for (int i = 0; i < repeat; ++i) {
            for (const LabelledCell& label : labels) {
                batch.cells.push_back(label.cell);
                batch.accuracies.push_back(static_cast<float>(label.accuracy / 100.0));
            }
        }
        return batch;
    };
    setLabelled(training, validation);
    const Batch all = toBatch(training, m_settings.repeat);
    // Without validation labels, early stopping uses the training labels.
    const Batch watched = toBatch(validation.empty() ? training : validation, 1);

    std::vector<float> best(m_network->parameters().begin(), m_network->parameters().end());
    for (int epoch = 1; epoch <= epochs && !schedule.finished(); ++epoch) {
        const Terms terms = trainEpoch(all, schedule.rate(), stop);
        const double loss = validationLoss(watched);
        ++m_epoch;
        for (const auto& [term, value] : {std::pair("regression", terms.regression), std::pair("latent", terms.latent),
                                          std::pair("reverse", terms.reverse), std::pair("validation", loss)})
            m_losses.push_back({term, m_epoch, static_cast<float>(value)});
        if (m_tuner)
            m_losses.push_back({"gvae", m_epoch, static_cast<float>(terms.gvae)});
        if (schedule.observe(loss)) {
            std::ranges::copy(m_network->parameters(), best.begin());
            if (m_tuner)
                m_tuner->keep();
        }
        if (progress)
            progress({"Training", static_cast<double>(epoch) / epochs,
                      "epoch " + std::to_string(epoch) + " of at most " + std::to_string(epochs)});
    }
    std::ranges::copy(best, m_network->parameters().begin());
    if (m_tuner)
        m_tuner->restore();
}

ThesisModel::Terms ThesisModel::trainEpoch(const Batch& all, double rate, std::stop_token stop)
{
    const std::size_t count = all.cells.size();
    const auto size = static_cast<std::size_t>(m_settings.batch);
    const auto order = m_batches.sample(count, count);
    Terms sum;
    std::size_t batches = 0;
    for (std::size_t first = 0; first < count; first += size) {
        if (stop.stop_requested())
            throw Cancelled();
        Batch batch;
        for (std::size_t i = first; i < std::min(count, first + size); ++i) {
            batch.cells.push_back(all.cells[order[i]]);
            batch.accuracies.push_back(all.accuracies[order[i]]);
        }
        const Terms terms = trainBatch(batch, rate);
        sum.regression += terms.regression;
        sum.latent += terms.latent;
        sum.reverse += terms.reverse;
        sum.gvae += terms.gvae;
        ++batches;
    }
    const auto n = static_cast<double>(batches);
    return {sum.regression / n, sum.latent / n, sum.reverse / n, sum.gvae / n};
}

ThesisModel::Terms ThesisModel::trainBatch(const Batch& batch, double rate)
{
    Terms terms;
    Matrix means;
    m_network->clearGradient();
    if (m_tuner) {
        terms.gvae = m_tuner->step(batch.cells, rate, [&](const Matrix& mu) {
            means = mu;
            return forwardLosses(mu, batch, terms);
        });
    } else {
        means = encode(batch.cells);
        forwardLosses(means, batch, terms);
    }
    if (!m_settings.oneStep) {
        m_adam->step(m_network->parameters(), m_network->gradient(), rate);
        m_network->clearGradient();
    }
    reverseLoss(means, batch, terms);
    m_adam->step(m_network->parameters(), m_network->gradient(), rate);
    return terms;
}

Matrix ThesisModel::forwardLosses(const Matrix& means, const Batch& batch, Terms& terms)
{
    Inn::Tape tape;
    const Matrix out = m_network->forward(means, &tape);
    const std::size_t last = out.columns - 1;
    const auto weights =
        m_settings.rankWeight ? rankWeights(batch.accuracies, m_settings.rankSmoothing) : std::vector<float>();

    Matrix predicted(out.rows, 1);
    Matrix truth(out.rows, 1);
    for (std::size_t i = 0; i < out.rows; ++i) {
        predicted(i, 0) = out(i, last);
        truth(i, 0) = batch.accuracies[i];
    }
    const LossGradient regression = weightedSquaredError(predicted, truth, weights);
    const Matrix reference = outputsFor(batch.accuracies, 0.0, m_batches);
    LossGradient latent = maximumMeanDiscrepancy(out, reference, bandwidths, last);
    terms.regression = regression.value;
    terms.latent = latent.value;

    for (float& value : latent.gradient.values)
        value *= static_cast<float>(m_settings.latentWeight);
    for (std::size_t i = 0; i < out.rows; ++i)
        latent.gradient(i, last) += static_cast<float>(m_settings.regressionWeight) * regression.gradient(i, 0);
    return m_network->forwardGradient(tape, latent.gradient);
}

void ThesisModel::reverseLoss(const Matrix& means, const Batch& batch, Terms& terms)
{
    Inn::Tape tape;
    const Matrix x = m_network->inverse(outputsFor(batch.accuracies, m_settings.labelNoise, m_batches), &tape);
    const auto weights =
        m_settings.rankWeight ? rankWeights(batch.accuracies, m_settings.rankSmoothing) : std::vector<float>();
    LossGradient reverse = weightedSquaredError(x, means, weights);
    terms.reverse = reverse.value;
    for (float& value : reverse.gradient.values)
        value *= static_cast<float>(m_settings.reverseWeight);
    m_network->inverseGradient(tape, reverse.gradient);
}

double ThesisModel::total(const Terms& terms) const
{
    return m_settings.regressionWeight * terms.regression + m_settings.latentWeight * terms.latent
           + m_settings.reverseWeight * terms.reverse + terms.gvae;
}

double ThesisModel::validationLoss(const Batch& batch) const
{
    // The same draws each time, so that epochs can be compared.
    Rng rng = m_rng.split("validation");
    const Matrix means = encode(batch.cells);
    const Matrix out = m_network->forward(means);
    const Matrix reference = outputsFor(batch.accuracies, 0.0, rng);
    const Matrix x = m_network->inverse(outputsFor(batch.accuracies, m_settings.labelNoise, rng));
    const std::size_t last = out.columns - 1;
    Terms terms;
    for (std::size_t i = 0; i < out.rows; ++i) {
        const double error = out(i, last) - batch.accuracies[i];
        terms.regression += error * error / static_cast<double>(out.rows);
    }
    terms.latent = maximumMeanDiscrepancy(out, reference, bandwidths, last).value;
    terms.reverse = weightedSquaredError(x, means, {}).value;
    if (m_tuner)
        terms.gvae = m_tuner->loss(batch.cells);
    return total(terms);
}

std::vector<LossPoint> ThesisModel::takeLosses()
{
    return std::exchange(m_losses, {});
}

// ---- Prediction and generation ---------------------------------------------------------------------

std::vector<Prediction> ThesisModel::predict(std::span<const CellIndex> cells) const
{
    std::vector<Prediction> predictions;
    predictions.reserve(cells.size());
    for (std::size_t first = 0; first < cells.size(); first += predictBatch) {
        const auto part = cells.subspan(first, std::min(predictBatch, cells.size() - first));
        append(predictions, m_network->forward(encode(part)));
    }
    return predictions;
}

std::vector<Prediction> ThesisModel::predictAll() const
{
    const Matrix& means = m_tuner ? m_tuner->encodeAll() : m_latents->means();
    std::vector<Prediction> predictions;
    predictions.reserve(means.rows);
    for (std::size_t first = 0; first < means.rows; first += predictBatch)
        append(predictions, m_network->forward(rowRange(means, first, std::min(predictBatch, means.rows - first))));
    return predictions;
}

std::optional<Matrix> ThesisModel::tunedMeans() const
{
    if (!m_tuner)
        return std::nullopt;
    return m_tuner->encodeAll();
}

std::vector<float> ThesisModel::acquisition(std::span<const CellIndex> cells) const
{
    std::vector<float> worth;
    for (const Prediction& prediction : predict(cells))
        worth.push_back(prediction.mean);
    return worth;
}

Proposal ThesisModel::propose(std::size_t count, const Admission& admit, std::stop_token stop)
{
    Proposal proposal;
    std::unordered_set<CellIndex> seen;
    Rng rng = m_rng.split("proposals").split(static_cast<std::uint64_t>(m_proposals++));
    const std::vector<float> target(count, 1.0F);
    const Admission enough = [&](CellIndex cell, std::span<const float> code, const auto& proposed) {
        return proposed.size() < count ? admit(cell, code, proposed) : std::nullopt;
    };
    for (const double sigma : noiseLevels) {
        if (sigma > m_settings.generationSigma)
            break;
        for (int attempt = 0; attempt < m_settings.noiseTries && proposal.cells.size() < count; ++attempt) {
            if (stop.stop_requested())
                throw Cancelled();
            Matrix means = m_network->inverse(outputsFor(target, 0.0, rng));
            for (float& value : means.values)
                value += static_cast<float>(sigma * rng.normal());
            const Decoded decoded = decode(means, stop);
            for (std::size_t i = 0; i < decoded.size(); ++i)
                proposal.add(decoded[i], std::as_const(means).row(i), enough, seen);
        }
    }
    return proposal;
}

Inversion ThesisModel::invert(double targetPercent, const InversionSettings& settings, Rng& rng,
                              std::stop_token stop) const
{
    if (stop.stop_requested())
        throw Cancelled();
    const std::vector<float> target(static_cast<std::size_t>(std::max(settings.draws, settings.count)),
                                    static_cast<float>(targetPercent / 100.0));
    const Decoded decoded = decode(m_network->inverse(outputsFor(target, 0.0, rng)), stop);
    return rankInversion(*this, targetPercent, settings.count, decoded, m_labelled);
}

} // namespace inverso
