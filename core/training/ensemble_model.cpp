// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/ensemble_model.h"

#include "core/base/error.h"
#include "core/base/matrix_rows.h"
#include "core/base/parallel.h"
#include "core/base/sorted_order.h"
#include "core/optim/state_archive.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <unordered_set>

namespace inverso {

namespace {

constexpr std::size_t predictTogether = 16384;
constexpr std::size_t decodedTogether = 100; // enough for a product to be fast, few enough to share them out

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
    // There is no early stopping, so validation labels are used for training, too.
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
    m_members = InnEnsemble(m_settings, m_alignedSpread, m_threads,
                            m_rng.split("fit").split(static_cast<std::uint64_t>(m_fits++)));
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
        m_members = InnEnsemble(m_settings, m_alignedSpread, m_threads, m_rng); // with any weights: they are read next
    }
    m_members.exchange(archive);
}

void EnsembleModel::train(int steps, const ProgressSink& progress, std::stop_token stop)
{
    const auto report = [&](const InnEnsemble::Losses& losses, int done) {
        ++m_epoch; // of the loss curve: the ensemble trains by steps, not by epochs
        m_losses.push_back({"regression", m_epoch, losses.regression});
        if (m_settings.flowWeight > 0.0)
            m_losses.push_back({"likelihood", m_epoch, losses.likelihood});
        if (progress)
            progress({"Training", static_cast<double>(done) / steps,
                      "step " + std::to_string(done) + " of " + std::to_string(steps)});
    };
    m_members.train({m_labels.codes, m_labels.targets, m_unlabelled, m_alignedSpread}, steps, report, stop);
}

std::vector<float> EnsembleModel::acquisition(std::span<const CellIndex> cells) const
{
    InnEnsemble::Scores result = m_members.scores(alignedCodes(cells));
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
        const InnEnsemble::Scores result = m_members.scores(alignedCodes(part));
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
    const auto distance = [&](std::size_t row) {
        return std::abs(static_cast<double>(target) - static_cast<double>(m_labels.targets[row]));
    };
    std::vector<std::size_t> rows =
        sortedOrder(m_labels.cells.size(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });
    rows.resize(std::min(count, rows.size()));
    std::vector<CellIndex> cells;
    for (const std::size_t row : rows)
        cells.push_back(m_labels.cells[row]);
    return cells;
}

Matrix EnsembleModel::drawOutputs(const Inn& network, std::size_t count, double priorShare, NoiseRange noise,
                                  std::span<const CellIndex> parents, const std::function<float(float)>& setY,
                                  Rng& rng) const
{
    const std::size_t dimension = m_codes.dimension();
    const Matrix known = network.forward(alignedCodes(parents));

    // Noise has the spread of the unlabelled codes along each of their axes, aligned as the codes are. A parent's z
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

Matrix EnsembleModel::invertOutputs(const Inn& network, const Matrix& outputs) const
{
    Matrix codes = m_axes.restore(network.inverse(outputs));
    // The decoder is not reliable outside the range of the cells: clamp to it.
    const auto limit = static_cast<float>(m_settings.clamp);
    for (std::size_t i = 0; i < codes.rows; ++i)
        for (std::size_t j = 0; j < codes.columns; ++j)
            codes(i, j) = std::clamp(codes(i, j), limit * m_lowest[j], limit * m_highest[j]);
    return codes;
}

EnsembleModel::Decoded EnsembleModel::decodeFromAll(std::size_t count, std::uint64_t stream, const Draw& draw,
                                                    const Rng& rng, const std::stop_token& stop) const
{
    std::vector<Matrix> parts(m_members.size());
    parallelFor(m_threads, parts.size(), [&](std::size_t i) {
        if (stop.stop_requested())
            throw Cancelled();
        const std::size_t share = count / parts.size() + (i < count % parts.size() ? 1 : 0);
        Rng own = rng.split(stream).split(i);
        const Inn& network = m_members.network(i);
        if (share > 0)
            parts[i] = invertOutputs(network, draw(network, share, own));
    });
    Decoded all;
    for (const Matrix& part : parts)
        appendRows(all.codes, part);
    all.cells = decodeInParts(all.codes, stop);
    return all;
}

std::vector<std::optional<CellIndex>> EnsembleModel::decodeInParts(const Matrix& codes,
                                                                   const std::stop_token& stop) const
{
    // The division does not depend on the number of threads; it has an even number of parts, for two threads.
    const std::size_t parts = 2 * ((codes.rows + 2 * decodedTogether - 1) / (2 * decodedTogether));
    std::vector<std::optional<CellIndex>> cells(codes.rows);
    parallelFor(m_threads, parts, [&](std::size_t part) {
        if (stop.stop_requested())
            throw Cancelled();
        const std::size_t first = part * codes.rows / parts;
        const std::size_t last = (part + 1) * codes.rows / parts;
        std::ranges::copy(m_codes.decode(rowRange(codes, first, last - first)),
                          cells.begin() + static_cast<std::ptrdiff_t>(first));
    });
    return cells;
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
        const auto draw = [&](const Inn& network, std::size_t share, Rng& rng) {
            const auto raised = [&](float y) {
                return (std::isnan(y) ? best : y) + static_cast<float>(rng.uniform(0.0, m_settings.raise * attempt));
            };
            return drawOutputs(network, share, m_settings.priorShare, {m_settings.noiseLow, m_settings.noiseHigh},
                               parents, raised, rng);
        };
        const Decoded decoded =
            decodeFromAll(static_cast<std::size_t>(m_settings.draws), static_cast<std::uint64_t>(m_proposals++), draw,
                          m_rng.split("proposals"), stop);
        for (std::size_t i = 0; i < decoded.cells.size(); ++i)
            proposal.add(decoded.cells[i], decoded.codes.row(i), admit, seen);
        keepBest(proposal.cells, count);
        // The next try also starts from the best proposals, so it climbs the learnt function.
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
    const auto draw = [&](const Inn& network, std::size_t share, Rng& own) {
        const NoiseRange noise{std::min(m_settings.noiseLow, settings.noise), settings.noise};
        return drawOutputs(
            network, share, settings.priorShare, noise, parents, [&](float) { return target; }, own);
    };
    // Half of the draws start from the nearest labels, the other half also from the best of the first half.
    const auto total = static_cast<std::size_t>(std::max(settings.draws, settings.count));
    auto decoded = decodeFromAll(total - total / 2, rng.next(), draw, rng, stop).cells;
    const Inversion first =
        rankInversion(*this, targetPercent, m_settings.parents, decoded, m_labels.cells, m_settings.caution);
    for (const InvertedCell& cell : first.cells)
        parents.push_back(cell.cell);
    std::ranges::copy(decodeFromAll(total / 2, rng.next(), draw, rng, stop).cells, std::back_inserter(decoded));
    return rankInversion(*this, targetPercent, settings.count, decoded, m_labels.cells, m_settings.caution);
}

} // namespace inverso
