// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainable_model.h"

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

/// Expected |target − accuracy| if the accuracy is normally distributed around the prediction.
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

} // namespace inverso
