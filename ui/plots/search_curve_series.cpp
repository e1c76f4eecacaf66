// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/search_curve_series.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

struct CurveWords
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::SearchCurve)
};

// Mean and sample standard deviation of one of the two accuracies at query number i + 1.
void average(std::span<const ArchivedRun* const> runs, std::size_t i, double CurvePoint::*which, CurvePoint& mean,
             CurvePoint& deviation)
{
    const auto value = [&](const ArchivedRun* run) {
        const std::vector<CurvePoint>& curve = run->record.curve();
        return curve[std::min(i, curve.size() - 1)].*which;
    };
    const auto count = static_cast<double>(runs.size());
    double sum = 0.0;
    for (const ArchivedRun* run : runs)
        sum += value(run);
    mean.*which = sum / count;
    double squares = 0.0;
    for (const ArchivedRun* run : runs)
        squares += std::pow(value(run) - mean.*which, 2);
    deviation.*which = std::sqrt(squares / (count - 1.0));
}

CurveSeries single(const ArchivedRun& run)
{
    return {run.name, run.color, {&run}, run.record.curve(), {}};
}

} // namespace

CurveSeries meanOf(std::span<const ArchivedRun* const> runs)
{
    CurveSeries series;
    series.runs.assign(runs.begin(), runs.end());
    series.color = runs.front()->color;
    series.name = CurveWords::tr("%1: mean ± sd of %n seeds", nullptr, static_cast<int>(runs.size()))
                      .arg(QString::fromStdString(runs.front()->record.settings().method));
    const auto length = [](const ArchivedRun* run) { return run->record.curve().size(); };
    const auto [shortest, longest] = std::ranges::minmax(runs, {}, length);
    const bool keepsLast = runs.front()->record.settings().stopAtBest;
    const std::size_t points = length(keepsLast ? longest : shortest);
    for (std::size_t i = 0; i < points; ++i) {
        CurvePoint mean{static_cast<int>(i) + 1, 0.0, 0.0};
        CurvePoint deviation = mean;
        average(runs, i, &CurvePoint::bestValid, mean, deviation);
        average(runs, i, &CurvePoint::testOfBest, mean, deviation);
        series.curve.push_back(mean);
        series.deviation.push_back(deviation);
    }
    return series;
}

std::vector<CurveSeries> curveSeries(const RunArchive& archive, std::string_view space, std::string_view dataset,
                                     bool average, std::optional<int> current)
{
    std::vector<std::vector<const ArchivedRun*>> groups;
    for (const ArchivedRun& run : archive.runs()) {
        if (!run.visible || run.space != space || run.record.dataset() != dataset || run.record.isEmpty()
            || run.record.curve().empty())
            continue;
        const auto likes = std::ranges::find_if(
            groups, [&](const auto& group) { return average && sameButSeed(*group.front(), run); });
        if (likes == groups.end()) {
            groups.push_back({&run});
            continue;
        }
        const auto sameSeed = [&](const ArchivedRun* other) {
            return other->record.settings().seed == run.record.settings().seed;
        };
        if (std::ranges::none_of(*likes, sameSeed))
            likes->push_back(&run);
    }
    std::vector<CurveSeries> series;
    for (const auto& group : groups) {
        if (group.size() > 1)
            series.push_back(meanOf(group));
        else if (group.front()->id != current)
            series.push_back(single(*group.front()));
    }
    return series;
}

} // namespace inverso::ui
