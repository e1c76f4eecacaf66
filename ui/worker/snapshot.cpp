// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/snapshot.h"

#include "core/base/statistics.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace inverso::ui {

namespace {

constexpr std::size_t mostPredicted = 20000;

RegressionResult regression(const std::vector<Prediction>& predictions, std::span<const CellIndex> cells,
                            const std::vector<double>& truths)
{
    RegressionResult result;
    std::vector<double> predicted;
    predicted.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const float mean = predictions[cells[i]].mean;
        predicted.push_back(double{mean});
        result.points.push_back({cells[i], static_cast<float>(truths[i]), mean});
    }
    if (cells.size() >= 2) {
        result.rmse = rootMeanSquaredError(predicted, truths);
        result.spearman = spearman(predicted, truths);
        result.kendall = kendall(predicted, truths);
    }
    return result;
}

/// The cells to predict between rounds: all, or those in the benchmark if all would take seconds.
std::vector<CellIndex> cellsToPredict(const Benchmark& benchmark, std::span<const Query> labelled,
                                      std::span<const CellIndex> sample)
{
    std::vector<CellIndex> cells = knownCells(benchmark);
    const std::size_t step = cells.size() / mostPredicted + 1;
    for (std::size_t i = 0; i * step < cells.size(); ++i)
        cells[i] = cells[i * step];
    cells.resize((cells.size() + step - 1) / step);
    cells.insert(cells.end(), sample.begin(), sample.end());
    for (const Query& query : labelled)
        cells.push_back(query.cell);
    std::ranges::sort(cells);
    cells.erase(std::ranges::unique(cells).begin(), cells.end());
    return cells;
}

std::vector<Prediction> predictionsBetweenRounds(const AccuracyModel& model, const Benchmark& benchmark,
                                                 std::span<const Query> labelled, std::span<const CellIndex> sample)
{
    if (benchmark.space().size() <= mostPredicted)
        return model.predictAll();
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    std::vector<Prediction> predictions(benchmark.space().size(), Prediction{none, none});
    const std::vector<CellIndex> cells = cellsToPredict(benchmark, labelled, sample);
    const auto known = model.predict(cells);
    for (std::size_t i = 0; i < cells.size(); ++i)
        predictions[cells[i]] = known[i];
    return predictions;
}

} // namespace

std::vector<CellIndex> testSample(const Benchmark& benchmark, std::uint64_t seed)
{
    const std::vector<CellIndex> known = knownCells(benchmark);
    Rng rng = Rng(seed).split("window test sample");
    std::vector<CellIndex> sample;
    for (const std::uint32_t i : rng.sample(known.size(), std::min(known.size(), sampleSize)))
        sample.push_back(known[i]);
    return sample;
}

SnapshotPtr takeSnapshot(const AccuracyModel& model, const Benchmark& benchmark, std::span<const Query> labelled,
                         const SearchSettings& settings, std::span<const CellIndex> sample)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->queries = static_cast<int>(labelled.size());
    snapshot->predictions = predictionsBetweenRounds(model, benchmark, labelled, sample);
    if (auto means = model.tunedMeans())
        snapshot->tunedMeans = std::make_shared<const Matrix>(*std::move(means));

    std::unordered_set<CellIndex> asked;
    std::vector<CellIndex> cells;
    std::vector<double> truths;
    const auto split = [&](bool validates) {
        cells.clear();
        truths.clear();
        for (const Query& query : labelled) {
            asked.insert(query.cell);
            if (settings.isValidationLabel(query.number) != validates)
                continue;
            cells.push_back(query.cell);
            truths.push_back(query.label.valid);
        }
        return regression(snapshot->predictions, cells, truths);
    };
    snapshot->training = split(false);
    snapshot->validation = split(true);

    cells.clear();
    truths.clear();
    for (const CellIndex cell : sample) {
        if (asked.contains(cell))
            continue;
        cells.push_back(cell);
        truths.push_back(benchmark.label(cell, {}).valid);
    }
    snapshot->sample = regression(snapshot->predictions, cells, truths);
    return snapshot;
}

} // namespace inverso::ui
