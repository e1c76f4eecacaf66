// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/run_archive.h"

#include <optional>
#include <span>
#include <vector>

namespace inverso::ui {

/// One line of the search curve: a run, or the mean of runs that differ in the seed alone.
struct CurveSeries
{
    QString name;
    int color = 0; ///< for runColor()
    std::vector<const ArchivedRun*> runs;
    std::vector<CurvePoint> curve;     ///< a point per query; of several runs the mean
    std::vector<CurvePoint> deviation; ///< sample standard deviation, points; empty for a single run

    [[nodiscard]] bool isMean() const { return !deviation.empty(); }
};

/// Mean and deviation of the curves over their common queries. Runs told to stop at the best cell keep
/// their last value instead: they would not have got better.
CurveSeries meanOf(std::span<const ArchivedRun* const> runs);

/// The visible runs of that data set. With `average`, those that differ in the seed alone become one series
/// (a seed counts once). `current` is drawn by itself: it counts in means, but is no series alone.
std::vector<CurveSeries> curveSeries(const RunArchive& archive, std::string_view space, std::string_view dataset,
                                     bool average, std::optional<int> current);

} // namespace inverso::ui
