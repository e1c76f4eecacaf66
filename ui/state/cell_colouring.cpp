// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/cell_colouring.h"

#include "ui/state/explorer_state.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::CellColouring)
};

std::vector<float> predictions(const ExplorerState& state)
{
    std::vector<float> values;
    if (state.snapshot())
        for (const Prediction& prediction : state.snapshot()->predictions)
            values.push_back(prediction.mean);
    return values;
}

std::vector<float> valuesOf(const ExplorerState& state, const CellColouring& colouring)
{
    const Table::Dataset* dataset = state.dataset();
    switch (colouring.kind) {
    case CellColouring::Kind::Rounds:
        break;
    case CellColouring::Kind::TrueAccuracy:
        return dataset != nullptr ? dataset->valid : std::vector<float>();
    case CellColouring::Kind::PredictedAccuracy:
        return predictions(state);
    case CellColouring::Kind::PredictionError: {
        std::vector<float> values = predictions(state);
        if (dataset == nullptr)
            return {};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::abs(values[i] - dataset->valid[i]);
        return values;
    }
    case CellColouring::Kind::Attribute:
        return state.table()->attributes()[colouring.attribute].values;
    }
    return {};
}

void setRange(CellValues& values)
{
    std::vector<float> known;
    std::ranges::copy_if(values.values, std::back_inserter(known), [](float value) { return !std::isnan(value); });
    if (known.empty())
        return;
    const auto at = [&](double share) {
        const auto place = known.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(known.size() - 1));
        std::nth_element(known.begin(), place, known.end());
        return double{*place};
    };
    values.low = at(0.02);
    values.high = at(0.98);
    if (values.low >= values.high)
        values.high = values.low + 1.0;
    const double width = values.high - values.low;
    values.decimals = std::clamp(static_cast<int>(2.0 - std::floor(std::log10(width))), 0, 6);
}

} // namespace

std::vector<CellColouring> availableColourings(const ExplorerState& state)
{
    using Kind = CellColouring::Kind;
    std::vector<CellColouring> all{
        {Kind::Rounds}, {Kind::TrueAccuracy}, {Kind::PredictedAccuracy}, {Kind::PredictionError}};
    if (state.table() != nullptr)
        for (std::size_t i = 0; i < state.table()->attributes().size(); ++i)
            all.push_back({Kind::Attribute, i});
    return all;
}

QString colouringName(const ExplorerState& state, const CellColouring& colouring)
{
    switch (colouring.kind) {
    case CellColouring::Kind::Rounds:
        return Words::tr("Round");
    case CellColouring::Kind::TrueAccuracy:
        return Words::tr("True validation accuracy");
    case CellColouring::Kind::PredictedAccuracy:
        return Words::tr("Predicted accuracy");
    case CellColouring::Kind::PredictionError:
        return Words::tr("Prediction error");
    case CellColouring::Kind::Attribute:
        return QString::fromStdString(state.table()->attributes()[colouring.attribute].name);
    }
    return {};
}

CellValues cellValues(const ExplorerState& state, const CellColouring& colouring)
{
    CellValues values;
    values.title = colouringName(state, colouring);
    if (colouring.kind == CellColouring::Kind::PredictionError)
        values.title = Words::tr("%1 (points)").arg(values.title);
    else if (colouring.kind != CellColouring::Kind::Rounds && colouring.kind != CellColouring::Kind::Attribute)
        values.title = Words::tr("%1 (%)").arg(values.title);
    values.values = valuesOf(state, colouring);
    setRange(values);
    return values;
}

} // namespace inverso::ui
