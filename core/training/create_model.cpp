// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/setting_field.h"
#include "core/model/runtime.h"
#include "core/training/ensemble_model.h"
#include "core/training/thesis_model.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_set>

namespace inverso {

void Proposal::add(std::optional<CellIndex> decoded, std::span<const float> code, const Admission& admit,
                   std::unordered_set<CellIndex>& proposed)
{
    ++decodes.total;
    const auto cell = decoded ? admit(*decoded, code, proposed) : std::nullopt;
    if (!decoded)
        ++decodes.invalid;
    else if (!cell || !proposed.insert(*cell).second)
        ++decodes.duplicates;
    else
        cells.push_back(*cell);
}

namespace {

/// Mean of |target − accuracy| where the accuracy is normal about the prediction.
double expectedError(double targetPercent, const Prediction& prediction, double caution)
{
    const double distance = std::abs(targetPercent - prediction.mean);
    const double deviation = caution * prediction.deviation;
    if (!(deviation > 0.0))
        return distance;
    const double z = distance / deviation;
    return deviation * std::sqrt(2.0 / std::numbers::pi) * std::exp(-z * z / 2.0)
           + distance * std::erf(z / std::numbers::sqrt2);
}

} // namespace

Inversion rankInversion(const AccuracyModel& model, double targetPercent, int count,
                        std::span<const std::optional<CellIndex>> decoded, std::span<const CellIndex> labelled,
                        double caution)
{
    Inversion result;
    result.decodes.total = static_cast<int>(decoded.size());
    std::unordered_set<CellIndex> seen;
    std::vector<CellIndex> cells;
    for (const auto& cell : decoded) {
        if (!cell)
            ++result.decodes.invalid;
        else if (!seen.insert(*cell).second)
            ++result.decodes.duplicates;
        else
            cells.push_back(*cell);
    }
    const auto predictions = model.predict(cells);
    const std::unordered_set<CellIndex> known(labelled.begin(), labelled.end());
    for (std::size_t i = 0; i < cells.size(); ++i)
        result.cells.push_back({cells[i], static_cast<float>(targetPercent), predictions[i].mean,
                                known.contains(cells[i]),
                                static_cast<float>(expectedError(targetPercent, predictions[i], caution))});
    std::ranges::stable_sort(result.cells, {}, &InvertedCell::expectedError);
    if (result.cells.size() > static_cast<std::size_t>(count))
        result.cells.resize(static_cast<std::size_t>(count));
    return result;
}

std::unique_ptr<TrainableModel> createModel(const ModelSettings& settings, std::shared_ptr<const LatentSpace> latents)
{
    // The members' threads are the only parallelism: products of this size lose most of their time when the BLAS
    // splits them as well.
    setThreads(1);
    if (settings.preset == Preset::Thesis) {
        ThesisSettings thesis;
        thesis.rankWeight = settings.rankWeight;
        applyOverrides(settings.overrides, settingFields(thesis));
        return std::make_unique<ThesisModel>(thesis, std::move(latents), settings.fineTune == FineTune::EndToEnd,
                                             settings.seed);
    }
    EnsembleSettings ensemble = defaultEnsembleSettings(settings.purpose);
    applyOverrides(settings.overrides, settingFields(ensemble));
    return std::make_unique<EnsembleModel>(ensemble, std::move(latents), settings.seed, settings.threads);
}

} // namespace inverso
