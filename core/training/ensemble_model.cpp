// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/ensemble_model.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/training/state_archive.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

namespace inverso {

namespace {

constexpr std::size_t predictBatch = 512;
constexpr std::size_t predictTogether = 16384;
constexpr int stepsPerEpoch = 10; // of the loss curve: the ensemble trains by steps, not by epochs

/// Uniform with mean 0 and variance 1: cheaper than a normal, and as good for blurring points.
float uniformNoise(Rng& rng)
{
    constexpr double width = 3.4641016151377544; // √12
    return static_cast<float>(width * (rng.uniform() - 0.5));
}

std::vector<float> columnDeviations(const Matrix& x)
{
    std::vector<float> deviations(x.columns);
    const auto n = static_cast<double>(x.rows);
    for (std::size_t j = 0; j < x.columns; ++j) {
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t i = 0; i < x.rows; ++i) {
            sum += x(i, j);
            squares += static_cast<double>(x(i, j)) * x(i, j);
        }
        deviations[j] = static_cast<float>(std::sqrt(std::max(1e-12, squares / n - sum / n * sum / n)));
    }
    return deviations;
}

} // namespace

EnsembleModel::EnsembleModel(const EnsembleSettings& settings, std::shared_ptr<const LatentSpace> latents,
                             std::uint64_t seed, int threads)
    : m_settings(settings)
    , m_codes(std::move(latents), settings.codes)
    , m_threads(threads)
    , m_rng(Rng(seed).split("ensemble"))
{
    m_settings.network.dimension = static_cast<int>(m_codes.dimension());
    const Matrix& codes = m_codes.sample();
    m_spread = columnDeviations(codes);
    m_lowest.assign(codes.row(0).begin(), codes.row(0).end());
    m_highest = m_lowest;
    for (std::size_t i = 1; i < codes.rows; ++i) {
        for (std::size_t j = 0; j < codes.columns; ++j) {
            m_lowest[j] = std::min(m_lowest[j], codes(i, j));
            m_highest[j] = std::max(m_highest[j], codes(i, j));
        }
    }
}

void EnsembleModel::setLabels(std::span<const LabelledCell> training, std::span<const LabelledCell> validation)
{
    // Nothing here stops early, so validation labels are labels like others.
    std::vector<double> accuracies;
    m_labels.cells.clear();
    for (const auto set : {training, validation}) {
        for (const LabelledCell& label : set) {
            m_labels.cells.push_back(label.cell);
            accuracies.push_back(label.accuracy);
        }
    }
    m_scale = TargetScale(m_settings.rankTargets, accuracies);
    m_labels.targets.clear();
    for (const double accuracy : accuracies)
        m_labels.targets.push_back(m_scale.toTarget(accuracy));
}

void EnsembleModel::alignAxes()
{
    if (m_settings.align)
        m_axes = AlignedAxes(m_codes.codes(m_labels.cells), m_labels.targets, m_settings.ridge);
    measureAxes();
}

void EnsembleModel::measureAxes()
{
    m_unlabelled = m_axes.align(m_codes.sample());
    m_alignedSpread = columnDeviations(m_unlabelled);
    m_alignedSpread.back() = 1.0F; // y moves in target units
}

Matrix EnsembleModel::alignedCodes(std::span<const CellIndex> cells) const
{
    return m_axes.align(m_codes.codes(cells));
}

void EnsembleModel::fit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
                        const ProgressSink& progress, std::stop_token stop)
{
    setLabels(training, validation);
    startAnew();
    train(m_settings.firstSteps, progress, stop);
}

void EnsembleModel::startAnew()
{
    alignAxes();
    m_labels.codes = alignedCodes(m_labels.cells);
    createMembers(m_rng.split("fit").split(static_cast<std::uint64_t>(m_fits++)));
}

void EnsembleModel::createMembers(const Rng& rng)
{
    m_members.clear();
    for (int i = 0; i < m_settings.members; ++i) {
        const Rng own = rng.split(static_cast<std::uint64_t>(i));
        Inn network(m_settings.network, m_alignedSpread, own.split("weights"));
        Adam adam(network.parameters().size(), m_settings.weightDecay);
        m_members.push_back({std::move(network), std::move(adam), own.split("batches")});
    }
}

void EnsembleModel::refit(std::span<const LabelledCell> training, std::span<const LabelledCell> validation,
                          const ProgressSink& progress, std::stop_token stop)
{
    setLabels(training, validation);
    if (m_settings.warmStart)
        m_labels.codes = alignedCodes(m_labels.cells);
    else
        startAnew();
    train(m_settings.roundSteps, progress, stop);
}

SafeTensors EnsembleModel::state()
{
    StateArchive archive;
    exchange(archive);
    return archive.stored();
}

void EnsembleModel::restore(const SafeTensors& state, std::span<const LabelledCell> training,
                            std::span<const LabelledCell> validation)
{
    setLabels(training, validation);
    StateArchive archive(state);
    exchange(archive);
    m_labels.codes = alignedCodes(m_labels.cells);
}

void EnsembleModel::exchange(StateArchive& archive)
{
    archive.number("epoch", m_epoch);
    archive.number("fits", m_fits);
    archive.number("proposals", m_proposals);
    m_axes.exchange(archive, "axes");
    if (archive.reads()) {
        measureAxes();
        createMembers(m_rng); // whatever their weights: they are read
    }
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const std::string name = "member" + std::to_string(i);
        archive.numbers(name + ".weights", m_members[i].network.parameters());
        m_members[i].adam.exchange(archive, name + ".adam");
        archive.stream(name + ".batches", m_members[i].rng);
    }
}

void EnsembleModel::train(int steps, const ProgressSink& progress, std::stop_token stop)
{
    for (int done = 0; done < steps; done += stepsPerEpoch) {
        const int now = std::min(stepsPerEpoch, steps - done);
        parallelFor(m_threads, m_members.size(), [&](std::size_t i) {
            for (int step = 0; step < now && !stop.stop_requested(); ++step)
                trainStep(m_members[i]);
        });
        if (stop.stop_requested())
            throw Cancelled();
        ++m_epoch;
        const auto meanOf = [&](float Member::*term) {
            float sum = 0.0F;
            for (const Member& member : m_members)
                sum += member.*term;
            return sum / static_cast<float>(m_members.size());
        };
        m_losses.push_back({"regression", m_epoch, meanOf(&Member::regression)});
        if (m_settings.flowWeight > 0.0)
            m_losses.push_back({"likelihood", m_epoch, meanOf(&Member::likelihood)});
        if (progress)
            progress({"Training", static_cast<double>(done + now) / steps,
                      "step " + std::to_string(done + now) + " of " + std::to_string(steps)});
    }
}

void EnsembleModel::trainStep(Member& member) const
{
    const std::size_t dimension = m_codes.dimension();
    const std::size_t known = m_labels.cells.size();
    const std::size_t labelled = std::min(known, static_cast<std::size_t>(m_settings.batch));
    const std::size_t unlabelled = m_settings.flowWeight > 0.0 ? static_cast<std::size_t>(m_settings.flowBatch) : 0;

    // One batch: labelled rows first, then unlabelled ones.
    Matrix x(labelled + unlabelled, dimension);
    const auto rows = member.rng.sample(known, labelled);
    for (std::size_t i = 0; i < x.rows; ++i) {
        const bool isLabelled = i < labelled;
        const std::span<const float> code = isLabelled ? std::as_const(m_labels.codes).row(rows[i])
                                                       : m_unlabelled.row(member.rng.below(m_unlabelled.rows));
        const auto dither = static_cast<float>(isLabelled ? m_settings.labelDither : m_settings.dither);
        for (std::size_t j = 0; j < dimension; ++j)
            x(i, j) = dither > 0.0F ? code[j] + dither * m_alignedSpread[j] * uniformNoise(member.rng) : code[j];
    }

    std::vector<float> logDet;
    const Matrix out = member.network.forward(x, &member.tape, unlabelled ? &logDet : nullptr);
    Matrix gradient(out.rows, dimension);
    double regression = 0.0;
    for (std::size_t i = 0; i < labelled; ++i) {
        const float error = out(i, dimension - 1) - m_labels.targets[rows[i]];
        regression += error * error;
        gradient(i, dimension - 1) = 2.0F * error / static_cast<float>(labelled);
    }
    // −log p(x) = ½‖[z, y]‖² − log|det J| + constant, z in units of each axis' spread; normal scores make y
    // standard normal, too.
    std::vector<float> logDetGradient(unlabelled ? x.rows : 0, 0.0F);
    double likelihood = 0.0;
    const auto share = static_cast<float>(m_settings.flowWeight
                                          / static_cast<double>(std::max<std::size_t>(1, unlabelled * dimension)));
    for (std::size_t i = labelled; i < x.rows; ++i) {
        for (std::size_t j = 0; j < dimension; ++j) {
            const float precision = j + 1 < dimension ? 1.0F / (m_alignedSpread[j] * m_alignedSpread[j]) : 1.0F;
            gradient(i, j) = share * out(i, j) * precision;
            likelihood += 0.5 * out(i, j) * out(i, j) * precision;
        }
        logDetGradient[i] = -share;
        likelihood -= logDet[i];
    }
    member.network.clearGradient();
    member.network.forwardGradient(member.tape, gradient, logDetGradient);
    member.adam.step(member.network.parameters(), member.network.gradient(), m_settings.rate);
    member.regression = static_cast<float>(regression / static_cast<double>(labelled));
    if (unlabelled)
        member.likelihood = static_cast<float>(likelihood / static_cast<double>(unlabelled * dimension));
}

EnsembleModel::Scores EnsembleModel::scores(const Matrix& codes) const
{
    const std::size_t chunks = (codes.rows + predictBatch - 1) / predictBatch;
    std::vector<std::vector<float>> byMember(m_members.size(), std::vector<float>(codes.rows));
    parallelFor(m_threads, chunks * m_members.size(), [&](std::size_t task) {
        const std::size_t member = task / chunks;
        const std::size_t first = task % chunks * predictBatch;
        Matrix x(std::min(predictBatch, codes.rows - first), codes.columns);
        std::copy_n(codes.row(first).data(), x.values.size(), x.data());
        thread_local Inn::Tape tape; // for its memory: fresh pages cost as much as the products
        const Matrix out = m_members[member].network.forward(x, &tape);
        for (std::size_t i = 0; i < x.rows; ++i)
            byMember[member][first + i] = out(i, out.columns - 1);
    });
    Scores result{std::vector<float>(codes.rows), std::vector<float>(codes.rows)};
    const auto count = static_cast<double>(m_members.size());
    for (std::size_t i = 0; i < codes.rows; ++i) {
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

std::vector<float> EnsembleModel::acquisition(std::span<const CellIndex> cells) const
{
    Scores result = scores(alignedCodes(cells));
    for (std::size_t i = 0; i < cells.size(); ++i)
        result.mean[i] += static_cast<float>(m_settings.confidence) * result.deviation[i];
    return std::move(result.mean);
}

std::vector<Prediction> EnsembleModel::predict(std::span<const CellIndex> cells) const
{
    std::vector<Prediction> predictions;
    predictions.reserve(cells.size());
    while (!cells.empty()) { // in parts: the codes of a large space are never all in memory
        const auto part = cells.first(std::min(cells.size(), predictTogether));
        const Scores result = scores(alignedCodes(part));
        for (std::size_t i = 0; i < part.size(); ++i)
            predictions.push_back({static_cast<float>(m_scale.toPercent(result.mean[i])),
                                   static_cast<float>(result.deviation[i] * m_scale.slope(result.mean[i]))});
        cells = cells.subspan(part.size());
    }
    return predictions;
}

std::vector<Prediction> EnsembleModel::predictAll() const
{
    std::vector<CellIndex> cells(m_codes.latents().space().size());
    std::iota(cells.begin(), cells.end(), 0U);
    return predict(cells);
}

std::vector<LossPoint> EnsembleModel::takeLosses()
{
    return std::exchange(m_losses, {});
}

// ---- Generation ------------------------------------------------------------------------------------

std::vector<CellIndex> EnsembleModel::nearestLabels(float target, std::size_t count) const
{
    std::vector<std::size_t> rows(m_labels.cells.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    const auto distance = [&](std::size_t row) {
        return std::abs(static_cast<double>(target) - static_cast<double>(m_labels.targets[row]));
    };
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
    rows.resize(std::min(count, rows.size()));
    std::vector<CellIndex> cells;
    for (const std::size_t row : rows)
        cells.push_back(m_labels.cells[row]);
    return cells;
}

Matrix EnsembleModel::drawOutputs(const Member& member, std::size_t count, double priorShare, NoiseRange noise,
                                  std::span<const CellIndex> parents, const std::function<float(float)>& setY,
                                  Rng& rng) const
{
    const std::size_t dimension = m_codes.dimension();
    const Matrix known = member.network.forward(alignedCodes(parents));

    // Noise has the spread of the unlabelled codes along each of their axes, turned as the codes are. A parent's z
    // is mixed with it so that the sum keeps that spread: noise 0 is the parent itself, 1 the prior.
    const auto prior =
        parents.empty() ? count : static_cast<std::size_t>(std::lround(priorShare * static_cast<double>(count)));
    Matrix outputs(count, dimension);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < dimension; ++j)
            outputs(i, j) = m_spread[j] * static_cast<float>(rng.normal());
    m_axes.reflect(outputs);
    for (std::size_t i = 0; i < count; ++i) {
        const auto row = outputs.row(i);
        if (i < prior) {
            row[dimension - 1] = setY(std::numeric_limits<float>::quiet_NaN());
            continue;
        }
        const auto parent = known.row(rng.below(parents.size()));
        const auto mix = static_cast<float>(rng.uniform(noise.low, noise.high));
        const float keep = std::sqrt(1.0F - mix * mix);
        for (std::size_t j = 0; j + 1 < dimension; ++j)
            row[j] = keep * parent[j] + mix * row[j];
        row[dimension - 1] = setY(parent[dimension - 1]);
    }
    return outputs;
}

EnsembleModel::Decoded EnsembleModel::decodeOutputs(const Member& member, const Matrix& outputs) const
{
    Matrix codes = m_axes.restore(member.network.inverse(outputs));
    // Beyond where any cell lies the decoder was never asked: come back to the edge.
    const auto limit = static_cast<float>(m_settings.clamp);
    for (std::size_t i = 0; i < codes.rows; ++i)
        for (std::size_t j = 0; j < codes.columns; ++j)
            codes(i, j) = std::clamp(codes(i, j), limit * m_lowest[j], limit * m_highest[j]);
    auto cells = m_codes.decode(codes);
    return {std::move(cells), std::move(codes)};
}

void EnsembleModel::Decoded::append(Decoded more)
{
    cells.insert(cells.end(), more.cells.begin(), more.cells.end());
    codes.columns = more.codes.columns;
    codes.rows += more.codes.rows;
    codes.values.insert(codes.values.end(), more.codes.values.begin(), more.codes.values.end());
}

EnsembleModel::Decoded EnsembleModel::decodeFromAll(std::size_t count, std::uint64_t stream,
                                                    const std::function<Matrix(const Member&, std::size_t, Rng&)>& draw,
                                                    const Rng& rng) const
{
    std::vector<Decoded> parts(m_members.size());
    parallelFor(m_threads, m_members.size(), [&](std::size_t i) {
        const std::size_t share = count / m_members.size() + (i < count % m_members.size() ? 1 : 0);
        Rng own = rng.split(stream).split(i);
        if (share > 0)
            parts[i] = decodeOutputs(m_members[i], draw(m_members[i], share, own));
    });
    Decoded all;
    for (Decoded& part : parts)
        if (!part.cells.empty())
            all.append(std::move(part));
    return all;
}

Proposal EnsembleModel::propose(std::size_t count, const Admission& admit, std::stop_token stop)
{
    Proposal proposal;
    std::unordered_set<CellIndex> seen;
    const float best = *std::max_element(m_labels.targets.begin(), m_labels.targets.end());
    const auto bestLabelled =
        nearestLabels(std::numeric_limits<float>::max(), static_cast<std::size_t>(m_settings.parents));
    std::vector<CellIndex> parents = bestLabelled;
    for (int attempt = 1; attempt <= m_settings.tries; ++attempt) {
        if (stop.stop_requested())
            throw Cancelled();
        const auto draw = [&](const Member& member, std::size_t share, Rng& rng) {
            const auto raised = [&](float y) {
                return (std::isnan(y) ? best : y) + static_cast<float>(rng.uniform(0.0, m_settings.raise * attempt));
            };
            return drawOutputs(member, share, m_settings.priorShare, {m_settings.noiseLow, m_settings.noiseHigh},
                               parents, raised, rng);
        };
        const Decoded decoded =
            decodeFromAll(static_cast<std::size_t>(m_settings.draws), static_cast<std::uint64_t>(m_proposals++), draw,
                          m_rng.split("proposals"));
        for (std::size_t i = 0; i < decoded.cells.size(); ++i)
            proposal.add(decoded.cells[i], decoded.codes.row(i), admit, seen);
        keepBest(proposal.cells, count);
        // The next try also starts from the best of those proposed: so it climbs what the model has learnt.
        parents = bestLabelled;
        const auto promising = std::min(proposal.cells.size(), bestLabelled.size());
        parents.insert(parents.end(), proposal.cells.begin(),
                       proposal.cells.begin() + static_cast<std::ptrdiff_t>(promising));
    }
    return proposal;
}

void EnsembleModel::keepBest(std::vector<CellIndex>& cells, std::size_t count) const
{
    const auto worth = acquisition(cells);
    std::vector<std::pair<float, CellIndex>> ranked;
    for (std::size_t i = 0; i < cells.size(); ++i)
        ranked.emplace_back(-worth[i], cells[i]);
    std::sort(ranked.begin(), ranked.end());
    cells.clear();
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i)
        cells.push_back(ranked[i].second);
}

Inversion EnsembleModel::invert(double targetPercent, const InversionSettings& settings, Rng& rng,
                                std::stop_token stop) const
{
    if (stop.stop_requested())
        throw Cancelled();
    const float target = m_scale.toTarget(targetPercent);
    const auto labelled = nearestLabels(target, static_cast<std::size_t>(m_settings.parents));
    std::vector<CellIndex> parents = labelled;
    const auto draw = [&](const Member& member, std::size_t share, Rng& own) {
        const NoiseRange noise{std::min(m_settings.noiseLow, settings.noise), settings.noise};
        return drawOutputs(
            member, share, settings.priorShare, noise, parents, [&](float) { return target; }, own);
    };
    // Half of the draws start from the nearest labels, the other half also from the best of the first half.
    const auto total = static_cast<std::size_t>(std::max(settings.draws, settings.count));
    Decoded decoded = decodeFromAll(total - total / 2, rng.next(), draw, rng);
    const Inversion first =
        rankInversion(*this, targetPercent, m_settings.parents, decoded.cells, m_labels.cells, m_settings.caution);
    for (const InvertedCell& cell : first.cells)
        parents.push_back(cell.cell);
    decoded.append(decodeFromAll(total / 2, rng.next(), draw, rng));
    return rankInversion(*this, targetPercent, settings.count, decoded.cells, m_labels.cells, m_settings.caution);
}

} // namespace inverso
